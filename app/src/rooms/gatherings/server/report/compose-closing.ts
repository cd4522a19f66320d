import type { Block, Rich } from '#platform/document/document.ts';
import { addedOn, dayOf, nameOf } from './compose-parts.ts';
import type { Composing } from './compose-report.ts';
import type { StepRecord } from './records.ts';

/** "What will we do differently?", line by line. */
export function reflectionBlocks({ records, language }: Composing): Block[] {
  if (records.reflections.length === 0) return [];
  const items = records.reflections.map(({ text, locale, by }): Rich => {
    const said = language.show(text, locale);
    return 'name' in by ? [{ text: `${said} ` }, { text: `—\u00a0${nameOf(language, by)}`, leaning: true }] : said;
  });
  return [{ kind: 'list', items }];
}

/** What was concluded, as it reads now. */
export const conclusionBlocks = (composing: Composing): Block[] =>
  composing.records.conclusions.flatMap(({ number, text, locale, confirmed, amended, at }): Block[] => {
    const { language } = composing;
    const notes = [
      language.say('report.conclusion.confirmed', { n: confirmed }),
      ...(amended ? [language.say('report.conclusion.amended')] : []),
    ];
    return [
      { kind: 'paragraph', text: `${number}. ${language.show(text, locale)}`, lang: locale },
      { kind: 'paragraph', text: notes.join(' '), soft: true },
      ...addedOn(composing, at),
    ];
  });

/** Who does what by when, and what became of it. */
export const stepBlocks = (composing: Composing): Block[] =>
  composing.records.steps.flatMap((step) => oneStep(composing, step));

function oneStep(composing: Composing, step: StepRecord): Block[] {
  const { language } = composing;
  const parts = [
    nameOf(language, step.by),
    ...(step.to ? [language.say('report.step.to', { name: language.show(step.to) })] : []),
    ...(step.dueOn ? [language.say('report.step.due', { day: dayOf(language, step.dueOn) })] : []),
  ];
  return [
    { kind: 'heading', text: language.show(step.text, step.locale), lang: step.locale },
    { kind: 'paragraph', text: parts.join(' · '), soft: true },
    ...saidOf(composing, step),
  ];
}

const MARKS: Readonly<Record<string, 'done' | 'waits' | 'trouble'>> = {
  kept: 'done',
  'not-kept': 'trouble',
  'taken-back': 'trouble',
};

/** Kept, late, changed or not kept, said by those it was given to, with the day. */
function saidOf(composing: Composing, { state, said }: StepRecord): Block[] {
  const { language, records } = composing;
  const text = language.say(`report.step.state.${state}`);
  const mark = MARKS[state] ?? 'waits';
  if (!said || state === 'taken-back') return [{ kind: 'mark', state: mark, text }];
  const day = language.day(said.at, records.community.timeZone);
  const words = said.text === '' ? '' : ` ${language.show(said.text, said.locale)}`;
  return [
    { kind: 'mark', state: mark, text, more: language.say('report.step.said', { day }) + words },
    ...addedOn(composing, said.at),
  ];
}
