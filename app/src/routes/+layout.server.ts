import { readingContext } from '#platform/house.ts';
import { countUnread } from '#rooms/messages/server/index.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const { house, actor, language } = locals;
  return {
    locale: language.locale,
    signedIn: locals.signedIn,
    demo: house.settings.demo,
    back: `${url.pathname}${url.search}`,
    unread: locals.signedIn ? await countUnread(readingContext(house, actor, language)) : 0,
  };
};
