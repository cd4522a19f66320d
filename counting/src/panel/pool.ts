import { CountingError } from '../outcome.ts';
import { sha256 } from './sha256.ts';

/** Somebody who is willing to sit on the panel. */
export interface Volunteer {
  readonly id: string;
  /** Value by attribute; every attribute that the quotas name must be there. */
  readonly attributes: Readonly<Record<string, string>>;
  /** People who share this label live together: at most one of them is drawn. */
  readonly household?: string;
}

/** How many of the panel must have this value of this attribute. */
export interface Quota {
  readonly attribute: string;
  readonly value: string;
  readonly min: number;
  readonly max: number;
}

/** A pool and quotas in the one order that everything else works on. */
export interface Draw {
  /** Sorted by id. */
  readonly pool: readonly Volunteer[];
  /** Sorted by attribute, then value. */
  readonly quotas: readonly Quota[];
  readonly attributes: readonly string[];
  readonly size: number;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const label = (quota: { attribute: string; value: string }): string => `${quota.attribute}: ${quota.value}`;

function checkQuotas(quotas: readonly Quota[]): void {
  quotas.forEach((quota, index) => {
    const whole = Number.isInteger(quota.min) && Number.isInteger(quota.max);
    if (!whole || quota.min < 0 || quota.max < quota.min) {
      throw new CountingError('quota-not-a-range', { quota: label(quota), min: quota.min, max: quota.max });
    }
    const before = quotas[index - 1];
    if (before && label(before) === label(quota)) throw new CountingError('duplicate-quota', { quota: label(quota) });
  });
}

function checkPool(draw: Draw): void {
  const known = new Map(draw.attributes.map((name) => [name, new Set<string>()]));
  for (const { attribute, value } of draw.quotas) known.get(attribute)?.add(value);
  draw.pool.forEach((person, index) => {
    if (draw.pool[index - 1]?.id === person.id) throw new CountingError('duplicate-person', { id: person.id });
    for (const attribute of draw.attributes) {
      const value = person.attributes[attribute];
      if (value === undefined) throw new CountingError('attribute-missing', { id: person.id, attribute });
      if (!known.get(attribute)?.has(value)) {
        throw new CountingError('value-without-quota', { id: person.id, attribute, value });
      }
    }
  });
}

/**
 * Sorts and checks a pool and its quotas. Throws a CountingError: size-not-whole, quota-not-a-range, duplicate-quota,
 * duplicate-person, attribute-missing, value-without-quota.
 */
export function arrange(pool: readonly Volunteer[], quotas: readonly Quota[], size: number): Draw {
  if (!Number.isInteger(size) || size < 1) throw new CountingError('size-not-whole', { size });
  const sortedQuotas = [...quotas].sort((a, b) => byText(a.attribute, b.attribute) || byText(a.value, b.value));
  const draw = {
    pool: [...pool].sort((a, b) => byText(a.id, b.id)),
    quotas: sortedQuotas,
    attributes: [...new Set(sortedQuotas.map((quota) => quota.attribute))],
    size,
  };
  checkQuotas(sortedQuotas);
  checkPool(draw);
  return draw;
}

/**
 * SHA-256 of the pool as it was drawn from: JSON without spaces of [[id, [value of each attribute that a quota names, sorted by attribute],
 * household or null], …], sorted by id. Anyone who holds the list can work it out again.
 */
export const poolHash = ({ pool, attributes }: Draw): string =>
  sha256(
    JSON.stringify(
      pool.map((person) => [person.id, attributes.map((name) => person.attributes[name]), person.household ?? null]),
    ),
  );
