import type { Election, Outcome } from '@sofra/counting';
import { type Actor, personOf } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { runParsed } from '#platform/run-action.ts';
import { nextNumber } from '#rooms/communities/server/index.ts';
import { type Countable, supportOf } from '../outcome/count.ts';
import type { OutcomeFacts } from '../outcome/count-decision.ts';
import { saveOutcome } from '../outcome/store.ts';
import { makeFindable } from '../paper/paper-stands.ts';
import { paperOfFile } from './paper-of-file.ts';
import { saveImported } from './store.ts';

/** Nobody was on a roll here, so nothing is said about one. */
const FACTS: Omit<OutcomeFacts, 'support'> = {
  result: 'imported',
  onRoll: null,
  quorumPercent: null,
  quorumLeast: null,
  reasons: [],
};

/** The one short transaction that makes an import a decision: paper, options, outcome, number. Returns the number. */
export function flipImport(
  house: House,
  imported: {
    readonly communityId: string;
    readonly decisionId: string;
    readonly actor: Actor;
    readonly election: Election;
    readonly paper: Countable;
    readonly counted: Outcome;
  },
): Promise<number> {
  const { communityId, decisionId, actor, election, counted } = imported;
  const asking = { actor, language: house.languages.source };
  return runParsed(house, asking, {
    name: 'decisions.import-pabulib',
    run: async (context) => {
      const number = await nextNumber(context, communityId);
      const made = { number, draftedBy: personOf(actor) ?? null, draftedAt: context.now };
      const paper = paperOfFile(election, imported.paper, made);
      const finished = { paper, voters: counted.counted, finishedAt: context.now };
      await saveImported(context.db, { communityId, importId: decisionId }, finished);
      await saveOutcome(context.db, {
        communityId,
        decisionId,
        computedAt: context.now,
        counted,
        facts: { ...FACTS, support: supportOf(election) },
      });
      await makeFindable(context, { communityId, id: decisionId, ...paper.decision }, 'public');
      context.announce({ kind: 'decisions.decision-imported', communityId, decisionId, number });
      return number;
    },
  });
}
