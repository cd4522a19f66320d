import { describeAction } from '#platform/action.ts';
import { hasRole } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { findCommunity, organisationsOf, seatOf } from '#rooms/communities/server/index.ts';
import { onCommitments } from '../permissions.ts';
import { type ByWhom, MakeCommitment, type ToWhom } from '../words.ts';
import { recordCommitment } from './record-commitment.ts';
import { signedIn } from './signed-in.ts';

/**
 * Somebody gives their word, for themselves or for the organisation they belong to; the desk also writes down what others
 * said. Returns its number and address.
 */
export const makeCommitment = describeAction(
  { name: 'commitments.make-commitment', input: MakeCommitment, permission: onCommitments.make, repeat: 'once' },
  async (context, input) => {
    const community = await findCommunity(context.db, input.slug);
    const communityId = community.id;
    authorize(onCommitments.make, context.actor, { communityId });
    const personId = signedIn(context);
    const by = byWhom(input, personId);
    authorize(onCommitments.writeDown, context.actor, { communityId, by: 'name' in by ? undefined : by });
    await insistKnown(context, community, by);
    const to = await toWhom(context, community, input.to);
    await limit(context, `commitments.make:${personId}`, { most: 60, seconds: 86_400 });
    const { what, words, locale, dueOn, audience } = input;
    return recordCommitment(context, { communityId, what, words, locale, dueOn, audience, by, to });
  },
);

function byWhom({ by, name, agreed }: MakeCommitment, me: string): ByWhom {
  if (by === 'me') return { personId: me };
  if (by === 'name') return { name: name ?? '', signsAs: agreed ? 'name' : 'inside' };
  const [kind, id] = by.split(':');
  return kind === 'person' ? { personId: id } : { organisationId: id };
}

/** Only members, and organisations of this community or of the reader, can be named by choice. */
async function insistKnown(context: Context, { id }: Community, by: ByWhom): Promise<void> {
  const known =
    'name' in by ||
    ('personId' in by && (isMe(context, by.personId) || (await seatOf(context.db, id, by.personId)) !== undefined)) ||
    ('organisationId' in by && (await knowsOrganisation(context, id, by.organisationId)));
  if (!known)
    throw new Refusal('platform.invalid', { kind: 'invalid', fields: { by: { key: 'commitments.invalid.by' } } });
}

async function toWhom(context: Context, { id }: Community, to: string | undefined): Promise<ToWhom | undefined> {
  const [kind, toId] = to?.split(':') ?? [];
  if (!toId) return undefined;
  if (kind === 'community' && (toId === id || hasRole(context.actor, toId, 'member'))) return { communityId: toId };
  if (kind === 'organisation' && (await knowsOrganisation(context, id, toId))) return { organisationId: toId };
  throw new Refusal('platform.invalid', { kind: 'invalid', fields: { to: { key: 'commitments.invalid.to' } } });
}

const isMe = ({ actor }: Context, personId: string) => actor.kind === 'person' && actor.personId === personId;

async function knowsOrganisation(context: Context, communityId: string, organisationId: string): Promise<boolean> {
  if (hasRole(context.actor, organisationId, 'lead', 'member')) return true;
  return (await organisationsOf(context.db, communityId)).some(({ id }) => id === organisationId);
}
