import type { Context } from '#platform/context.ts';
import { toPlain } from '#platform/language/latin.ts';
import type { HallValue } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import { lastWording } from './standing.ts';
import type { Target } from './targets.ts';

/** Who recorded it, when it happened there, and how it was written where that is more than its subject. */
export interface Recording {
  readonly happenedAt: Date;
  readonly recordedBy: string;
  readonly deviceId: string;
  /** A name as it was written. */
  readonly name?: string;
  readonly locale?: string;
}

type Setter<Kind extends Target['kind']> = (
  context: Context,
  to: {
    readonly which: InGathering;
    readonly target: Extract<Target, { kind: Kind }>;
    readonly value: HallValue | null;
    readonly recording: Recording;
  },
) => Promise<void>;

/** Puts a value in the place of what stands. The caller holds the lock and has compared. */
export async function setStanding(
  context: Context,
  to: {
    readonly which: InGathering;
    readonly target: Target;
    readonly value: HallValue | null;
    readonly recording: Recording;
  },
): Promise<void> {
  const { target } = to;
  if (target.kind === 'attendance') return setAttendance(context, { ...to, target });
  if (target.kind === 'count') return setCount(context, { ...to, target });
  if (target.kind === 'speaking') return setSpeaking(context, { ...to, target });
  if (target.kind === 'hands') return setHands(context, { ...to, target });
  return setMinutes(context, { ...to, target });
}

const recorded = ({ now }: Context, { happenedAt, recordedBy, deviceId }: Recording) => ({
  deviceId,
  happenedAt,
  arrivedAt: now,
  recordedBy,
});

const setAttendance: Setter<'attendance'> = async (context, { which, target, value, recording }) => {
  const { by, who } = target;
  if (!value || !('present' in value) || !value.present) {
    const column = { person: 'personId', registration: 'registrationId', name: 'plainName' } as const;
    await context.db
      .deleteFrom('gatherings.attendance')
      .where('communityId', '=', which.communityId)
      .where('gatheringId', '=', which.gatheringId)
      .where(column[by], '=', who)
      .execute();
    return;
  }
  await context.db
    .insertInto('gatherings.attendance')
    .values({
      ...which,
      id: context.newId(),
      personId: by === 'person' ? who : null,
      registrationId: by === 'registration' ? who : null,
      name: by === 'name' ? (recording.name ?? who) : null,
      plainName: by === 'name' ? who : null,
      presentAt: recording.happenedAt,
      deviceId: recording.deviceId,
      arrivedAt: context.now,
      recordedBy: recording.recordedBy,
    })
    .execute();
};

const setCount: Setter<'count'> = async (context, { which, target, value, recording }) => {
  if (!value || !('count' in value)) return;
  const row = { ...which, attribute: target.attribute, groupName: target.group, count: value.count };
  const values = { ...row, ...recorded(context, recording) };
  await context.db
    .insertInto('gatherings.attendanceCount')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'gatheringId', 'attribute', 'groupName']).doUpdateSet(values),
    )
    .execute();
};

const setSpeaking: Setter<'speaking'> = async (context, { which, target, value, recording }) => {
  if (!value || !('turns' in value)) return;
  const { seconds, turns, speakers } = value;
  const { deviceId } = recording;
  const values = { ...which, groupName: target.group, seconds, turns, speakers, deviceId };
  await context.db
    .insertInto('gatherings.speakingTotal')
    .values(values)
    .onConflict((conflict) => conflict.columns(['communityId', 'gatheringId', 'groupName']).doUpdateSet(values))
    .execute();
};

const setHands: Setter<'hands'> = async (context, { which, target, value, recording }) => {
  if (!value || !('yes' in value)) return;
  const { position, attribute, group } = target;
  const { yes, no, abstain } = value;
  const values = { ...which, position, attribute, groupName: group, yes, no, abstain, ...recorded(context, recording) };
  await context.db
    .insertInto('gatherings.handCount')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'gatheringId', 'position', 'attribute', 'groupName']).doUpdateSet(values),
    )
    .execute();
};

const setMinutes: Setter<'minutes'> = async (context, { which, value, recording }) => {
  if (!value || !('text' in value)) return;
  const last = await lastWording(context, which);
  await context.db
    .insertInto('gatherings.minutesWording')
    .values({
      ...which,
      version: (last?.version ?? 0) + 1,
      text: value.text,
      locale: recording.locale ?? last?.locale ?? 'en',
      writtenBy: recording.recordedBy,
      deviceId: recording.deviceId,
      happenedAt: recording.happenedAt,
      arrivedAt: context.now,
    })
    .execute();
};

/** The position of a question by its words, whoever wrote it first; makes it when it is new. */
export async function positionOf(
  context: Context,
  which: InGathering,
  { question, askedAt }: { readonly question: string; readonly askedAt: Date },
): Promise<number> {
  const rows = await context.db
    .selectFrom('gatherings.handQuestion')
    .select(['position', 'plain'])
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId)
    .orderBy('position')
    .execute();
  const plain = toPlain(question).slice(0, 300) || question;
  const known = rows.find((row) => row.plain === plain);
  if (known) return known.position;
  const position = (rows.at(-1)?.position ?? 0) + 1;
  await context.db
    .insertInto('gatherings.handQuestion')
    .values({ ...which, position, question, plain, askedAt })
    .execute();
  return position;
}

/** Announces that speaking time is counted by this attribute, or by another from now on. */
export async function saveSpeakingAnnouncement(
  context: Context,
  announcement: InGathering & { readonly attribute: string; readonly announcedBy: string },
): Promise<void> {
  await context.db
    .insertInto('gatherings.speakingAnnouncement')
    .values({ ...announcement, announcedAt: context.now })
    .execute();
}

export async function saveSpeakingStop(context: Context, which: InGathering, stoppedBy: string): Promise<void> {
  await context.db
    .updateTable('gatherings.speakingAnnouncement')
    .set({ stoppedBy, stoppedAt: context.now })
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId)
    .where('stoppedAt', 'is', null)
    .execute();
}

export async function saveLaying(
  context: Context,
  laying: InGathering & { readonly version: number; readonly laidBy: string },
): Promise<void> {
  await context.db
    .insertInto('gatherings.minutesLaying')
    .values({ ...laying, laidAt: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function saveMinutesAnswer(
  context: Context,
  answer: InGathering & {
    readonly version: number;
    readonly personId: string;
    readonly answer: string;
    readonly words: string;
  },
): Promise<void> {
  const values = { ...answer, answeredAt: context.now };
  await context.db
    .insertInto('gatherings.minutesAnswer')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['communityId', 'gatheringId', 'version', 'personId']).doUpdateSet(values),
    )
    .execute();
}
