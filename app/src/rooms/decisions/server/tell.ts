import type { Context } from '#platform/context.ts';
import { communityById, peopleWithRole } from '#rooms/communities/server/index.ts';
import { callOffReminders, notify, remind } from '#rooms/messages/server/index.ts';
import type { Decision } from './paper/find-decision.ts';

/** A day before the end everyone on the roll is reminded, whoever has taken part or not: nobody reads from it who has. */
const BEFORE_CLOSING_MS = 86_400_000;

type Told = Pick<Decision, 'communityId' | 'id' | 'number' | 'question' | 'locale' | 'closesAt'>;

async function noticeOf(context: Context, decision: Told, { kind, path = '' }: { kind: string; path?: string }) {
  const { slug } = await communityById(context.db, decision.communityId);
  return {
    communityId: decision.communityId,
    kind,
    about: decision.id,
    href: `/c/${slug}/decisions/${decision.number}${path}`,
    facts: { question: decision.question },
  };
}

/** Tells some people something about a decision. */
export async function tellAbout(
  context: Context,
  decision: Told,
  { personIds, kind, path }: { personIds: readonly string[]; kind: string; path?: string },
): Promise<void> {
  await notify(context, personIds, await noticeOf(context, decision, { kind, path }));
}

/** Tells everyone on the roll that it is open, and reminds all of them before it closes. */
export async function tellOfOpening(context: Context, decision: Told, roll: readonly string[]): Promise<void> {
  const notice = await noticeOf(context, decision, { kind: 'decisions.decision-opened' });
  await notify(context, roll, { ...notice, mail: 'soon' });
  await remindAll(context, decision, roll);
}

/** Moves the reminder with the end. */
export async function remindOfClosing(context: Context, decision: Told): Promise<void> {
  await callOffReminders(context, 'decisions.closes-soon', decision.id);
  await remindAll(context, decision, await peopleOnRoll(context, decision));
}

/** Tells everyone on the roll that the vote goes on, whoever has taken part or not, and the desk that a group is to be invited. */
export async function tellOfGoingOn(context: Context, decision: Told): Promise<void> {
  const roll = await peopleOnRoll(context, decision);
  await notify(context, roll, { ...(await noticeOf(context, decision, { kind: 'decisions.goes-on' })), mail: 'soon' });
  const desk = await Promise.all(
    (['facilitator', 'steward'] as const).map((role) => peopleWithRole(context.db, decision.communityId, role)),
  );
  const personIds = [...new Set(desk.flat())];
  await tellAbout(context, decision, { personIds, kind: 'decisions.group-to-invite', path: '#outreach' });
}

/** Tells everyone on the roll that the outcome is there. */
export async function tellOfOutcome(context: Context, decision: Told): Promise<void> {
  const personIds = await peopleOnRoll(context, decision);
  await tellAbout(context, decision, { personIds, kind: 'decisions.decision-counted', path: '/outcome' });
}

async function remindAll(context: Context, decision: Told, roll: readonly string[]): Promise<void> {
  if (!decision.closesAt) return;
  const dueAt = new Date(decision.closesAt.getTime() - BEFORE_CLOSING_MS);
  if (dueAt <= context.now) return;
  await remind(context, roll, { ...(await noticeOf(context, decision, { kind: 'decisions.closes-soon' })), dueAt });
}

async function peopleOnRoll(context: Context, { communityId, id }: Told): Promise<string[]> {
  const rows = await context.db
    .selectFrom('decisions.roll')
    .select('personId')
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .execute();
  return rows.map(({ personId }) => personId);
}
