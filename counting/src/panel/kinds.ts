import type { Draw, Volunteer } from './pool.ts';

/** People whom the rules can't tell apart: same attributes, same pattern of attributes at home. All of them get the same probability. */
export interface Kind {
  /** Value of each attribute, in the order of `Draw.attributes`. */
  readonly values: readonly string[];
  /** Ids, sorted. */
  readonly people: readonly string[];
  /** The most of them that can sit together: all, or one per household. */
  readonly most: number;
}

/** Σ of the seats of these kinds lies between `least` and `most`. */
export interface Rule {
  readonly kinds: readonly number[];
  readonly least: number;
  readonly most: number;
  /** The quota it stands for; absent for the size of the panel and for households. */
  readonly quota?: { readonly attribute: string; readonly value: string };
}

/** A draw in whole numbers: how many seats each kind gets, and the rules that these numbers must meet. */
export interface Programme {
  readonly kinds: readonly Kind[];
  readonly rules: readonly Rule[];
  /** Households of each pattern, as lists of ids; kinds of one pattern share them. */
  readonly homes: readonly {
    readonly kinds: readonly number[];
    readonly households: readonly (readonly Volunteer[])[];
  }[];
}

interface Home {
  readonly members: readonly Volunteer[];
  readonly pattern: string;
}

function homesOf(draw: Draw): Home[] {
  const together = new Map<string, Volunteer[]>();
  for (const person of draw.pool) {
    const key = person.household === undefined ? `alone ${person.id}` : `home ${person.household}`;
    const home = together.get(key);
    if (home) home.push(person);
    else together.set(key, [person]);
  }
  const values = (person: Volunteer): string => JSON.stringify(draw.attributes.map((name) => person.attributes[name]));
  return [...together.values()].map((members) => ({
    members,
    pattern: members.length === 1 ? '' : members.map(values).sort().join(' '),
  }));
}

/** Sorts people into kinds and writes every rule down in seats of kinds. */
export function programmeOf(draw: Draw): Programme {
  const homes = homesOf(draw);
  const kindAt = new Map<string, { values: string[]; people: string[]; homes: Set<Home>; pattern: string }>();
  for (const home of homes) {
    for (const person of home.members) {
      const values = draw.attributes.map((name) => person.attributes[name]);
      const key = JSON.stringify([values, home.pattern]);
      const kind = kindAt.get(key) ?? { values, people: [], homes: new Set(), pattern: home.pattern };
      kind.people.push(person.id);
      kind.homes.add(home);
      kindAt.set(key, kind);
    }
  }
  const sorted = [...kindAt].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind);
  const kinds = sorted.map(({ values, people, homes: at }) => ({ values, people: people.sort(), most: at.size }));
  const patterns = [...new Set(homes.map((home) => home.pattern))].filter((pattern) => pattern !== '').sort();
  const shared = patterns.map((pattern) => ({
    kinds: [...sorted.keys()].filter((index) => sorted[index].pattern === pattern),
    households: homes.filter((home) => home.pattern === pattern).map((home) => home.members),
  }));
  const all = [...kinds.keys()];
  const quotaRules = draw.quotas.map(({ attribute, value, min, max }) => ({
    kinds: all.filter((index) => kinds[index].values[draw.attributes.indexOf(attribute)] === value),
    least: min,
    most: max,
    quota: { attribute, value },
  }));
  const homeRules = shared.map((home) => ({ kinds: home.kinds, least: 0, most: home.households.length }));
  return {
    kinds,
    rules: [{ kinds: all, least: draw.size, most: draw.size }, ...quotaRules, ...homeRules],
    homes: shared,
  };
}
