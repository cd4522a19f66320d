import { system } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Db } from '#platform/database/tables.ts';
import type { House } from '#platform/house.ts';
import { runParsed } from '#platform/run-action.ts';
import { saveAddress, savePerson } from './server/account/store.ts';
import type { DemoPerson, DemoRole } from './words.ts';

/** One fictional person of the demo. */
interface SeededPerson {
  readonly name: string;
  readonly locale: string;
  /** Before the @ of an address that can belong to nobody. */
  readonly mailbox: string;
}

/** Nobody can receive mail there (RFC 2606), so no letter of the demo reaches a stranger. */
const DOMAIN = 'example.org';

/** The demo's people by key: two villages, their facilitators, an NGO, a municipality and guests. Every one is invented. */
const demoPeople = {
  // Gornja Lipa, in Serbian.
  milena: { name: 'Милена Стојановић', locale: 'sr-Cyrl', mailbox: 'milena' },
  dragan: { name: 'Драган Живковић', locale: 'sr-Cyrl', mailbox: 'dragan' },
  radmila: { name: 'Радмила Петровић', locale: 'sr-Cyrl', mailbox: 'radmila' },
  slobodan: { name: 'Слободан Илић', locale: 'sr-Cyrl', mailbox: 'slobodan' },
  jelena: { name: 'Jelena Marković', locale: 'sr-Latn', mailbox: 'jelena' },
  nikola: { name: 'Nikola Đorđević', locale: 'sr-Latn', mailbox: 'nikola' },
  ljubica: { name: 'Љубица Николић', locale: 'sr-Cyrl', mailbox: 'ljubica' },
  zoran: { name: 'Зоран Ћирић', locale: 'sr-Cyrl', mailbox: 'zoran' },
  sanja: { name: 'Sanja Kostić', locale: 'sr-Latn', mailbox: 'sanja' },
  bogdan: { name: 'Богдан Јањић', locale: 'sr-Cyrl', mailbox: 'bogdan' },
  emina: { name: 'Emina Hadžić', locale: 'sr-Latn', mailbox: 'emina' },
  // Suvi Dol, in Macedonian.
  elena: { name: 'Елена Трајковска', locale: 'mk', mailbox: 'elena' },
  goce: { name: 'Гоце Андонов', locale: 'mk', mailbox: 'goce' },
  vesna: { name: 'Весна Ристевска', locale: 'mk', mailbox: 'vesna' },
  petre: { name: 'Петре Јовчевски', locale: 'mk', mailbox: 'petre' },
  biljana: { name: 'Билјана Ѓоргиевска', locale: 'mk', mailbox: 'biljana' },
  kiro: { name: 'Киро Блажевски', locale: 'mk', mailbox: 'kiro' },
  arta: { name: 'Arta Kelmendi', locale: 'sq', mailbox: 'arta' },
  besnik: { name: 'Besnik Rexhepi', locale: 'sq', mailbox: 'besnik' },
  zagorka: { name: 'Загорка Митева', locale: 'mk', mailbox: 'zagorka' },
  // Who works with both.
  vera: { name: 'Вера Павловић', locale: 'sr-Cyrl', mailbox: 'vera' },
  marija: { name: 'Марија Цветковска', locale: 'mk', mailbox: 'marija' },
  ana: { name: 'Ana Vuković', locale: 'sr-Latn', mailbox: 'ana' },
  miodrag: { name: 'Миодраг Савић', locale: 'sr-Cyrl', mailbox: 'miodrag' },
  hannah: { name: 'Hannah Reed', locale: 'en', mailbox: 'hannah' },
  // From other countries, at the table of the practice.
  amra: { name: 'Amra Delić', locale: 'sr-Latn', mailbox: 'amra' },
  dunja: { name: 'Dunja Perović', locale: 'sr-Latn', mailbox: 'dunja' },
  drita: { name: 'Drita Leka', locale: 'sq', mailbox: 'drita' },
  ilir: { name: 'Ilir Gjoka', locale: 'sq', mailbox: 'ilir' },
  wanjiru: { name: 'Wanjiru Kamau', locale: 'en', mailbox: 'wanjiru' },
  otieno: { name: 'Otieno Ouma', locale: 'en', mailbox: 'otieno' },
} as const satisfies Record<string, SeededPerson>;

export type DemoPersonKey = keyof typeof demoPeople;

/** Who is offered at the door of the demo, one of each kind. */
const atTheDoor: Readonly<Record<DemoRole, DemoPersonKey>> = {
  villager: 'nikola',
  facilitator: 'vera',
  officer: 'ana',
  official: 'miodrag',
};

const DAYS_OF_LIFE = 200;

/** The address by which one signs in as a person of the demo. */
const demoAddress = (key: DemoPersonKey): string => `${demoPeople[key].mailbox}@${DOMAIN}`;

/** Brings the demo's people, half a year ago. Their addresses are marked as seeded: in a demo their codes are shown on the page. */
export async function seedPeople(house: House): Promise<void> {
  const then = new Date(house.now().getTime() - DAYS_OF_LIFE * 86_400_000);
  const asking = { actor: system('people.seed'), language: house.languages.source };
  await runParsed({ ...house, now: () => then }, asking, {
    name: 'people.seed',
    run: async (context) => {
      for (const [key, { name, locale }] of Object.entries(demoPeople)) {
        const personId = await savePerson(context, { name, locale });
        const value = demoAddress(key as DemoPersonKey);
        await saveAddress(context, personId, { channel: 'email', value, knownBy: 'seed' });
      }
    },
  });
}

/** The ids of the demo's people by key, for the other rooms' parts of the town. Throws when they are not seeded. */
export async function demoPersonIds(db: Db): Promise<Record<DemoPersonKey, string>> {
  const rows = await seededAddresses(db);
  const ids = new Map(rows.map(({ value, personId }) => [value, personId]));
  const found = Object.keys(demoPeople).map((key) => {
    const id = ids.get(demoAddress(key as DemoPersonKey));
    if (!id) throw new Error(`the demo has no ${key} yet: seed people first`);
    return [key, id];
  });
  return Object.fromEntries(found);
}

/** One person of each kind, to sign in as; none in a real house. */
export async function demoDoor(context: Context): Promise<DemoPerson[]> {
  if (!context.settings.demo) return [];
  const rows = await seededAddresses(context.db);
  return Object.entries(atTheDoor).flatMap(([role, key]) => {
    const found = rows.find(({ value }) => value === demoAddress(key));
    return found ? [{ role: role as DemoRole, name: found.name, address: found.value }] : [];
  });
}

const seededAddresses = (db: Db) =>
  db
    .selectFrom('people.address as a')
    .innerJoin('people.person as p', 'p.id', 'a.personId')
    .select(['a.value', 'a.personId', 'p.name'])
    .where('a.channel', '=', 'email')
    .where('a.knownBy', '=', 'seed')
    .execute();
