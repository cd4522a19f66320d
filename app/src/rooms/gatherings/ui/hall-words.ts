import type { Language } from '#platform/language/language.ts';
import { groupFor } from '#rooms/communities/index.ts';

/** Seconds as minutes and seconds: `12:05`. */
export function clockOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Groups one may be counted by, as a select offers them: everyone first, then `attribute|group`. */
export function groupOptions(
  language: Language,
  groups: readonly { readonly attribute: string; readonly groups: readonly string[] }[],
): { value: string; label: string }[] {
  return [
    { value: '', label: language.say('hall.everyone') },
    ...groups.flatMap(({ attribute, groups: names }) =>
      names.map((group) => ({ value: `${attribute}|${group}`, label: groupFor(language, group) })),
    ),
  ];
}

/** A value that was recorded, in words. */
export function valueInWords(language: Language, value: unknown): string {
  const { say, number } = language;
  if (typeof value !== 'object' || value === null || ('present' in value && !value.present)) return say('hall.absent');
  if ('present' in value) return say('hall.present');
  if ('text' in value) return String(value.text);
  if ('count' in value) return number(Number(value.count));
  if ('turns' in value && 'seconds' in value)
    return say('hall.speaking.total', { time: clockOf(Number(value.seconds)), turns: Number(value.turns) });
  if ('yes' in value && 'no' in value && 'abstain' in value)
    return say('hall.hands.marks', { yes: Number(value.yes), no: Number(value.no), abstain: Number(value.abstain) });
  return '';
}
