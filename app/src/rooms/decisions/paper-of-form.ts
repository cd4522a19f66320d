import { momentIn } from '#platform/time-zone.ts';

/**
 * A posted paper with its local minutes as moments of the place's own clock. A minute that is none stays as it was typed, so that
 * the schema names the field.
 */
export function paperOfForm(form: Readonly<Record<string, unknown>>, timeZone: string): Record<string, unknown> {
  const moment = (value: unknown) =>
    typeof value === 'string' ? (momentIn(timeZone, value)?.toISOString() ?? 'no minute') : value;
  return { ...form, opensAt: moment(form.opensAt), closesAt: moment(form.closesAt) };
}
