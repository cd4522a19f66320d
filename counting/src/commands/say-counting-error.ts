import type { CountingError } from '../outcome.ts';

type Facts = CountingError['facts'];

/** What an expected failure of a count means, in a sentence for the person at the command line. */
const sentences: Readonly<Record<string, (facts: Facts) => string>> = {
  'kind-not-accepted': ({ method, kind, accepted }) => `${method} cannot count ${kind} ballots (it counts ${accepted})`,
  'equal-ranks': ({ method }) =>
    `a ballot ranks two options equally, which ${method} cannot count (choose --option overvote=exhaust or overvote=skip)`,
  'too-many-options': ({ method, options, most }) =>
    `${method} counts at most ${most} options, and there are ${options}`,
  'members-unknown': () => 'the number of members entitled to vote is not given (entitled)',
  'option-unknown': ({ option }) => `there is no option ${option}`,
  'tie-order-unknown-option': ({ option }) => `the order of ties names ${option}, which is not an option`,
  'option-value-unknown': ({ option, value, allowed }) => `${option}=${value} is not known (allowed: ${allowed})`,
  'unknown-option-value': ({ option, value, allowed }) => `${option}=${value} is not known (allowed: ${allowed})`,
  'seats-not-positive': ({ seats }) => `${seats} is no number of seats`,
  'grade-unknown': ({ grade }) => `there is no grade ${grade}`,
};

/** The sentence of a known reason; for any other, the reason and its facts as they are. */
export function sayCountingError({ reason, facts }: CountingError): string {
  const sentence = sentences[reason];
  if (sentence) return sentence(facts);
  const rest = Object.entries(facts).map(([name, fact]) => `${name} ${fact}`);
  return [reason.replaceAll('-', ' '), ...(rest.length > 0 ? [`(${rest.join(', ')})`] : [])].join(' ');
}
