import { VIEWS } from '#rooms/commitments/index.ts';
import { listCommitments } from '#rooms/commitments/server/index.ts';
import { read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { searchParams } = event.url;
  const view = VIEWS.find((one) => one === searchParams.get('view')) ?? 'all';
  const before = Number(searchParams.get('before')) || undefined;
  const list = await read(event, (context) => listCommitments(context, { slug, view, before }));
  const { language } = event.locals;
  const where = language.show(list.community.name, list.community.locale);
  return { ...list, view, share: shareOf(event, { title: language.say('commitments.share', { where }), where }) };
};
