import type { Context } from '#platform/context.ts';
import { saveEmptied, type ThingKey } from './store.ts';

/**
 * Who wrote what lies in a fold takes it back for good: the words are gone, the fold and its reason stay. Called by the room
 * that owns the thing, which has authorized.
 */
export const emptyFold = (context: Context, thing: ThingKey): Promise<void> => saveEmptied(context, thing);
