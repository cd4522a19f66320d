import { redirect } from '@sveltejs/kit';
import {
  applyHeldNeeds,
  groupNeeds,
  holdNeeds,
  mergeNeeds,
  partNeeds,
  sayYes,
  showHeldNeeds,
  showNeedsDesk,
} from '#rooms/needs/server/index.ts';
import { fileOf } from '#web/file-of.ts';
import { read } from '#web/read.ts';
import { attempt, submit } from '#web/submit.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const asked = event.url.searchParams;
  const id = asked.get('list');
  return {
    desk: await read(event, (context) => showNeedsDesk(context, slug)),
    held: id ? await read(event, (context) => showHeldNeeds(context, { slug, id })) : undefined,
    brought: Number(asked.get('brought') ?? 0),
    done: asked.has('done'),
  };
};

export const actions: Actions = {
  yes: submitHere(sayYes),
  merge: submitHere(mergeNeeds),
  part: submitHere(partNeeds),
  group: submitHere(groupNeeds),
  check: (event) =>
    submit(event, holdNeeds, {
      shape: async (form, data) => ({ ...form, ...(await fileOf(data, 'file')) }),
      fixed: { slug: event.params.slug },
      next: ({ id }) => `${event.url.pathname}?list=${id}`,
    }),
  apply: async (event) => {
    const data = await event.request.formData();
    const { house, actor, language } = event.locals;
    const address = { slug: event.params.slug, id: String(data.get('id')) };
    const result = await attempt(event, {}, () => applyHeldNeeds(house, { actor, language }, address));
    if (!result.done) return result.failure;
    redirect(303, `${event.url.pathname}?brought=${result.value.needs}`);
  },
};
