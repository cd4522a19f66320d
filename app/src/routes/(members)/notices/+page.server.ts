import { chooseMail, listNotices, markRead } from '#rooms/messages/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  read(event, (context) => listNotices(context, event.url.searchParams.get('before') ?? undefined));

export const actions: Actions = {
  read: (event) => submit(event, markRead, { next: () => '/notices' }),
  mail: (event) => submit(event, chooseMail, { next: () => '/notices' }),
};
