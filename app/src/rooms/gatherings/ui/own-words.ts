import type { WordsKind } from '../floor-words.ts';
import type { YesWay } from '../report-words.ts';

/** Words of a speaker as pages show them to the speaker and to who writes the report. */
export interface OwnWordsShown {
  readonly id: string;
  readonly kind: WordsKind;
  readonly question: { readonly number: number; readonly text: string; readonly locale: string } | null;
  readonly text: string;
  readonly locale: string;
  readonly approved: { readonly how: YesWay; readonly at: Date; readonly witness: string | null } | null;
  readonly objections: readonly { readonly text: string; readonly at: Date }[];
}

export interface SpeakersWordsShown {
  readonly id: string;
  readonly name: string;
  readonly account: boolean;
  readonly words: readonly OwnWordsShown[];
}
