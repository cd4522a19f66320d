import type { Room } from '#platform/room.ts';
import { gatheringsTables } from '../tables.ts';
import { callingPart } from './calling/part.ts';
import { comingPart } from './coming/part.ts';
import { conclusionsPart } from './conclusions/part.ts';
import { cyclePart } from './cycle/part.ts';
import { floorPart } from './floor/part.ts';
import { hallPart } from './hall/part.ts';
import type { Part } from './part.ts';
import { reportPart } from './report/part.ts';

export * from './calling/part.ts';
export * from './coming/part.ts';
export * from './conclusions/part.ts';
export * from './cycle/part.ts';
export * from './floor/part.ts';
export * from './hall/part.ts';
export * from './import/part.ts';
export * from './report/part.ts';

const parts: readonly Part[] = [callingPart, comingPart, hallPart, floorPart, conclusionsPart, cyclePart, reportPart];

export const gatheringsRoom: Room = {
  name: 'gatherings',
  actions: parts.flatMap(({ actions = [] }) => actions),
  permissions: parts.flatMap(({ permissions = [] }) => permissions),
  listeners: parts.flatMap(({ listeners = [] }) => listeners),
  ticks: parts.flatMap(({ ticks = [] }) => ticks),
  tables: gatheringsTables,
};
