import type { Block } from '#platform/document/document.ts';
import { addedOn, dayOf, nameOf, speakerName } from './compose-parts.ts';
import type { Composing } from './compose-report.ts';
import { ownWords } from './compose-speakers.ts';
import type { AnswerRecord, QuestionRecord } from './records.ts';

/** What becomes of a question, as the report counts it. */
const OUTCOMES = ['answered', 'answered-in-writing', 'owed', 'declined', 'asked'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Every question with what came of it: none vanishes. */
export function questionBlocks(composing: Composing): Block[] {
  const { questions } = composing.records;
  if (questions.length === 0) return [];
  return [figure(composing), ...questions.flatMap((question) => oneQuestion(composing, question))];
}

const outcomeOf = ({ state }: QuestionRecord): Outcome => (state === 'taken' ? 'asked' : state);

function figure({ records, language }: Composing): Block {
  const { questions } = records;
  const count = (outcome: Outcome) => questions.filter((question) => outcomeOf(question) === outcome).length;
  return {
    kind: 'figure',
    caption: language.say('report.questions.became'),
    bars: OUTCOMES.map((outcome) => ({ outcome, value: count(outcome) }))
      .filter(({ value }) => value > 0)
      .map(({ outcome, value }) => ({
        label: language.say(`report.question.${outcome}`),
        value,
        shown: language.number(value),
      })),
    n: language.say('report.questions.n', { n: questions.length }),
    direction: language.say('report.questions.direction'),
  };
}

function oneQuestion(composing: Composing, question: QuestionRecord): Block[] {
  const { language } = composing;
  const { number, folded, supports } = question;
  if (folded) return [{ kind: 'heading', text: language.say('report.question.folded', { number }) }];
  const by = language.say('report.question.asked-by', { name: nameOf(language, question.by) });
  const support = supports > 0 ? ` ${language.say('report.question.me-too', { n: supports })}` : '';
  return [
    { kind: 'heading', text: `${number}. ${language.show(question.text, question.locale)}`, lang: question.locale },
    { kind: 'paragraph', text: `${by}${support}`, soft: true },
    ...question.answers.flatMap((answer) => oneAnswer(composing, answer)),
    ...standing(composing, question),
  ];
}

function oneAnswer(composing: Composing, answer: AnswerRecord): Block[] {
  const { language } = composing;
  const name = speakerName(language, answer.by);
  const how = answer.inWriting ? 'report.question.in-writing-by' : 'report.question.answered-by';
  return [
    { kind: 'paragraph', text: [{ text: language.say(how, { name }), strong: true }] },
    ...ownWords(composing, answer.words),
    ...addedOn(composing, answer.at),
  ];
}

/** What is still to come of it, or why nothing will. */
function standing({ language }: Composing, { owed, declined, state }: QuestionRecord): Block[] {
  if (owed) {
    const name = speakerName(language, owed.by);
    const more = owed.dueOn
      ? language.say('report.question.owed-until', { name, day: dayOf(language, owed.dueOn) })
      : name;
    return [{ kind: 'mark', state: 'waits', text: language.say('report.question.owed'), more }];
  }
  if (declined) {
    const more = language.show(declined.text, declined.locale);
    return [{ kind: 'mark', state: 'trouble', text: language.say('report.question.declined'), more }];
  }
  if (state !== 'asked' && state !== 'taken') return [];
  return [{ kind: 'mark', state: 'waits', text: language.say('report.question.asked') }];
}
