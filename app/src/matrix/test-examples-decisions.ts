import {
  castBallot,
  closeDecision,
  countDecision,
  draftDecision,
  extendDecision,
  objectToRoll,
  openDecision,
} from '#rooms/decisions/server/index.ts';
import type { Examples, Input } from './test-example.ts';
import type { Town } from './test-town.ts';

const AFTER = '2026-11-08T18:00:00Z';

export const paperOf = ({ communityId }: Town): Input => ({
  communityId,
  question: 'Da li da stari mlin postane čitaonica?',
  locale: 'sr-Latn',
  secrecy: 'secret',
  method: 'majority',
  opensAt: '2026-11-01T09:00:00Z',
  closesAt: '2026-11-08T17:00:00Z',
});

interface OneDecision extends Input {
  readonly communityId: string;
  readonly decisionId: string;
}

/** A paper that dana wrote. */
export async function draft(town: Town, by = 'dana', more: Input = {}): Promise<OneDecision> {
  const { decisionId } = await town.as<{ decisionId: string }>(by, draftDecision, { ...paperOf(town), ...more });
  return { communityId: town.communityId, decisionId };
}

/** A decision with its box open, and the ballot of whoever is asked for in it. */
export async function opened(town: Town, more: Input = {}): Promise<OneDecision> {
  const one = await draft(town, 'dana', more);
  await town.as('mira', openDecision, one);
  return one;
}

/** A decision that was counted. */
export async function counted(town: Town, more: Input = {}): Promise<OneDecision> {
  const one = await opened(town, more);
  await town.as('petar', castBallot, { ...one, marks: [{ option: 1, value: 1 }] });
  town.house.setNow(AFTER);
  await town.as('mira', closeDecision, one);
  await countDecision(town.house, one);
  return one;
}

/** How to ask for each action of decisions. */
export const decisionsExamples: Examples = {
  'decisions.draft-decision': (town) => ({ input: paperOf(town) }),
  'decisions.revise-decision': async (town) => ({
    input: { ...paperOf(town), ...(await draft(town)), question: 'Da li da mlin čeka?' },
  }),
  'decisions.open-decision': async (town) => ({ input: await draft(town) }),
  'decisions.cast-ballot': async (town) => ({ input: { ...(await opened(town)), marks: [{ option: 1, value: 1 }] } }),
  'decisions.withdraw-ballot': async (town) => ({ input: await opened(town) }),
  'decisions.close-decision': async (town) => {
    const input = await opened(town);
    town.house.setNow(AFTER);
    return { input };
  },
  'decisions.say-group': async (town) => ({
    input: { ...(await opened(town)), attribute: 'gender', group: '' },
  }),
  'decisions.note-outreach': async (town) => {
    const one = await opened(town);
    await town.as('mira', extendDecision, { ...one, closesAt: '2026-11-10T17:00:00Z', why: 'Poplava' });
    return { input: { ...one, attribute: 'gender', group: 'woman', words: 'Pozvane na česmi' } };
  },
  'decisions.extend-decision': async (town) => ({
    input: { ...(await opened(town)), closesAt: '2026-11-10T17:00:00Z', why: 'Poplava' },
  }),
  'decisions.withdraw-decision': async (town) => ({ input: { ...(await opened(town)), why: 'Mlin je izgoreo' } }),
  'decisions.object-to-roll': async (town) => ({ input: { ...(await opened(town)), words: 'Nema Ane' } }),
  'decisions.answer-objection': async (town) => {
    const one = await opened(town);
    const { objectionId } = await town.as<{ objectionId: string }>('luka', objectToRoll, { ...one, words: 'Nema me' });
    return { input: { communityId: town.communityId, objectionId, words: 'Dobićeš karticu' } };
  },
  'decisions.record-answer': async (town) => ({
    input: { ...(await counted(town)), verdict: 'accepted', words: 'Biće čitaonica' },
  }),
};
