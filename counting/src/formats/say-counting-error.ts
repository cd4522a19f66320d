import type { CountingError } from '../outcome.ts';

type Facts = CountingError['facts'];

/** What an expected failure of a count means, in a sentence for the person at the command line. */
const sentences: Readonly<Record<string, (facts: Facts) => string>> = {
  'kind-not-accepted': ({ method, kind, accepted }) => `${method} cannot count ${kind} ballots (it counts ${accepted})`,
  'equal-ranks': ({ method }) =>
    `the ballot ranks two options equally, which ${method} cannot count (choose --option overvote=exhaust or overvote=skip)`,
  'too-many-options': ({ method, options, most }) =>
    `${method} counts at most ${most} options, and there are ${options}`,
  'too-many-marks': ({ longest }) => `there are more than ${longest} marks`,
  'members-unknown': () =>
    'the number of members entitled to vote is not given (`entitled` of the file, or --option members=N)',
  'option-unknown': ({ option }) => `there is no option ${option}`,
  'option-stands-twice': ({ option }) => `the option ${option} stands twice`,
  'tie-order-unknown-option': ({ option }) => `the order of ties names ${option}, which is not an option`,
  'option-value-unknown': ({ option, value, allowed }) => `${option}=${value} is not known (allowed: ${allowed})`,
  'seats-not-positive': ({ seats }) => `${seats} is no number of seats`,
  'grade-unknown': ({ grade }) => `there is no grade ${grade}`,
  'not-a-number': ({ option, text }) =>
    `${option ? `${option}=` : ''}${text} is not a number${option ? ' above zero' : ''}`,
  'number-too-large': ({ number }) => `the number ${number} is larger than any ballot box holds`,
  'times-not-positive': ({ times }) => `${times} is no number of ballots`,
  'weight-negative': ({ weight }) => `the weight ${weight} is negative`,
  'points-too-fine': ({ points }) => `${points} points have more than six decimals`,
  'marks-need-values': ({ kind }) => `the marks of a ${kind} ballot need a value each: an object, not a list`,
  'consent-scale': ({ scale, needed }) => `the scale is ${scale} and must be ${needed}`,
  'no-budget': () => 'the file gives no budget',
  'no-cost': ({ option }) => `the option ${option} has no cost`,
  'negative-budget': () => 'the budget is negative',
  'negative-cost': ({ option }) => `the option ${option} has a negative cost`,
  'negative-weight': () => 'a weight is negative',
  'bad-threshold': ({ threshold }) => `min_project_score_threshold ${threshold} is not a number`,
  'groups-out-of-range': ({ option, value, least, most }) => `${option}=${value} is not from ${least} to ${most}`,
  'size-not-whole': ({ size }) => `${size} is no number of seats`,
  'seed-missing': () => 'the seed is empty',
  'pool-too-small': ({ people, size }) => `the pool has ${people} people for ${size} seats`,
  'quota-exceeds-pool': ({ quota, min, available }) => `${quota}: ${min} are asked for and ${available} can be had`,
  'quotas-exceed-size': ({ attribute, min, size }) =>
    `the quotas of ${attribute} ask for at least ${min} of ${size} seats`,
  'quotas-below-size': ({ attribute, max, size }) => `the quotas of ${attribute} allow at most ${max} of ${size} seats`,
  'quotas-contradict': ({ quotas, seats, fewest }) => {
    const help = `${fewest ? 'the fewest changes that help' : 'changes that would help'} (${seats} ${seats === 1 ? 'seat' : 'seats'})`;
    return `the quotas contradict each other${quotas === '' ? '' : `; ${help}: ${quotas}`}`;
  },
  'panel-not-found': () => 'no panel was found that meets all quotas together; perhaps none does: loosen one of them',
  'fairest-not-found': ({ panels }) =>
    `the quotas leave gaps between whole panels, and the fairest lottery was not found among ${panels} of them: loosen a quota, or choose --option method=lottery`,
  'quotas-not-met': ({ quotas, draws }) => `no panel met the quotas in ${draws} draws; the closest missed ${quotas}`,
  'solver-missing': ({ install }) => `fair panels need the package ${install} (or choose --option method=lottery)`,
};

/** The sentence of a known reason; for any other, the reason and its facts as they are. */
export function sayCountingError({ reason, facts }: CountingError): string {
  const sentence = sentences[reason];
  if (sentence) return sentence(facts);
  const rest = Object.entries(facts).map(([name, fact]) => `${name} ${fact}`);
  return [reason.replaceAll('-', ' '), ...(rest.length > 0 ? [`(${rest.join(', ')})`] : [])].join(' ');
}
