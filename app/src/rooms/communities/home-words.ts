/** One line of a community's front page: where it leads, what it is, and what to know of it. */
export interface HomeItem {
  readonly href: string;
  /** A title as a member wrote it, or a sentence in the reader's language. */
  readonly title: string;
  /** The language a member wrote the title in; absent: the reader's. */
  readonly locale?: string;
  /** One line under it, already in the reader's language. */
  readonly note?: string;
  /** Who sits at the table of an open vote, as `#ui/TableRound.svelte` draws it. */
  readonly table?: {
    readonly label: string;
    readonly groups: readonly { readonly label: string; readonly seats: number; readonly filled: number }[];
    readonly sentence: string;
    readonly middle: string;
    readonly underMiddle: string;
  };
}

/** What the front page answers: what needs me now, what others are deciding, what was decided, what people raised this week, what comes next. */
export interface Home {
  readonly now: readonly HomeItem[];
  readonly open: readonly HomeItem[];
  readonly decided: readonly HomeItem[];
  readonly raised: readonly HomeItem[];
  readonly next: readonly HomeItem[];
}
