import { qrSvg } from '#platform/qr.ts';
import { gatheringAt, showLiveFloor } from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { slug } = event.params;
  const at = { slug, number: numberIn(event, event.params.number) };
  const shown = await read(event, async (context) => ({
    ...(await gatheringAt(context, at)),
    floor: await showLiveFloor(context, at),
  }));
  event.locals.touches.add(shown.gathering.id);
  const phones = `${event.locals.house.settings.origin}/c/${slug}/gatherings/${at.number}/questions`;
  return { ...shown, bare: true, phones, qr: qrSvg(phones) };
};
