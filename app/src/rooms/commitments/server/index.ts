import type { Room } from '#platform/room.ts';
import { onCommitment, onCommitments } from '../permissions.ts';
import { commitmentsTables } from '../tables.ts';
import { makeCommitment } from './make-commitment.ts';

export { type Recorded, recordCommitment } from './record-commitment.ts';
export { makeCommitment };

/** What the house needs of this room. */
export const commitmentsRoom: Room = {
  name: 'commitments',
  actions: [makeCommitment],
  permissions: [onCommitments, onCommitment],
  listeners: [],
  ticks: [],
  tables: commitmentsTables,
};
