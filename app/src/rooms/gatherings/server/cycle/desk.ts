import type { Context } from '#platform/context.ts';
import type { Community, HomeItem } from '#rooms/communities/index.ts';

/** Where the desk finds the forums it organises. */
export const deskOfCycles = ({ language }: Context, { slug }: Community): HomeItem[] => [
  { href: `/c/${slug}/gatherings/cycles`, title: language.say('cycle.list'), note: language.say('cycle.desk-note') },
];
