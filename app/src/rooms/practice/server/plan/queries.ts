import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import { dayIn } from '#platform/time-zone.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onOwn, onPractice } from '../../permissions.ts';
import { PLAN_ITEM, type PlanState } from '../../words.ts';
import { type FoundPractice, findPractice } from '../find-practice.ts';
import { allOfPractice, type Choice, knowParties, type ShownParty } from '../parties.ts';

/** Something in the plan as it stands now, with what became of it so far. */
export interface ShownItem {
  readonly id: string;
  readonly what: string;
  readonly locale: string;
  readonly who: ShownParty;
  readonly dueOn: string | null;
  readonly state: PlanState;
  /** Its day has passed and it is neither done nor let go. */
  readonly overdue: boolean;
  readonly changes: readonly {
    readonly state: PlanState;
    readonly words: string;
    readonly dueOn: string | null;
    readonly changedAt: Date;
    readonly by: ShownParty;
  }[];
  readonly mayChange: boolean;
  /** The word that was given on it, by its number among the given words. */
  readonly word: { readonly number: number; readonly state: string } | null;
  readonly mayGiveWord: boolean;
}

const CLOSED: readonly string[] = ['done', 'let-go'];

/** The whole plan: what is open first, by its day; then what is done or let go, the newest first. */
export async function planOf(context: Context, { practice, subject }: FoundPractice): Promise<ShownItem[]> {
  const communityId = practice.id;
  const { db, actor } = context;
  const items = await db
    .selectFrom('practice.planItem')
    .select(['id', 'what', 'locale', 'personId', 'organisationId', 'dueOn'])
    .where('communityId', '=', communityId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  const changes = await db
    .selectFrom('practice.planChange')
    .select(['itemId', 'state', 'words', 'dueOn', 'changedAt', 'changedBy as personId'])
    .where('communityId', '=', communityId)
    .orderBy('changedAt')
    .orderBy('id')
    .execute();
  const show = await knowParties(context, subject, [...items, ...changes]);
  const words = await wordsOn(context, communityId);
  const today = dayIn(practice.timeZone, context.now);
  const shown = items.map(({ personId, organisationId, ...item }): ShownItem => {
    const mine = changes.filter(({ itemId }) => itemId === item.id);
    const state = (mine.at(-1)?.state ?? 'planned') as PlanState;
    const dueOn = mine.findLast((change) => change.dueOn !== null)?.dueOn ?? item.dueOn;
    return {
      ...item,
      who: show({ personId, organisationId }),
      state,
      dueOn,
      overdue: dueOn !== null && dueOn < today && !CLOSED.includes(state),
      changes: mine.map(({ itemId: _, personId: by, state: then, ...change }) => {
        return { ...change, state: then as PlanState, by: show({ personId: by }) };
      }),
      mayChange: may(onOwn.changeItem, actor, { communityId, personId, organisationId, circle: subject.circle }),
      word: words.get(item.id) ?? null,
      mayGiveWord:
        !words.has(item.id) && !CLOSED.includes(state) && may(onOwn.giveWord, actor, { personId, organisationId }),
    };
  });
  const day = ({ dueOn }: ShownItem) => dueOn ?? '9999';
  return [
    ...shown
      .filter(({ state }) => !CLOSED.includes(state))
      .sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)),
    ...shown.filter(({ state }) => CLOSED.includes(state)),
  ];
}

/** Words given on items of the plan, those apart that were taken back. */
async function wordsOn(context: Context, communityId: string) {
  const rows = await context.db
    .selectFrom('commitments.commitment')
    .select(['originId', 'number', 'state'])
    .where('communityId', '=', communityId)
    .where('originKind', '=', PLAN_ITEM)
    .where('state', '<>', 'taken-back')
    .execute();
  return new Map(rows.map(({ originId, number, state }) => [originId ?? '', { number, state: String(state) }]));
}

/** What the page of the plan shows. */
export interface PlanPage {
  readonly practice: Community;
  readonly items: readonly ShownItem[];
  readonly may: { readonly plan: boolean };
  readonly choices: readonly Choice[];
}

/** The page of the action plan. */
export async function showPlan(context: Context, slug: string): Promise<PlanPage> {
  const found = await findPractice(context, slug);
  authorize(onPractice.read, context.actor, found.subject);
  const plan = may(onPractice.plan, context.actor, found.subject);
  return {
    practice: found.practice,
    items: await planOf(context, found),
    may: { plan },
    choices: plan ? await allOfPractice(context, found.subject) : [],
  };
}
