import type { House } from '#platform/house.ts';
import { findCommunity, findOrganisation, type Town } from '#rooms/communities/server/index.ts';
import type { DemoPersonKey } from '#rooms/people/server/index.ts';
import { eveningOf } from './demo-evening.ts';
import { PRACTICE } from './demo-event.ts';
import { addSpeaker, callGathering, registerOneself, registerOther } from './server/index.ts';

const MINUTE = 60_000;

/** What is still to come in the demo: an event next week, and a training with more who wish to come than places. */
export async function seedComing(house: House, town: Town): Promise<void> {
  await nextWeek(house, town);
  await training(house, town);
}

type Programme = readonly (readonly [at: number, minutes: number, title: string, ledBy: string])[];

/** Times of a gathering that begins so many days from now, six in the evening. */
function timesIn(house: House, days: number, programme: Programme) {
  const startsAt = eveningOf(house, -days).getTime();
  const moment = (minutes: number) => new Date(startsAt + minutes * MINUTE).toISOString();
  const agenda = programme.map(([at, minutes, title, ledBy]) => ({ startsAt: moment(at), minutes, title, ledBy }));
  const [lastAt, lastMinutes] = programme.at(-1) ?? [0, 60];
  return { startsAt: moment(0), endsAt: moment(lastAt + lastMinutes), agenda };
}

async function nextWeek(house: House, town: Town): Promise<void> {
  const { db } = house.database;
  const { id: communityId } = await findCommunity(db, PRACTICE);
  const call = {
    kind: 'thematic-event',
    theme: 'Вода: ко је носи, ко о њој одлучује',
    about: 'Две приче, из Сувог Дола и са падине изнад Накуруа, па питања. Прво говоре жене које воду носе.',
    locale: 'sr-Cyrl',
    link: 'https://example.org/praksa',
    places: 40,
    hostOrganisationIds: [(await findOrganisation(db, 'maji-yetu')).id, (await findOrganisation(db, 'izvor')).id],
    ...timesIn(house, 7, [
      [0, 10, 'Ко је све за столом', 'Amra Delić'],
      [10, 25, 'Водна книга на Суви Дол', 'Елена Трајковска'],
      [35, 25, 'Forty households, three boreholes', 'Wanjiru Kamau'],
      [60, 45, 'Питања', 'Drita Leka'],
      [105, 15, 'Шта ћемо радити другачије', 'Вера Павловић'],
    ]),
  };
  const input = { communityId, ...call };
  const { gatheringId, number } = await town.act<{ gatheringId: string; number: number }>('vera', 9, {
    action: callGathering,
    input,
  });
  const speakers = [
    { who: 'elena', name: 'Елена Трајковска', organisation: 'izvor', country: 'MK', locale: 'mk' },
    { who: 'wanjiru', name: 'Wanjiru Kamau', organisation: 'maji-yetu', country: 'KE', locale: 'en' },
  ] as const;
  for (const { who, organisation, ...speaker } of speakers) {
    const { id: organisationId } = await findOrganisation(db, organisation);
    await town.act('vera', 8, {
      action: addSpeaker,
      input: { slug: PRACTICE, number, personId: town.ids[who], organisationId, ...speaker },
    });
  }
  const coming: readonly DemoPersonKey[] = ['elena', 'wanjiru', 'amra', 'drita', 'milena', 'dunja'];
  for (const [index, who] of coming.entries())
    await town.act(who, 6 - index * 0.7, { action: registerOneself, input: { communityId, gatheringId } });
}

async function training(house: House, town: Town): Promise<void> {
  const { db } = house.database;
  const { id: communityId } = await findCommunity(db, 'lipnica');
  const call = {
    kind: 'training',
    theme: 'Пре пожара: шта село може само',
    about: 'Ко држи кључ, где је вода, кога зове ко. Вежбамо са цистерном иза школе. Понесите чврсту обућу.',
    locale: 'sr-Cyrl',
    place: 'Школско двориште, Липница',
    places: 4,
    hostOrganisationIds: [(await findOrganisation(db, 'opstina-lipnica')).id],
    ...timesIn(house, 18, [
      [0, 20, 'Шта је горело и зашто', 'Миодраг Савић'],
      [20, 40, 'Карта: вода, путеви, кључеви', 'Милена Стојановић'],
      [60, 60, 'Вежба са цистерном', 'Зоран Ћирић'],
    ]),
  };
  const { gatheringId } = await town.act<{ gatheringId: string }>('milena', 12, {
    action: callGathering,
    input: { communityId, ...call },
  });
  const which = { communityId, gatheringId };
  for (const [index, who] of (['milena', 'zoran', 'dragan'] as const).entries())
    await town.act(who, 10 - index, { action: registerOneself, input: which });
  const other = { ...which, channel: 'phone' };
  await town.act('milena', 6, {
    action: registerOther,
    input: { ...other, name: 'Станоје из Горње Липе', access: 'тешко хода' },
  });
  await town.act('milena', 4, { action: registerOther, input: { ...other, name: 'Рада и Мира', children: 1 } });
  await town.act('vera', 2, { action: registerOneself, input: which });
}
