import { nextQuestion, organisationsOf } from '#rooms/communities/server/index.ts';
import { showHome } from '#web/home.ts';
import { read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { community, may } = await event.parent();
  return read(event, async (context) => ({
    home: await showHome(context, community),
    organisations: await organisationsOf(context.db, community.id),
    question: may.belong ? await nextQuestion(context, community.slug) : undefined,
  }));
};
