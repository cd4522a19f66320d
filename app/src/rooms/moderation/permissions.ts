import { type Actor, hasRole, personOf } from '#platform/actor.ts';
import { may, type PermissionTable } from '#platform/permissions.ts';

interface InCommunity {
  readonly communityId: string;
}

/** Something that people wrote, or the fold it lies in. */
export interface ThingSubject extends InCommunity {
  /** Who wrote it; null where nobody with an account did. */
  readonly authorId: string | null;
  /** Who decides on it besides the desk: those who run the gathering at which it was said. */
  readonly leaders?: readonly string[];
}

const desk = (actor: Actor, { communityId }: InCommunity) => hasRole(actor, communityId, 'facilitator', 'steward');
const me = (actor: Actor, personId: string | null) => personId !== null && personOf(actor) === personId;

export const onModeration = {
  readLog: { sentence: 'moderation.permission.read-log', who: ['anyone'], holds: () => true },
  sitAtDesk: { sentence: 'moderation.permission.sit-at-desk', who: ['facilitator', 'steward'], holds: desk },
} satisfies PermissionTable<InCommunity>;

export const onThing = {
  report: {
    sentence: 'moderation.permission.report',
    who: ['person'],
    holds: (actor) => actor.kind === 'person',
  },
  decide: {
    sentence: 'moderation.permission.decide',
    who: ['facilitator', 'steward', 'chair', 'moderator', 'rapporteur'],
    holds: (actor, subject) => desk(actor, subject) || (subject.leaders ?? []).some((personId) => me(actor, personId)),
  },
  appeal: {
    sentence: 'moderation.permission.appeal',
    who: ['person'],
    holds: (actor, { authorId }) => me(actor, authorId),
  },
} satisfies PermissionTable<ThingSubject>;

/** What the reader may do with things of others in a community, for pages: tell the desk, fold. */
export const abilitiesOnThings = (
  actor: Actor,
  where: Pick<ThingSubject, 'communityId' | 'leaders'>,
): { readonly report: boolean; readonly fold: boolean } => {
  const subject = { ...where, authorId: null };
  return { report: may(onThing.report, actor, subject), fold: may(onThing.decide, actor, subject) };
};
