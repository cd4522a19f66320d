import { onGathering } from '../../permissions.ts';
import type { Part } from '../part.ts';
import { callGathering } from './call-gathering.ts';

export { callGathering } from './call-gathering.ts';
export type { Found, Gathering } from './find-gathering.ts';

export const callingPart: Part = { actions: [callGathering], permissions: [onGathering] };
