import { NEED_STATES, NEED_VIEWS } from '#rooms/needs/index.ts';
import { listNeeds, noteVisit } from '#rooms/needs/server/index.ts';
import { note } from '#web/note.ts';
import { read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = (name: string) => event.url.searchParams.get(name) ?? undefined;
  const filter = {
    view: NEED_VIEWS.find((view) => view === asked('view')) ?? ('all' as const),
    state: NEED_STATES.find((state) => state === asked('state')),
    theme: asked('theme')?.slice(0, 60) || undefined,
    before: Number(asked('before')) || undefined,
  };
  const list = await read(event, (context) => listNeeds(context, slug, filter));
  if (event.locals.actor.kind === 'person') await note(event, noteVisit, { slug });
  const where = event.locals.language.show(list.community.name, list.community.locale);
  const share = shareOf(event, { title: event.locals.language.say('needs.share', { where }), where });
  return { ...list, filter, share };
};
