import type { Context } from '#platform/context.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { aheadOf } from './list-gatherings.ts';

/** What of this room stands on a community's front page: what is under way now, and the next gatherings. */
export async function homeOfGatherings(context: Context, community: Community): Promise<Partial<Home>> {
  const ahead = await aheadOf(context, community.id, 6);
  const { say, moment } = context.language;
  const item = (one: (typeof ahead)[number]): HomeItem => {
    const at = moment(one.startsAt, community.timeZone);
    const where = one.place || say('gatherings.elsewhere');
    const off = one.state === 'called-off' ? `${say('gatherings.state.called-off')} · ` : '';
    return {
      href: `/c/${community.slug}/gatherings/${one.number}`,
      title: one.theme,
      locale: one.locale,
      note: `${off}${say(`gatherings.kind.${one.kind}`)} · ${at} · ${context.language.show(where, one.locale)}`,
    };
  };
  return {
    open: ahead.filter(({ state }) => state === 'under-way').map(item),
    next: ahead
      .filter(({ state }) => state !== 'under-way')
      .slice(0, 2)
      .map(item),
  };
}
