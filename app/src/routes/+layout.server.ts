import { countUnread } from '#rooms/messages/server/index.ts';
import { contextOf } from '#web/read.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { locals, url } = event;
  const { house, language } = locals;
  return {
    locale: language.locale,
    theme: locals.theme,
    signedIn: locals.signedIn,
    demo: house.settings.demo,
    back: `${url.pathname}${url.search}`,
    unread: locals.signedIn ? await countUnread(contextOf(event)) : 0,
  };
};
