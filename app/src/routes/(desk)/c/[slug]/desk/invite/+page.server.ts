import { redirect } from '@sveltejs/kit';
import {
  applyHeldInvitations,
  findCommunity,
  holdInvitations,
  invitePerson,
  mayInvite,
  showHeldInvitations,
  showLists,
  undoList,
} from '#rooms/communities/server/index.ts';
import { fileOf } from '#web/file-of.ts';
import { read } from '#web/read.ts';
import { attempt, submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const { url, locals } = event;
  const id = url.searchParams.get('list');
  const { can } = locals.house.outgoing;
  return {
    lists: await read(event, (context) => showLists(context, slug)),
    mayInvite: await read(event, async (context) => mayInvite(context, (await findCommunity(context.db, slug)).id)),
    held: id ? await read(event, (context) => showHeldInvitations(context, { slug, id })) : undefined,
    invited: Number(url.searchParams.get('invited') ?? 0),
    done: url.searchParams.has('done'),
    mute: !can('email') && !can('sms'),
    origin: locals.house.settings.origin,
  };
};

export const actions: Actions = {
  check: (event) =>
    submit(event, holdInvitations, {
      shape: async (form, data) => ({ ...form, ...(await fileOf(data, 'file')) }),
      fixed: { slug: event.params.slug },
      next: ({ id }) => `${event.url.pathname}?list=${id}`,
    }),
  apply: async (event) => {
    const data = await event.request.formData();
    const address = { slug: event.params.slug, id: String(data.get('id')) };
    const { house, actor, language } = event.locals;
    const result = await attempt(event, {}, () => applyHeldInvitations(house, { actor, language }, address));
    if (!result.done) return result.failure;
    redirect(303, `${event.url.pathname}?invited=${result.value.invited}`);
  },
  one: (event) => submit(event, invitePerson, { fixed: { slug: event.params.slug }, unkept: true }),
  undo: submitHere(undoList),
};
