import { createReadStream } from 'node:fs';
import { feedChunks } from '../src/formats/lines.ts';
import { poolReader, quotaReader } from '../src/formats/pool.ts';
import { diceFrom } from '../src/panel/dice.ts';
import { loadSolver } from '../src/panel/solver.ts';
import { drawPanel, type PanelOptions } from '../src/panel.ts';
import { realData } from '../src/real/folder.ts';
import type { Case } from './cases.ts';

const folder = realData('panels');

const real = (method: PanelOptions['method']): Case => ({
  method: `panel ${method}`,
  on: '150 people, 22 seats',
  against: method === 'leximin' ? '3,900 to 6,900' : undefined,
  async prepare() {
    const [people, features] = [`${folder}/candidates.csv`, `${folder}/features.csv`];
    const quotas = await feedChunks(createReadStream(features), features, quotaReader(features));
    const pool = await feedChunks(createReadStream(people), people, poolReader(people, quotas));
    await loadSolver();
    return { ballots: pool.length, count: () => drawPanel(pool, quotas, { size: 22, seed: 'bench', method }) };
  },
});

const values = {
  gender: ['woman', 'man'],
  age: ['16', '30', '45', '60'],
  school: ['basic', 'middle', 'high'],
  place: ['north', 'south', 'east', 'west', 'centre'],
};

/** 2,000 made-up people, the first values of each attribute more often, and quotas around equal shares of 200 seats. */
const synthetic: Case = {
  method: 'panel leximin',
  on: 'synthetic, 2,000 people, 200 seats',
  against: '1,162,000, commercial solver',
  async prepare() {
    const dice = diceFrom('bench');
    const draw = (list: readonly string[]): string =>
      list[Math.min(dice.below(list.length), dice.below(list.length + 1))];
    const pool = Array.from({ length: 2000 }, (_, index) => ({
      id: `p${index}`,
      attributes: Object.fromEntries(Object.entries(values).map(([attribute, list]) => [attribute, draw(list)])),
    }));
    const quotas = Object.entries(values).flatMap(([attribute, list]) =>
      list.map((value) => ({
        attribute,
        value,
        min: Math.floor(200 / list.length) - 4,
        max: Math.ceil(200 / list.length) + 4,
      })),
    );
    await loadSolver();
    return { ballots: pool.length, count: () => drawPanel(pool, quotas, { size: 200, seed: 'bench' }) };
  },
};

/** Panels drawn; a ballot is a volunteer. The solver is loaded outside the clock. */
export const panelCases: readonly Case[] = [...(folder ? [real('leximin'), real('lottery')] : []), synthetic];
