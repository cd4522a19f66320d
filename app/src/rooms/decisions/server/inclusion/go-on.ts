import type { Context } from '#platform/context.ts';
import { minuteIn, momentIn } from '#platform/time-zone.ts';
import { charterOf, communityById } from '#rooms/communities/server/index.ts';
import { moveClosing } from '../box/store.ts';
import type { Decision } from '../paper/find-decision.ts';
import { remindOfClosing, tellOfGoingOn } from '../tell.ts';
import { groupRulesFor } from './find-rules.ts';
import { measureParts } from './measure.ts';
import { saveGoingOn } from './store.ts';

const DAY = 86_400_000;

/**
 * "Not yet inclusive" (measures.md, I8): enough took part, but a group that the rules name is missing. Then the vote goes on
 * once, for the days the charter says, and the desk is asked to invite the whole group; nothing is counted meanwhile and nobody
 * learns who has voted. Returns true when the vote goes on, so that the box must not be sealed now.
 */
export async function goOnOnce(context: Context, decision: Decision): Promise<boolean> {
  const { communityId, id: decisionId, closesAt } = decision;
  if (decision.extendedAt || !closesAt || !decision.openedAt) return false;
  const rules = await groupRulesFor(context.db, decision);
  if (rules.length === 0 || (await ballotsIn(context, decision)) < (decision.quorumLeast ?? 0)) return false;
  const results = await measureParts(context.db, decision, { rules, second: false });
  const missed = results
    .filter(({ result }) => result === 'missed')
    .map(({ rule, attribute, group, needed }) => ({ rule, attribute, group, needed }));
  if (missed.length === 0) return false;
  const { rules: charter } = await charterOf(context.db, communityId, decision.charterVersion ?? undefined);
  const { timeZone } = await communityById(context.db, communityId);
  const later = sameMinuteAfter(closesAt, { timeZone, days: charter.inclusion.secondRound.days, now: context.now });
  const going = {
    communityId,
    decisionId,
    extendedAt: context.now,
    earlierClosesAt: closesAt,
    closesAt: later,
    missed,
  };
  // Another process was quicker: it goes on already.
  if (!(await saveGoingOn(context.db, going))) return true;
  await moveClosing(context.db, { communityId, decisionId, closesAt: later });
  const moved = { ...decision, closesAt: later };
  await tellOfGoingOn(context, moved);
  await remindOfClosing(context, moved);
  context.announce({
    kind: 'decisions.decision-extended',
    communityId,
    decisionId,
    number: decision.number,
    closesAt: later,
  });
  return true;
}

/** The same minute of the place's clock some days later, counted from now where the house had been asleep. */
function sameMinuteAfter(at: Date, { timeZone, days, now }: { timeZone: string; days: number; now: Date }): Date {
  const [day, minute] = minuteIn(timeZone, at).split('T');
  const asleep = Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY));
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + (days + asleep) * DAY).toISOString().slice(0, 10);
  return momentIn(timeZone, `${later}T${minute}`) ?? new Date(now.getTime() + days * DAY);
}

async function ballotsIn(context: Context, { communityId, id }: Decision): Promise<number> {
  const { n } = await context.db
    .selectFrom('decisions.ballot')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('communityId', '=', communityId)
    .where('decisionId', '=', id)
    .executeTakeFirstOrThrow();
  return Number(n);
}
