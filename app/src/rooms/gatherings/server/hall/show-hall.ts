import { smallestShown, suppressRow } from '@sofra/counting';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { abilities } from '#platform/permissions.ts';
import type { Attribute } from '#rooms/communities/index.ts';
import { charterGroups, shownCounts } from '#rooms/communities/server/index.ts';
import { type HallAbility, onHall } from '../../hall-permissions.ts';
import { mayBeRecorded } from '../../hall-rules.ts';
import { SPEAKING_ATTRIBUTES } from '../../hall-words.ts';
import { stateOf } from '../../rules.ts';
import type { GatheringState, InGathering } from '../../words.ts';
import { type Found, gatheringAt } from '../calling/find-gathering.ts';
import { announcementOf } from './aim.ts';
import { wasThere } from './answer-minutes.ts';
import { type MinutesShown, minutesFor } from './show-minutes.ts';
import { countsIn, handsIn, type Recorded, recordedIn, totalsIn } from './what-stands.ts';

/** A sum by group as it may be shown; null is hidden because so few people stand behind it. */
export interface ShownGroup {
  readonly attribute: string;
  readonly group: string;
  readonly count: number | null;
}

/** What everyone who may know of the gathering sees of its hall. */
export interface HallPicture {
  /** How many were there; null while nobody counted. */
  readonly there: number | null;
  readonly groups: readonly ShownGroup[];
  readonly speaking: {
    readonly attribute: string;
    readonly stopped: boolean;
    /** Seconds and turns by group; null where fewer than five people of it spoke. */
    readonly groups: readonly { readonly group: string; readonly seconds: number | null }[];
  } | null;
  readonly hands: readonly {
    readonly question: string;
    readonly attribute: string;
    readonly group: string;
    /** Null where the group was too small to be shown. */
    readonly marks: { readonly yes: number; readonly no: number; readonly abstain: number } | null;
  }[];
}

/** The page of a hall: the picture for all, everything as it is for those who record. */
export interface HallPage extends Found {
  readonly state: GatheringState;
  readonly abilities: Record<HallAbility, boolean>;
  /** Whether something that happens now may be recorded. */
  readonly open: boolean;
  readonly picture: HallPicture;
  readonly recorded: Recorded | null;
  readonly minutes: MinutesShown | null;
  /** Groups one may be counted by here. */
  readonly groups: readonly { readonly attribute: string; readonly groups: readonly string[] }[];
  readonly speakingAttributes: readonly string[];
  readonly personId: string | null;
}

/** One hall as this reader may see it. */
export async function showHall(
  context: Context,
  at: { readonly slug: string; readonly number: number },
): Promise<HallPage> {
  const found = await gatheringAt(context, at);
  const { gathering } = found;
  const which = { communityId: gathering.communityId, gatheringId: gathering.id };
  const present = await wasThere(context, which);
  const may = abilities(onHall, context.actor, { ...gathering, present });
  const groups = may.record ? await charterGroups(context.db, which.communityId) : [];
  return {
    ...found,
    state: stateOf(gathering, context.now),
    abilities: may,
    open: may.record && mayBeRecorded(gathering, { happenedAt: context.now, now: context.now }) === 'yes',
    picture: await pictureOf(context, which, may.record ? 'desk' : 'public'),
    recorded: may.record ? await recordedIn(context, which) : null,
    minutes: await minutesFor(context, gathering, may.record),
    groups,
    speakingAttributes: SPEAKING_ATTRIBUTES.filter((one) => groups.some(({ attribute }) => attribute === one)),
    personId: personOf(context.actor) ?? null,
  };
}

/** In public only sums, without those behind which too few people stand. */
async function pictureOf(context: Context, which: InGathering, place: 'desk' | 'public'): Promise<HallPicture> {
  const counts = await countsIn(context, which);
  const everyone = counts.find(({ attribute }) => attribute === '')?.count;
  const listed = await listedIn(context, which);
  const there = everyone ?? (listed > 0 ? listed : null);
  return {
    there,
    groups: groupsShown(counts, place, there ?? 0),
    speaking: await speakingShown(context, which, place),
    hands: await handsShown(context, which, place),
  };
}

async function listedIn({ db }: Context, { communityId, gatheringId }: InGathering): Promise<number> {
  const { count } = await db
    .selectFrom('gatherings.attendance')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function groupsShown(
  counts: Awaited<ReturnType<typeof countsIn>>,
  place: 'desk' | 'public',
  asked: number,
): ShownGroup[] {
  const attributes = [...new Set(counts.map(({ attribute }) => attribute))].filter((attribute) => attribute !== '');
  return attributes.flatMap((attribute) => {
    const rows = counts.filter((row) => row.attribute === attribute);
    const said = rows.map(({ groupName, count }) => ({ group: groupName, count }));
    const shown = shownCounts(said, { attribute: attribute as Attribute, place, asked });
    return shown.map((one) => ({ attribute, ...one }));
  });
}

async function speakingShown(
  context: Context,
  which: InGathering,
  place: 'desk' | 'public',
): Promise<HallPicture['speaking']> {
  const announced = await announcementOf(context, which);
  if (!announced) return null;
  const totals = await totalsIn(context, which);
  const shown = suppressRow(
    // Somebody spoke, even where nobody said that they do so for the first time.
    totals.map(({ speakers, turns }) => Math.max(speakers, turns > 0 ? 1 : 0)),
    smallestShown(place, [announced.attribute]),
  );
  return {
    attribute: announced.attribute,
    stopped: announced.stoppedAt !== null,
    groups: totals.map(({ group, seconds }, at) => ({ group, seconds: shown[at] === null ? null : seconds })),
  };
}

async function handsShown(
  context: Context,
  which: InGathering,
  place: 'desk' | 'public',
): Promise<HallPicture['hands']> {
  const rows = await handsIn(context, which);
  return rows.map(({ question, attribute, groupName: group, yes, no, abstain }) => {
    const line = { question, attribute, group, marks: { yes, no, abstain } };
    if (attribute === '') return line;
    const same = rows.filter((row) => row.question === question && row.attribute === attribute);
    const raised = same.map((row) => row.yes + row.no + row.abstain);
    const all = rows.find((row) => row.question === question && row.attribute === '');
    const rest = all ? all.yes + all.no + all.abstain - raised.reduce((sum, count) => sum + count, 0) : 0;
    const shown = suppressRow([...raised, Math.max(0, rest)], smallestShown(place, [attribute]));
    return shown[same.findIndex((row) => row.groupName === group)] === null ? { ...line, marks: null } : line;
  });
}
