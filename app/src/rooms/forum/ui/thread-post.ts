/** A post as the thread page shows it; the shape of `ShownPost` behind door 2. */
export interface ThreadPost {
  readonly id: string;
  readonly html: string;
  readonly text: string;
  readonly locale: string;
  readonly name: string;
  readonly signed: 'name' | 'member' | 'former';
  readonly actingFor: string | null;
  readonly channel: string;
  readonly writtenAt: Date;
  readonly edited: boolean;
  readonly mine: boolean;
  readonly repliesTo: { readonly id: string; readonly name: string } | null;
  readonly pictures: readonly { readonly href: string; readonly words: string }[];
  readonly fold: {
    readonly id: string;
    readonly reason: string;
    readonly answer: string;
    readonly source: string;
  } | null;
}
