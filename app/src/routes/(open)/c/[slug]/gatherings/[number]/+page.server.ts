import {
  callOffGathering,
  comingOf,
  cycleOfSession,
  gatheringAt,
  reportOfGathering,
  showFloorSummary,
  showGathering,
} from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { shareOf } from '#web/share.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const here = (event: RequestEvent) => `/c/${event.params.slug}/gatherings/${event.params.number}`;
const fixed = async (event: RequestEvent) => {
  const { gathering } = await read(event, (context) => gatheringAt(context, address(event)));
  return { communityId: gathering.communityId, gatheringId: gathering.id };
};

export const load: PageServerLoad = async (event) => {
  const at = address(event as RequestEvent);
  const shown = await read(event, async (context) => {
    const page = await showGathering(context, at);
    const coming = await comingOf(context, page.gathering);
    const cycle = await cycleOfSession(context, page.gathering);
    const floor = await showFloorSummary(context, at);
    return { ...page, coming, cycle, floor, report: await reportOfGathering(context, page.gathering) };
  });
  const { say, show, moment } = event.locals.language;
  const { gathering, place, state } = shown;
  event.locals.touches.add(gathering.id);
  const share = shareOf(event, {
    title: show(gathering.theme, gathering.locale),
    about: show(gathering.about, gathering.locale),
    where: show(place.name, place.locale),
    card: {
      kind: [say(`gatherings.kind.${gathering.kind}`), state === 'called-off' && say('gatherings.state.called-off')],
      tone: state === 'called-off' ? 'ochre' : state === 'over' ? 'pine' : 'brick',
      lines: [moment(gathering.startsAt, place.timeZone), show(gathering.place, gathering.locale)],
    },
  });
  return { ...shown, share };
};

export const actions: Actions = {
  callOff: async (event) => submit(event, callOffGathering, { fixed: await fixed(event), next: () => here(event) }),
};
