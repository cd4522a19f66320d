import type { House } from '#platform/house.ts';
import { dayIn } from '#platform/time-zone.ts';
import { answerCommitment, commitmentsRoom } from '#rooms/commitments/server/index.ts';
import { demoTown, findCommunity, findOrganisation, type Town } from '#rooms/communities/server/index.ts';
import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import * as closing from './demo-closing.ts';
import { eveningOf, TIME_ZONE } from './demo-evening.ts';
import * as demo from './demo-event.ts';
import { seedComing } from './seed-coming.ts';
import * as door from './server/index.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const DESK: DemoPersonKey = 'vera';
const { PRACTICE: slug, HELD } = demo;

/** The demo's event that was held, and how to do things in it. */
interface Event {
  readonly house: House;
  readonly town: Town;
  readonly which: { readonly communityId: string; readonly gatheringId: string };
  readonly at: { readonly slug: string; readonly number: number };
  readonly startsAt: Date;
}

/** A thematic event with three speakers and a report that lives, one next week, and a training in fire prevention. */
export async function seedEvents(house: House): Promise<void> {
  const town = await demoTown(house);
  const event = await call(house, town);
  await come(event);
  const speakers = await speak(event);
  await ask(event, speakers);
  await conclude(event);
  await report(event);
  await answerLate(event, speakers);
  await keepWords(event);
  await seedComing(house, town);
}

async function call(house: House, town: Town): Promise<Event> {
  const { id: communityId } = await findCommunity(house.database.db, slug);
  const startsAt = eveningOf(house, HELD);
  const agenda = demo.eventProgramme.map(([at, minutes, title, ledBy]) => ({
    startsAt: new Date(startsAt.getTime() + at * MINUTE).toISOString(),
    minutes,
    title,
    ledBy,
  }));
  const { id: host } = await findOrganisation(house.database.db, 'korak');
  const endsAt = new Date(startsAt.getTime() + 135 * MINUTE).toISOString();
  const times = { startsAt: startsAt.toISOString(), endsAt, agenda, hostOrganisationIds: [host] };
  const { gatheringId, number } = await town.act<{ gatheringId: string; number: number }>(DESK, HELD + 24, {
    action: door.callGathering,
    input: { communityId, ...demo.eventCall, ...times },
  });
  const which = { communityId, gatheringId };
  for (const [who, role] of [
    ['ana', 'chair'],
    ['vera', 'moderator'],
    ['marija', 'rapporteur'],
    ['arta', 'interpreter'],
  ] as const)
    await town.act(DESK, HELD + 23, {
      action: door.giveRole,
      input: { ...which, personId: town.ids[who], role },
    });
  return { house, town, which, at: { slug, number }, startsAt };
}

/** Days ago at which a minute of the event was. */
const minuteOf = ({ house, startsAt }: Event, minute: number): number =>
  (house.now().getTime() - startsAt.getTime() - minute * MINUTE) / DAY;

const guests: readonly DemoPersonKey[] = [
  ...(['milena', 'elena', 'arta', 'drita', 'ilir', 'dunja', 'wanjiru', 'otieno', 'amra', 'miodrag'] as const),
  ...(['ana', 'marija', 'vera', 'hannah'] as const),
];

/** Everyone said that they come; a helper ticked who sat there. */
async function come(event: Event): Promise<void> {
  const { town, which, startsAt } = event;
  for (const [index, who] of guests.entries())
    await town.act(who, HELD + 20 - index, { action: door.registerOneself, input: which });
  const entries = guests.slice(0, -1).map((who, index) => ({
    key: idOf('5eed', index),
    kind: 'attendance',
    happenedAt: new Date(startsAt.getTime() + index * MINUTE).toISOString(),
    personId: town.ids[who],
    present: 'yes',
  }));
  await town.act(DESK, minuteOf(event, 20), {
    action: door.recordInHall,
    input: { ...which, deviceId: idOf('de71', 0), entries },
  });
}

/** Ids of devices and hands: of the demo, and the same in every demo. */
const idOf = (kind: string, index: number): string => `${kind}0000-0000-4000-8000-${String(index).padStart(12, '0')}`;

async function speak({ house, town, at }: Event): Promise<Map<DemoPersonKey, string>> {
  const speakers = new Map<DemoPersonKey, string>();
  for (const { who, organisation, woman, grassroots, ...words } of demo.eventSpeakers) {
    const { id: organisationId } = await findOrganisation(house.database.db, organisation);
    const { speakerId } = await town.act<{ speakerId: string }>(DESK, HELD + 19, {
      action: door.addSpeaker,
      input: {
        ...at,
        personId: town.ids[who],
        name: await nameOf(house, town.ids[who]),
        organisationId,
        ...brief(words),
      },
    });
    speakers.set(who, speakerId);
    for (const [kind, text] of [
      ['profile', words.profile],
      ['case', words.caseWords],
    ] as const)
      await town.act(who, HELD + 12, {
        action: door.writeWords,
        input: { ...at, speakerId, kind, text, locale: words.locale },
      });
    for (const [about, said] of [
      ['woman', woman],
      ['grassroots', grassroots],
    ] as const)
      if (said)
        await town.act(who, HELD + 12, {
          action: door.declareSpeaker,
          input: { ...at, speakerId, about, said: 'yes' },
        });
  }
  return speakers;
}

const brief = ({ country, locale }: { country: string; locale: string }) => ({ country, locale });

async function nameOf(house: House, personId: string): Promise<string> {
  const { name } = await house.database.db
    .selectFrom('people.person')
    .select('name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  return name ?? '';
}

async function ask(event: Event, speakers: ReadonlyMap<DemoPersonKey, string>): Promise<void> {
  const { town, at } = event;
  for (const [index, { text, locale, by, name, meToo }] of demo.eventQuestions.entries()) {
    const then = minuteOf(event, 62 + index * 3);
    const input = { ...at, text, locale };
    const asked = by
      ? { action: door.askQuestion, input: { ...input, hand: idOf('ad5c', index) } }
      : {
          action: door.enterQuestion,
          input: { ...input, channel: 'hall', name: name ?? '', unnamed: name ? '' : 'yes' },
        };
    const { question } = await town.act<{ question: number }>(by ?? DESK, then, asked);
    const hands = Array.from({ length: meToo }, (_, hand) => ({ question, hand: idOf('a4d0', hand) }));
    await town.act(DESK, then, { action: door.countHands, input: { ...at, hands } });
  }
  for (const [index, { fate }] of demo.eventQuestions.entries())
    if (fate.after === undefined)
      await settle(event, speakers, { number: index + 1, fate, daysAgo: minuteOf(event, 92 + index * 3) });
}

async function settle(
  { house, town, at }: Event,
  speakers: ReadonlyMap<DemoPersonKey, string>,
  { number, fate, daysAgo }: { number: number; fate: demo.SeededQuestion['fate']; daysAgo: number },
): Promise<void> {
  const { state, words, locale, speaker, dueIn } = fate;
  const dueOn = dueIn === undefined ? undefined : dayAhead(house, dueIn);
  const by = speaker ? speakers.get(speaker) : undefined;
  await town.act(DESK, daysAgo, {
    action: door.settleQuestion,
    input: { ...at, question: number, state, speakerId: by, dueOn, words: state === 'declined' ? words : '', locale },
  });
  if (speaker && by && state === 'answered')
    await town.act(speaker, daysAgo - 0.5, {
      action: door.writeWords,
      input: { ...at, speakerId: by, kind: 'answer', question: number, text: words, locale },
    });
}

/** The answer that came in writing when the report was out already. */
async function answerLate(event: Event, speakers: ReadonlyMap<DemoPersonKey, string>): Promise<void> {
  const { town, at } = event;
  for (const [index, { fate }] of demo.eventQuestions.entries()) {
    const speaker = fate.speaker && speakers.get(fate.speaker);
    if (fate.after === undefined || !fate.speaker || !speaker) continue;
    const { state, words, locale } = fate;
    const input = { ...at, question: index + 1, state, speakerId: speaker, words, locale };
    await town.act(DESK, HELD - fate.after, { action: door.settleQuestion, input });
  }
}

const dayAhead = (house: House, days: number): string => dayIn(TIME_ZONE, new Date(house.now().getTime() + days * DAY));

async function conclude(event: Event): Promise<void> {
  const { house, town, at } = event;
  for (const [index, { text, locale, by }] of closing.eventReflections.entries())
    await town.act(by ?? DESK, minuteOf(event, 112 + index), {
      action: by ? door.writeReflection : door.enterReflection,
      input: {
        ...at,
        text,
        locale,
        ...(by ? { hand: idOf('ad5c', 50 + index) } : { channel: 'hall', unnamed: 'yes' }),
      },
    });
  for (const { text } of closing.eventConclusions)
    await town.act('marija', minuteOf(event, 120), {
      action: door.writeConclusion,
      input: { ...at, text, locale: 'sr-Cyrl' },
    });
  const { by, conclusion, text, why } = closing.eventAmendment;
  const { amendmentId } = await town.act<{ amendmentId: string }>(by, minuteOf(event, 124), {
    action: door.amendConclusion,
    input: { ...at, conclusion, version: 1, text, why, locale: 'sr-Cyrl' },
  });
  await town.act('marija', minuteOf(event, 126), {
    action: door.answerAmendment,
    input: { ...at, amendmentId, answer: 'taken' },
  });
  for (const [index, { confirmedBy }] of closing.eventConclusions.entries())
    for (const who of confirmedBy)
      await town.act(who, HELD - 1, {
        action: door.confirmConclusion,
        input: { ...at, conclusion: index + 1, version: index + 1 === conclusion ? 2 : 1 },
      });
  for (const { what, locale, organisation, person, due } of closing.eventSteps) {
    const by = person
      ? `person:${town.ids[person]}`
      : `organisation:${(await findOrganisation(house.database.db, organisation ?? '')).id}`;
    const step = { what, locale, by, dueOn: dayAhead(house, due - HELD) };
    await town.act('marija', minuteOf(event, 130), { action: door.recordNextStep, input: { ...at, ...step } });
  }
}

async function report({ town, at }: Event): Promise<void> {
  for (const { place, text } of closing.eventTexts)
    await town.act('marija', HELD - 4, {
      action: door.writeReportText,
      input: { ...at, place, version: 0, text, locale: 'sr-Cyrl' },
    });
  await town.act('marija', HELD - 6, { action: door.publishReport, input: at });
}

/** The house asks as the months pass; those the words were given to answer. */
async function keepWords({ house, town, which }: Event): Promise<void> {
  const [asking] = commitmentsRoom.ticks;
  const askUntil = (daysAgo: number) =>
    asking.run({ ...house, now: () => new Date(house.now().getTime() - daysAgo * DAY) });
  const given = await house.database.db
    .selectFrom('commitments.commitment')
    .select(['number', 'what'])
    .where('communityId', '=', which.communityId)
    .where('originId', '=', which.gatheringId)
    .execute();
  const answers = closing.eventSteps
    .flatMap(({ what, answers: said }) => said.map((one) => ({ what, ...one })))
    .sort((a, b) => a.after - b.after);
  for (const { what, by, after, reply, words, locale, newDueIn } of answers) {
    await askUntil(HELD - after);
    const number = given.find((one) => one.what === what)?.number;
    const newOn = newDueIn === undefined ? undefined : dayAhead(house, newDueIn);
    await town.act(by, HELD - after, {
      action: answerCommitment,
      input: { slug, number, answer: reply, words, newOn, locale },
    });
  }
  await askUntil(0);
}
