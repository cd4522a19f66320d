import { momentIn } from '#platform/time-zone.ts';

type Form = Readonly<Record<string, unknown>>;

/**
 * A posted call with its local minutes as moments of the place's own clock. A minute that is none stays as it was typed, so
 * that the schema names the field. Rows of the programme without a title are left out; each begins on the first day, or on
 * the day whose number it says.
 */
export function callOfForm(form: Form, timeZone: string): Record<string, unknown> {
  const moment = (value: unknown): unknown =>
    typeof value === 'string' && value !== '' ? (momentIn(timeZone, value)?.toISOString() ?? 'no minute') : value;
  const rows = Array.isArray(form.agenda) ? (form.agenda as readonly (Form | undefined)[]) : [];
  const first = typeof form.startsAt === 'string' ? form.startsAt.slice(0, 10) : '';
  return {
    ...form,
    startsAt: moment(form.startsAt),
    endsAt: moment(form.endsAt),
    registrationUntil: moment(form.registrationUntil),
    agenda: rows
      .filter((row): row is Form => typeof row?.title === 'string' && row.title !== '')
      .map((row) => ({ ...row, startsAt: moment(`${dayOf(first, Number(row.day) || 1)}T${row.at}`) })),
  };
}

/** The day with this number, the first being 1. */
function dayOf(first: string, number: number): string {
  const day = Date.parse(`${first}T00:00:00Z`);
  return Number.isNaN(day) ? first : new Date(day + (number - 1) * 86_400_000).toISOString().slice(0, 10);
}
