import type { Block } from '#platform/document/document.ts';
import { countryName, speakerName } from './compose-parts.ts';
import { type Composing, writtenBlocks } from './compose-report.ts';
import type { Approved, SpeakerRecord } from './records.ts';

/** Who spoke and the case they brought, in the words they said yes to. */
export const speakerBlocks = (composing: Composing): Block[] =>
  composing.records.speakers.flatMap((speaker) => oneSpeaker(composing, speaker));

function oneSpeaker(composing: Composing, speaker: SpeakerRecord): Block[] {
  const { language } = composing;
  const where = [
    language.show(speaker.organisation),
    speaker.country ? countryName(language, speaker.country) : '',
  ].filter((part) => part !== '');
  return [
    { kind: 'heading', text: speakerName(language, speaker.name) },
    ...(where.length > 0 ? [{ kind: 'paragraph' as const, text: where.join(' · '), soft: true }] : []),
    ...ownWords(composing, speaker.profile),
    ...ownWords(composing, speaker.case),
  ];
}

/** What they said yes to; until then that it waits. */
export function ownWords(composing: Composing, words: Approved | undefined): Block[] {
  if (words === undefined) return [];
  if (words === null) return [{ kind: 'mark', state: 'waits', text: composing.language.say('report.waits-for-yes') }];
  return writtenBlocks(composing, words);
}
