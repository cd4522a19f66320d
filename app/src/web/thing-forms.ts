import type { RequestEvent } from '@sveltejs/kit';
import {
  answerAppeal,
  appealFold,
  foldThing,
  reportThing,
  secondFold,
  unfoldThing,
} from '#rooms/moderation/server/index.ts';
import { submit } from './submit.ts';

type At = (event: RequestEvent) => string;
const inCommunity = ({ params }: RequestEvent) => ({ slug: params['slug'] });

/** The forms by which a page lets people report and fold what stands on it (`ThingForms.svelte`). */
export const thingForms = (here: At) => ({
  report: (event: RequestEvent) =>
    submit(event, reportThing, { fixed: inCommunity(event), next: () => `${here(event)}?told=yes` }),
  fold: (event: RequestEvent) => submit(event, foldThing, { fixed: inCommunity(event), next: () => here(event) }),
});

/** The forms by which a fold is decided (`FoldCard.svelte`) and appealed (`FoldStory.svelte`). */
export const foldForms = (here: At) => ({
  second: (event: RequestEvent) => submit(event, secondFold, { fixed: inCommunity(event), next: () => here(event) }),
  unfold: (event: RequestEvent) => submit(event, unfoldThing, { fixed: inCommunity(event), next: () => here(event) }),
  answer: (event: RequestEvent) => submit(event, answerAppeal, { fixed: inCommunity(event), next: () => here(event) }),
});

/** The author's form on the page of a fold. */
export const appealForm = (event: RequestEvent) =>
  submit(event, appealFold, {
    fixed: { ...inCommunity(event), foldId: event.params['fold'] },
    next: () => event.url.pathname,
  });
