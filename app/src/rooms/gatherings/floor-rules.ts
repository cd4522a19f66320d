import type { Answer } from '#platform/refusal.ts';
import type { Declaration, QuestionState } from './floor-words.ts';
import type { Standing } from './rules.ts';

/** Questions may be asked until so long after the end. */
const QUESTIONS_AFTER_HOURS = 24;
/** From so many speakers on a panel says who is not on it. */
const PANEL_OF = 3;

/** Whether questions and "me too" are taken in: from the call until a day after the end, unless the moderator closed them. */
export function questionsOpen(standing: Standing & { readonly questions: 'open' | 'closed' }, now: Date): Answer {
  if (standing.calledOffAt) return { no: 'floor.called-off' };
  if (standing.questions === 'closed') return { no: 'floor.closed' };
  return now.getTime() > standing.endsAt.getTime() + QUESTIONS_AFTER_HOURS * 3_600_000 ? { no: 'floor.over' } : 'yes';
}

/** A question that waits, is on the floor or is owed takes "me too"; what is answered or declined does not. */
export const takesSupport = (state: QuestionState): Answer =>
  state === 'asked' || state === 'taken' || state === 'owed' ? 'yes' : { no: 'floor.settled' };

/** Whatever came of a question may be said again otherwise, but not twice the same way round: a taken one is not taken again. */
export const mayTake = (state: QuestionState): Answer => (state === 'taken' ? { no: 'floor.taken' } : 'yes');

/** What the order looks at in one question. */
export interface OnFloor {
  readonly number: number;
  readonly state: QuestionState;
  /** How many said "me too". */
  readonly supports: number;
  /** Whoever asks, by account or by hand; null when nobody can know. */
  readonly asker: string | null;
  /** The group that the asker named for themself. */
  readonly group: number | null;
  /** The helper who entered it says that the asker was heard here before. */
  readonly heardBefore: boolean;
}

/** A waiting question with its weight, in quarters, and why. */
export type Weighed<Question extends OnFloor> = Question & {
  readonly quarters: number;
  readonly firstTime: boolean;
  readonly groupBehind: boolean;
};

const isHeard = ({ state }: OnFloor) =>
  state === 'taken' || state === 'answered' || state === 'answered-in-writing' || state === 'owed';

/**
 * The questions that wait, in the order in which the moderator takes them; the same for whoever counts, and printed on the page.
 * Each weighs one for who asks and one for every "me too"; half as much again while its asker has not been heard at this
 * gathering; half as much again while the group that the asker named has a smaller share of what was heard than of what was
 * asked. The heaviest first, equal ones by number. Weights are whole quarters: nothing is rounded.
 */
export function orderQuestions<Question extends OnFloor>(questions: readonly Question[]): Weighed<Question>[] {
  const heard = questions.filter(isHeard);
  const askers = new Set(heard.map(({ asker }) => asker));
  const askedBy = countGroups(questions);
  const heardBy = countGroups(heard);
  const isBehind = (group: number | null) =>
    group !== null && (heardBy.get(group) ?? 0) * questions.length < (askedBy.get(group) ?? 0) * heard.length;
  return questions
    .filter(({ state }) => state === 'asked')
    .map((question) => {
      const firstTime = !question.heardBefore && (question.asker === null || !askers.has(question.asker));
      const groupBehind = isBehind(question.group);
      const quarters = (1 + question.supports) * (firstTime ? 3 : 2) * (groupBehind ? 3 : 2);
      return { ...question, quarters, firstTime, groupBehind };
    })
    .sort((one, other) => other.quarters - one.quarters || one.number - other.number);
}

function countGroups(questions: readonly OnFloor[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { group } of questions) if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
}

/** What speakers said of themselves. */
export interface SpeakerSays {
  readonly said: ReadonlyMap<Declaration, 'yes' | 'no'>;
}

/** Of a panel of three or more: what no speaker has said of themself. Only their own words count, nothing is guessed. */
export const missingOnPanel = (speakers: readonly SpeakerSays[], about: readonly Declaration[]): Declaration[] =>
  speakers.length < PANEL_OF ? [] : about.filter((one) => !speakers.some(({ said }) => said.get(one) === 'yes'));
