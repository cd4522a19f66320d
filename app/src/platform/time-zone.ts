/** Reading and writing a place's own clock: forms speak local time, the database keeps moments. */

const kept = new Map<string, Intl.DateTimeFormat>();

function partsIn(timeZone: string, at: Date): Record<string, string> {
  let format = kept.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    kept.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

/** The day it is there: `2026-11-24`. */
export function dayIn(timeZone: string, at: Date): string {
  const { year, month, day } = partsIn(timeZone, at);
  return `${year}-${month}-${day}`;
}

/** Day and minute there, as a form field of kind datetime-local holds it: `2026-11-24T18:30`. */
export function minuteIn(timeZone: string, at: Date): string {
  const { hour, minute } = partsIn(timeZone, at);
  return `${dayIn(timeZone, at)}T${hour}:${minute}`;
}

/**
 * The moment that a clock there shows as `2026-11-24T18:30`; undefined when the text is no such minute.
 * A minute that the spring skips becomes the one an hour later, one that the autumn repeats is the first.
 */
export function momentIn(timeZone: string, local: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local)) return undefined;
  const wanted = Date.parse(`${local.slice(0, 16)}:00Z`);
  if (Number.isNaN(wanted)) return undefined;
  const offsetAt = (utc: number) => Date.parse(`${minuteIn(timeZone, new Date(utc))}:00Z`) - utc;
  const day = 86_400_000;
  for (const offset of [offsetAt(wanted - day), offsetAt(wanted + day)])
    if (offsetAt(wanted - offset) === offset) return new Date(wanted - offset);
  return new Date(wanted - offsetAt(wanted - day));
}
