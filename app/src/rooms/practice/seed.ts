import type { House } from '#platform/house.ts';
import {
  bringOrganisation,
  demoTown,
  findCommunity,
  findOrganisation,
  foundCommunity,
  joinCommunity,
  proposeRole,
  registerOrganisation,
  secondRole,
  type Town,
} from '#rooms/communities/server/index.ts';
import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import { demoCases, type SeededCase } from './demo-cases.ts';
import {
  DEMO_PRACTICE,
  practiceCircle,
  practiceForm,
  practiceMembers,
  practiceOrganisations,
  practicePlan,
  practiceTopics,
} from './demo-practice.ts';
import { answerCredit } from './server/cases/answer-credit.ts';
import { creditContributor } from './server/cases/credit-contributor.ts';
import { publishCase } from './server/cases/publish-case.ts';
import { takeUpCase } from './server/cases/take-up-case.ts';
import { writeCase } from './server/cases/write-case.ts';
import { endCircleSeat } from './server/circle/end-circle-seat.ts';
import { nameToCircle } from './server/circle/name-to-circle.ts';
import { drawLesson } from './server/lessons/draw-lesson.ts';
import { addPlanItem } from './server/plan/add-plan-item.ts';
import { changePlanItem } from './server/plan/change-plan-item.ts';
import { giveWord } from './server/plan/give-word.ts';
import { answerIntroduction, askIntroduction } from './server/topics/ask-introduction.ts';
import { sayTopic } from './server/topics/say-topic.ts';

const slug = DEMO_PRACTICE;
const DAY = 86_400_000;

/**
 * The demo's practice: ten organisations from six countries, their circle, plan, shares and wishes, six cases that learned
 * from each other (one of a village that isn't in the practice), one draft that waits for a word of Ana's.
 */
export async function seedPractice(house: House): Promise<void> {
  const town = await demoTown(house);
  await lay(house, town);
  await seatCircle(house, town);
  await plan(house, town);
  await shareAndWish(house, town);
  const numbers = new Map<string, number>();
  for (const one of demoCases) numbers.set(one.key, await tell(house, town, { one, numbers }));
}

/** Founds it, seats who belongs, brings the organisations. */
async function lay(house: House, town: Town): Promise<void> {
  await town.act('ana', 172, { action: foundCommunity, input: practiceForm });
  for (const [at, key] of practiceMembers.entries())
    await town.act(key, 171 - at * 0.1, {
      action: joinCommunity,
      input: { slug, belonging: 'other', oldEnough: 'yes' },
    });
  const amra = { slug, personId: town.ids.amra, role: 'steward', change: 'grant' };
  await town.act('ana', 169.5, { action: proposeRole, input: amra });
  const vera = { slug, personId: town.ids.vera, role: 'facilitator', change: 'grant' };
  await town.act('ana', 169.4, { action: proposeRole, input: vera });
  const { db } = house.database;
  const { id: communityId } = await findCommunity(db, slug);
  const waiting = await db
    .selectFrom('communities.roleChange')
    .select('id')
    .where('communityId', '=', communityId)
    .where('personId', '=', town.ids.vera)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  await town.act('amra', 169.3, { action: secondRole, input: { slug, changeId: waiting.id } });
  for (const { lead, ...organisation } of practiceOrganisations)
    await town.act(lead, 170, { action: registerOrganisation, input: organisation });
  for (const organisation of ['korak', ...practiceOrganisations.map((one) => one.slug)])
    await town.act('ana', 169, { action: bringOrganisation, input: { slug, organisation } });
}

const organisationId = async (house: House, organisation: string): Promise<string> =>
  (await findOrganisation(house.database.db, organisation)).id;

const dayIn = (house: House, days: number): string =>
  new Date(house.now().getTime() + days * DAY).toISOString().slice(0, 10);

async function seatCircle(house: House, town: Town): Promise<void> {
  for (const { who, of, chosenBy, daysAgo, ended } of practiceCircle) {
    const personId = town.ids[who];
    const seat = { slug, personId, organisationId: await organisationId(house, of), chosenBy };
    const untilOn = dayIn(house, 270 - daysAgo);
    await town.act('vera', daysAgo, { action: nameToCircle, input: { ...seat, untilOn } });
    if (ended === undefined) continue;
    const { id } = await house.database.db
      .selectFrom('practice.circleSeat')
      .select('id')
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow();
    await town.act('vera', ended, { action: endCircleSeat, input: { slug, seatId: id, why: 'turn' } });
  }
}

async function plan(house: House, town: Town): Promise<void> {
  for (const { what, locale, by, daysAgo, dueIn, changes = [], word } of practicePlan) {
    const who = `o:${await organisationId(house, by)}`;
    const item = { slug, what, locale, who, dueOn: dayIn(house, dueIn) };
    const { itemId } = await town.act<{ itemId: string }>('vera', daysAgo, { action: addPlanItem, input: item });
    if (word) await town.act(word.by, word.daysAgo, { action: giveWord, input: { slug, itemId } });
    for (const { by: changer, daysAgo: then, dueIn: newDay, ...change } of changes) {
      const dueOn = newDay === undefined ? undefined : dayIn(house, newDay);
      await town.act(changer, then, { action: changePlanItem, input: { slug, itemId, ...change, dueOn } });
    }
  }
}

/** What each can share and wishes to learn; one pair was introduced, one waits for Ana. */
async function shareAndWish(house: House, town: Town): Promise<void> {
  const ids: { by: DemoPersonKey; kind: string; topicId: string }[] = [];
  for (const [at, { by, of, quiet, ...said }] of practiceTopics.entries()) {
    const party = of ? `o:${await organisationId(house, of)}` : '';
    const input = { slug, ...said, party, pairing: quiet ? 'no' : 'yes' };
    const { topicId } = await town.act<{ topicId: string }>(by, 66 - at, { action: sayTopic, input });
    ids.push({ by, kind: said.kind, topicId });
  }
  const idOf = (by: DemoPersonKey, kind: string) => ids.find((one) => one.by === by && one.kind === kind)?.topicId;
  const books = { slug, shareId: idOf('ilir', 'share'), wishId: idOf('milena', 'wish') };
  await town.act('milena', 41, { action: askIntroduction, input: books });
  const { id } = await house.database.db.selectFrom('practice.introduction').select('id').executeTakeFirstOrThrow();
  await town.act('ilir', 40, { action: answerIntroduction, input: { slug, introductionId: id, answer: 'yes' } });
  const proposals = { slug, shareId: idOf('ana', 'share'), wishId: idOf('elena', 'wish') };
  await town.act('elena', 2, { action: askIntroduction, input: proposals });
}

/** A case from its draft to its lessons; returns its number. */
async function tell(
  house: House,
  town: Town,
  { one, numbers }: { readonly one: SeededCase; readonly numbers: ReadonlyMap<string, number> },
): Promise<number> {
  const { by, of, daysAgo, from, words, people = [], outside = [], lessons = [], draft } = one;
  const [kind, name] = of.split(':');
  const { db } = house.database;
  const party = kind === 'o' ? await organisationId(house, name) : (await findCommunity(db, name)).id;
  const input = { slug, ...words, party: `${kind}:${party}` };
  const { number } = await town.act<{ number: number }>(
    by,
    daysAgo,
    from
      ? { action: takeUpCase, input: { ...input, from: numbers.get(from.key), how: from.how } }
      : { action: writeCase, input },
  );
  const at = { slug, number };
  for (const { name: outsideName, tier: outsideTier, told, part } of outside)
    await town.act(by, daysAgo, { action: creditContributor, input: { ...at, outsideName, outsideTier, told, part } });
  for (const { who, part, answer } of people) {
    await town.act(by, daysAgo, { action: creditContributor, input: { ...at, who: `p:${town.ids[who]}`, part } });
    if (answer)
      await town.act(who, daysAgo - 1, {
        action: answerCredit,
        input: { ...at, answer, contributorId: await contributorId(house, number, town.ids[who]) },
      });
  }
  if (draft) return number;
  await town.act(by, daysAgo - 2, { action: publishCase, input: at });
  for (const { by: drawer, daysAgo: then, ...lesson } of lessons)
    await town.act(drawer, then, { action: drawLesson, input: { slug, case: number, ...lesson } });
  return number;
}

async function contributorId(house: House, number: number, personId: string): Promise<string> {
  const { id } = await house.database.db
    .selectFrom('practice.contributor as k')
    .innerJoin('practice.libraryCase as c', (join) =>
      join.onRef('c.communityId', '=', 'k.communityId').onRef('c.id', '=', 'k.caseId'),
    )
    .select('k.id')
    .where('c.number', '=', number)
    .where('k.personId', '=', personId)
    .executeTakeFirstOrThrow();
  return id;
}
