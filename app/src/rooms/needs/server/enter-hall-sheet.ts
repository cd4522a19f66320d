import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { findCommunity, nextNumber } from '#rooms/communities/server/index.ts';
import { onNeeds } from '../permissions.ts';
import { EnterHallSheet, type SheetRow } from '../words.ts';
import { needByNumber, needsSubject } from './find-need.ts';
import { publish } from './publish.ts';
import { signedIn } from './signed-in.ts';
import { saveConsent, saveHands, saveNeeds, sumUp, touchNeed } from './store.ts';

/**
 * A flip chart with the hands counted, in one save. A row with a number counts hands for a need that is listed already.
 * Returns the numbers of the needs, in the order of the sheet.
 */
export const enterHallSheet = describeAction(
  { name: 'needs.enter-hall-sheet', input: EnterHallSheet, permission: onNeeds.enterSheet, repeat: 'once' },
  async (context, input): Promise<{ numbers: number[] }> => {
    const { id: communityId } = await findCommunity(context.db, input.slug);
    authorize(onNeeds.enterSheet, context.actor, await needsSubject(context, communityId));
    const rows = input.rows.filter((row) => row.title !== '' || row.number !== undefined);
    if (rows.length === 0) throw new Refusal('needs.sheet-empty', { kind: 'invalid' });
    const enteredBy = signedIn(context);
    if (input.witness === enteredBy) throw new Refusal('needs.witness-is-another', { kind: 'invalid' });
    const witnessId = input.witness ?? null;
    const numbers: number[] = [];
    for (const row of rows) {
      const need = await needOfRow(context, { communityId, enteredBy, witnessId, ...input }, row);
      if (row.hands !== undefined) {
        const count = { hands: row.hands, countedWhere: input.where, countedBy: enteredBy, witnessId };
        await saveHands(context, need, count);
        await sumUp(context, need);
      }
      numbers.push(need.number);
    }
    context.announce({ kind: 'needs.sheet-entered', communityId, needs: numbers.length });
    return { numbers };
  },
);

interface Sheet {
  readonly communityId: string;
  readonly enteredBy: string;
  readonly witnessId: string | null;
  readonly locale: string;
  readonly read?: 'yes';
}

async function needOfRow(context: Context, sheet: Sheet, row: SheetRow) {
  const { communityId, enteredBy, witnessId } = sheet;
  if (row.number) {
    const listed = await needByNumber(context, communityId, row.number);
    await touchNeed(context, listed);
    return listed;
  }
  const number = await nextNumber(context, communityId);
  const { title, place } = row;
  const need = { communityId, id: context.newId(), number, title, place, words: '', locale: sheet.locale };
  await saveNeeds(context, [{ ...need, channel: 'hall', enteredBy, witnessId }]);
  if (!sheet.read) return need;
  await saveConsent(context, need, { answer: 'yes', saidAs: 'facilitator', saidBy: enteredBy });
  await publish(context, need);
  return need;
}
