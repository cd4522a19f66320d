import { showPractice } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const page = await read(event, (context) => showPractice(context, event.params.slug));
  const { say, show } = event.locals.language;
  const where = show(page.practice.name, page.practice.locale);
  return { ...page, share: shareOf(event, { title: say('practice.title'), about: say('practice.lead'), where }) };
};
