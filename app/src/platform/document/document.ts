/** A piece of a line: plain, strong, leaning, or a link. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly leaning?: boolean;
  readonly href?: string;
}

/** One paragraph of text. */
export type Rich = string | readonly Run[];

/** A bar of a figure; a hidden or unknown number has no value and only its words are shown. */
export interface DocumentBar {
  readonly label: string;
  readonly value: number | null;
  readonly shown: string;
}

/** What stands in a section. `lang` is the language of what a member wrote, where it may differ from the document's. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly lang?: string }
  | { readonly kind: 'paragraph'; readonly text: Rich; readonly soft?: boolean; readonly lang?: string }
  | { readonly kind: 'quote'; readonly lines: readonly Rich[]; readonly by?: string; readonly lang?: string }
  | { readonly kind: 'list'; readonly items: readonly Rich[]; readonly ordered?: boolean; readonly lang?: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      /** Numbers with what they rest on (`n`) and how they are to be read (`direction`), both as sentences. */
      readonly kind: 'figure';
      readonly caption: string;
      readonly bars: readonly DocumentBar[];
      readonly n: string;
      readonly direction: string;
    }
  | {
      /** A state or a date in a few words ("waits for a yes", "added on 3 March"), and what there is to say of it. */
      readonly kind: 'mark';
      readonly state: 'done' | 'waits' | 'trouble' | 'added';
      readonly text: string;
      readonly more?: string;
    };

export interface Section {
  /** Names the section in addresses: letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/**
 * A text made to be read, printed and carried away: one model, from which the page, the PDF and the DOCX are made.
 * Every text in it is already in the reader's language and script.
 */
export interface TextDocument {
  readonly lang: string;
  readonly title: string;
  /** The line over the title: what it is, of what day. */
  readonly above: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly sections: readonly Section[];
  /** Where it lives and grows, printed at its foot. */
  readonly address: string;
  readonly author: string;
  /** The line at the foot of every printed page, beside the page's number. */
  readonly foot: string;
}

/** A paragraph as runs. */
export const runsOf = (text: Rich): readonly Run[] => (typeof text === 'string' ? [{ text }] : text);

/** The length of a bar in shares of the longest, 0 for what is hidden. */
export function shareOfBar(bar: DocumentBar, bars: readonly DocumentBar[]): number {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return Math.min(1, Math.max(0, (bar.value ?? 0) / most));
}

/** A name for a file that every system takes: `skup-12.pdf`. */
export const fileNameOf = (stem: string, ending: string): string =>
  `${stem.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'document'}.${ending}`;
