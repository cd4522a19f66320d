import { listCases } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = (name: string, most: number) => event.url.searchParams.get(name)?.slice(0, most) || undefined;
  const filter = {
    tag: asked('tag', 40),
    country: asked('country', 2),
    failed: asked('failed', 3) === 'yes',
    words: asked('words', 200),
    before: Number(asked('before', 9)) || undefined,
  };
  const list = await read(event, (context) => listCases(context, event.params.slug, filter));
  const { say, show } = event.locals.language;
  const where = show(list.practice.name, list.practice.locale);
  return { ...list, filter, share: shareOf(event, { title: say('practice.library.title'), where }) };
};
