import type { Language } from '#platform/language/language.ts';
import type { OutcomePage } from '../server/index.ts';
import type { DecisionState } from '../words.ts';
import { namesByCode } from './option-name.ts';
import { decidedSentence } from './outcome-sentence.ts';

interface ShownPaper {
  readonly state: DecisionState;
  readonly decision: { readonly closesAt: Date | null };
  readonly place: { readonly timeZone: string };
}

/** What the picture of a decision says: how it stands, and until when one can vote. */
export function onCard(language: Language, { state, decision, place }: ShownPaper) {
  const until = state === 'open' && decision.closesAt;
  return {
    kind: [language.say('web.card.decision'), language.say(`decisions.state.${state}`)],
    tone: state === 'counted' ? 'pine' : state === 'open' ? 'brick' : 'ochre',
    lines: [until && language.say('decisions.open-until', { moment: language.moment(until, place.timeZone) })],
  } as const;
}

/** What the picture of an outcome says: what was decided, and what that rests on. It never says more than the page does. */
export function outcomeOnCard(language: Language, { decision, options, counted, facts }: OutcomePage) {
  const told = {
    method: decision.method,
    currency: decision.currency,
    byTables: facts.tables !== undefined,
    nameOf: namesByCode(language, options, decision.locale),
  };
  return {
    kind: [language.say('web.card.outcome'), language.say(`decisions.result.${facts.result}`)],
    tone: facts.result === 'carried' ? 'pine' : 'ochre',
    lines: [
      decidedSentence(language, counted, { told, facts }),
      !decision.imported && language.say(`decisions.rests.${decision.restsOn}`),
    ],
  } as const;
}
