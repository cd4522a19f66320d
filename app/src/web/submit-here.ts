import type { RequestEvent } from '@sveltejs/kit';
import type { Action } from '#platform/action.ts';
import { submit } from './submit.ts';

/** A form of a community's page: the address says which community, and afterwards the same page says that it is done. */
export const submitHere =
  <Input, Result>(action: Action<Input, Result>) =>
  (event: RequestEvent) =>
    submit(event, action, { fixed: { slug: event.params.slug }, next: () => `${event.url.pathname}?done` });
