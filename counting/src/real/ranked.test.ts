import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readElectionFile } from '../formats/index.ts';
import { irv } from '../irv.ts';
import { meekStv } from '../meek-stv.ts';
import { schulze } from '../schulze.ts';
import { scottishStv } from '../scottish-stv.ts';
import { realData } from './folder.ts';
import { readMinneapolis, writeIns } from './minneapolis.ts';

const ranked = realData('ranked');

interface Expected {
  readonly scottish_stv?: { readonly elected: readonly number[]; readonly quota: number; readonly ballots: number };
  readonly meek?: { readonly elected: readonly number[] };
}

describe.skipIf(!ranked)('real ranked elections', () => {
  const expectedOf: Record<string, Expected> = ranked
    ? JSON.parse(readFileSync(`${ranked}/scotland/expected.json`, 'utf8'))
    : {};

  it('elects in every Scottish ward whom the law elects, in the same order, with the same quota', async () => {
    for (const [file, { scottish_stv: expected }] of Object.entries(expectedOf)) {
      if (!expected) continue;
      const outcome = scottishStv(await readElectionFile(`${ranked}/scotland/${file}`));
      expect({ file, winners: outcome.winners.map(Number) }).toEqual({ file, winners: expected.elected });
      expect(outcome.steps[0].quota).toBe(String(expected.quota));
    }
  });
  it('elects by Meek whom the reference rule elects', async () => {
    for (const [file, { meek }] of Object.entries(expectedOf)) {
      if (!meek) continue;
      const { winners } = meekStv(await readElectionFile(`${ranked}/scotland/${file}`));
      expect({ file, winners: winners.map(Number).sort((a, b) => a - b) }).toEqual({ file, winners: meek.elected });
    }
  });
  it.each([
    ['leader2006_tally.txt', 'Anthony Towns'],
    ['leader2007_tally.txt', 'Sam Hocevar'],
  ])('elects the Debian leader of %s', async (file, leader) => {
    const election = await readElectionFile(`${ranked}/debian/${file}`);
    const { winners } = schulze(election, { default: election.meta?.default });
    expect(election.options.find(({ id }) => id === winners[0])?.name).toBe(leader);
  });
  it('counts the Minneapolis mayor of 2013 round by round as published', () => {
    const { election, published } = readMinneapolis(`${ranked}/minneapolis/2013_minneapolis_mayor.json`);
    const outcome = irv(election, {
      overvote: 'exhaust',
      maxSkipped: 1,
      batch: 'yes',
      excludeFirst: [writeIns, 'overvote', 'overvote again'],
    });
    expect(outcome.winners).toEqual(published.officialWinners);
    expect(outcome.steps.length).toBe(published.expectedRounds.length);
    published.expectedRounds.forEach(({ tally }, round) => {
      expect(outcome.steps[round].votes).toMatchObject(tally);
    });
  });
  it('elects the Minneapolis park board of 2013', () => {
    const { election, published } = readMinneapolis(`${ranked}/minneapolis/2013_minneapolis_park.json`);
    const outcome = scottishStv(election, { seats: 3, decimals: 4, overvote: 'skip' });
    expect(outcome.winners).toEqual(published.officialWinners);
    expect(outcome.steps[0].quota).toBe('14866');
  });
  it('reads the Tideman collection', async () => {
    for (const file of readdirSync(`${ranked}`).filter((name) => name.endsWith('.HIL'))) {
      const election = await readElectionFile(`${ranked}/${file}`);
      expect(election.options.every(({ name }) => name)).toBe(true);
      expect(scottishStv(election).winners.length).toBe(election.seats);
    }
  });
});
