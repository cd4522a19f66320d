import type { Answer } from '#platform/refusal.ts';
import type { HallEntry, HallValue, SpeakingTotal } from './hall-words.ts';
import type { Standing } from './rules.ts';

const DAY_MS = 86_400_000;
/** A helper may make the hall ready the day before. */
const BEFORE_MS = DAY_MS;
/** A device that lay in a drawer may still send. */
const AFTER_MS = 60 * DAY_MS;

/** May something that happened at `happenedAt` and arrives `now` be recorded in this hall? */
export function mayBeRecorded(
  { startsAt, endsAt, calledOffAt }: Standing,
  { happenedAt, now }: { readonly happenedAt: Date; readonly now: Date },
): Answer {
  if (calledOffAt) return { no: 'hall.called-off' };
  if (happenedAt.getTime() < startsAt.getTime() - BEFORE_MS) return { no: 'hall.too-early' };
  if (now.getTime() > endsAt.getTime() + AFTER_MS) return { no: 'hall.too-late' };
  return 'yes';
}

/** Whether two values say the same; whoever is not there and nothing recorded are the same. */
export function saysSame(a: HallValue | null, b: HallValue | null): boolean {
  return wordsOf(a) === wordsOf(b);
}

const wordsOf = (value: HallValue | null): string =>
  value === null || ('present' in value && !value.present)
    ? 'null'
    : JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What stands and which device said it. */
export interface StandingValue {
  readonly value: HallValue;
  readonly deviceId: string;
}

/** Whether a device knew what stands: nothing does, it is its own word, or it believed the same. */
export const knewWhatStands = (
  standing: StandingValue | null,
  { base, deviceId }: { readonly base: HallValue | null; readonly deviceId: string },
): boolean => standing === null || standing.deviceId === deviceId || saysSame(base, standing.value);

/** The value that an entry means; a turn of speaking is added to what its device believed. */
export function valueMeant(entry: HallEntry, believed: HallValue | null): HallValue | null {
  if (entry.kind === 'attendance') return entry.present ? { present: true } : null;
  if (entry.kind === 'count') return { count: entry.count };
  if (entry.kind === 'hands') return { yes: entry.yes, no: entry.no, abstain: entry.abstain };
  if (entry.kind === 'minutes') return { text: entry.text };
  return sumOf(believed, turnOf(entry));
}

/** One turn as a total. */
export const turnOf = (turn: Extract<HallEntry, { kind: 'speaking' }>): SpeakingTotal => ({
  seconds: turn.minutes * 60 + turn.seconds,
  turns: 1,
  speakers: turn.first ? 1 : 0,
});

/** Two totals together; `less` is taken off. */
export function sumOf(a: HallValue | null, b: HallValue | null, less: HallValue | null = null): SpeakingTotal {
  const [one, two, off] = [a, b, less].map((value) =>
    value && 'turns' in value ? value : { seconds: 0, turns: 0, speakers: 0 },
  );
  const sum = (key: keyof SpeakingTotal) => Math.max(0, (one?.[key] ?? 0) + (two?.[key] ?? 0) - (off?.[key] ?? 0));
  return { seconds: sum('seconds'), turns: sum('turns'), speakers: sum('speakers') };
}
