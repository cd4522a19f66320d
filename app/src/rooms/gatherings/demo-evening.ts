import type { House } from '#platform/house.ts';
import { dayIn, momentIn } from '#platform/time-zone.ts';

const DAY = 86_400_000;
/** Where the demo's places lie. */
export const TIME_ZONE = 'Europe/Belgrade';

/** Six in the evening of the demo's places, so many days ago; less than none is still to come. */
export function eveningOf(house: House, daysAgo: number): Date {
  const day = dayIn(TIME_ZONE, new Date(house.now().getTime() - daysAgo * DAY));
  return momentIn(TIME_ZONE, `${day}T18:00`) ?? house.now();
}
