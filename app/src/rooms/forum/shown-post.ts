/** A post as a page shows it. A folded one has no author and no text, unless the reader wrote it. */
export interface ShownPost {
  readonly id: string;
  readonly html: string;
  readonly text: string;
  readonly locale: string;
  /** Empty when the person signs as a member, left, or the post is folded. */
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
