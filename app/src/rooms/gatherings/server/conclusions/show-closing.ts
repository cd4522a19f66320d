import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { may } from '#platform/permissions.ts';
import { dayIn } from '#platform/time-zone.ts';
import { commitmentsFrom } from '#rooms/commitments/server/index.ts';
import type { Community } from '#rooms/communities/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import type { Gathering } from '../calling/find-gathering.ts';
import { type FloorAddress, type FoundFloor, floorAt } from '../floor/find-floor.ts';
import { memberOptions, organisationOptions } from '../floor/show-speakers-desk.ts';
import { tookPart } from './find-conclusion.ts';

const MOST_REFLECTIONS = 300;

/** One line of what people will do differently. */
export interface ShownReflection {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  /** Null for who did not wish to be named. */
  readonly who: string | null;
}

/** A conclusion as it reads now, who confirmed it, and what else was proposed. */
export interface ShownConclusion {
  readonly number: number;
  readonly version: number;
  readonly text: string;
  readonly locale: string;
  readonly writtenAt: Date;
  readonly confirmations: number;
  readonly mine: boolean;
  readonly amendments: readonly ShownAmendment[];
}

/** How somebody would word a conclusion instead, and what was answered. */
export interface ShownAmendment {
  readonly id: string;
  readonly text: string;
  readonly locale: string;
  readonly why: string;
  readonly who: string | null;
  readonly answer: string | null;
  readonly answerWords: string;
}

/** What everyone takes home from a gathering. */
export interface Closing {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly reflections: readonly ShownReflection[];
  readonly conclusions: readonly ShownConclusion[];
  readonly steps: Awaited<ReturnType<typeof commitmentsFrom>>;
  readonly may: { readonly write: boolean; readonly conclude: boolean; readonly moderate: boolean };
  readonly signedIn: boolean;
  /** The day it is where the community lives. */
  readonly today: string;
  /** Whose word a next step can be; only for who runs the floor. */
  readonly people: readonly Choice[];
  readonly organisations: readonly Choice[];
}

/** One choice of a form: its value as the action reads it, and a name in the reader's script. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The page of reflections, conclusions and next steps. */
export async function showClosing(context: Context, address: FloorAddress): Promise<Closing> {
  const floor = await floorAt(context, address);
  const { at, subject, gathering } = floor;
  const moderate = may(onFloor.moderate, context.actor, subject);
  return {
    place: floor.community,
    gathering,
    reflections: await reflectionsOf(context, at),
    conclusions: await conclusionsOf(context, at),
    steps: await commitmentsFrom(context, {
      communityId: at.communityId,
      origin: 'gathering',
      originId: at.gatheringId,
    }),
    may: {
      write: gathering.calledOffAt === null && may(onFloor.ask, context.actor, subject),
      conclude: may(onFloor.conclude, context.actor, { ...subject, tookPart: await tookPart(context, at) }),
      moderate,
    },
    signedIn: personOf(context.actor) !== undefined,
    today: dayIn(floor.community.timeZone, context.now),
    people: moderate ? prefixed('person', await memberOptions(context, at.communityId)) : [],
    organisations: moderate ? prefixed('organisation', await organisationOptions(context, at.communityId)) : [],
  };
}

const prefixed = (kind: string, options: readonly Choice[]): Choice[] =>
  options.map(({ value, label }) => ({ value: `${kind}:${value}`, label }));

const isInside = ({ actor }: Context, { communityId }: FoundFloor['at']) =>
  hasRole(actor, communityId, 'member', 'facilitator', 'steward');

async function reflectionsOf(context: Context, at: FoundFloor['at']): Promise<ShownReflection[]> {
  const rows = await context.db
    .selectFrom('gatherings.reflection as r')
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 'r.communityId')
        .onRef('f.subjectId', '=', 'r.id')
        .on('f.kind', '=', 'reflection')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['r.id', 'r.text', 'r.locale', 'r.writtenBy', 'r.writerName', 'r.signsAs'])
    .where('r.communityId', '=', at.communityId)
    .where('r.gatheringId', '=', at.gatheringId)
    .where('f.id', 'is', null)
    .orderBy('r.id', 'desc')
    .limit(MOST_REFLECTIONS)
    .execute();
  const inside = isInside(context, at);
  const isNamed = (signsAs: string) => signsAs === 'name' || (inside && signsAs === 'inside');
  const names = await personNames(
    context.db,
    rows.flatMap(({ writtenBy }) => writtenBy ?? []),
  );
  return rows.map(({ id, text, locale, writtenBy, writerName, signsAs }) => {
    const name = writtenBy ? names.get(writtenBy)?.name : writerName;
    return { id, text, locale, who: (isNamed(signsAs) && name) || null };
  });
}

async function conclusionsOf(context: Context, at: FoundFloor['at']): Promise<ShownConclusion[]> {
  const me = personOf(context.actor);
  const wordings = await context.db
    .selectFrom('gatherings.conclusion as c')
    .innerJoin('gatherings.conclusionWording as w', (join) =>
      join.onRef('w.communityId', '=', 'c.communityId').onRef('w.conclusionId', '=', 'c.id'),
    )
    .distinctOn('c.number')
    .select(['c.id', 'c.number', 'w.version', 'w.text', 'w.locale', 'w.writtenAt'])
    .where('c.communityId', '=', at.communityId)
    .where('c.gatheringId', '=', at.gatheringId)
    .orderBy('c.number')
    .orderBy('w.version', 'desc')
    .execute();
  if (wordings.length === 0) return [];
  const ids = wordings.map(({ id }) => id);
  const confirmed = await context.db
    .selectFrom('gatherings.conclusionConfirmation')
    .select(['conclusionId', 'version', 'personId'])
    .where('communityId', '=', at.communityId)
    .where('conclusionId', 'in', ids)
    .execute();
  const amendments = await amendmentsOf(context, at, ids);
  return wordings.map(({ id, ...wording }) => {
    const yes = confirmed.filter((one) => one.conclusionId === id && one.version === wording.version);
    return {
      ...wording,
      confirmations: yes.length,
      mine: yes.some(({ personId }) => personId === me),
      amendments: amendments.get(id) ?? [],
    };
  });
}

async function amendmentsOf(
  context: Context,
  at: FoundFloor['at'],
  conclusionIds: readonly string[],
): Promise<Map<string, ShownAmendment[]>> {
  const rows = await context.db
    .selectFrom('gatherings.conclusionAmendment as a')
    .innerJoin('people.person as p', 'p.id', 'a.proposedBy')
    .select(['a.id', 'a.conclusionId', 'a.text', 'a.locale', 'a.why', 'a.signsAs', 'p.name'])
    .select(['a.answer', 'a.answerWords'])
    .where('a.communityId', '=', at.communityId)
    .where('a.conclusionId', 'in', [...conclusionIds])
    .orderBy('a.id')
    .execute();
  const inside = isInside(context, at);
  const all = new Map<string, ShownAmendment[]>();
  for (const { conclusionId, signsAs, name, ...amendment } of rows) {
    const named = signsAs === 'name' || (inside && signsAs === 'inside');
    all.set(conclusionId, [...(all.get(conclusionId) ?? []), { ...amendment, who: (named && name) || null }]);
  }
  return all;
}
