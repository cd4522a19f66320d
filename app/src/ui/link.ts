/** A place one can go to; `current` marks where one is. */
export interface Link {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
}

/** The switch for language and script: posts `locale` and `back` to `action`. */
export interface LanguageChoices {
  /** Read aloud before the name of the language now shown. */
  readonly label: string;
  readonly action: string;
  /** Where to come back to. */
  readonly back: string;
  /** Each language under its own name. */
  readonly choices: readonly { readonly locale: string; readonly label: string; readonly current?: boolean }[];
}

/** Who is signed in, as the header shows it. */
export interface HeaderPerson {
  readonly name: string;
  readonly href: string;
  /** The organisation acted for, always shown. */
  readonly actingFor?: string;
  readonly notices?: { readonly href: string; readonly label: string; readonly count?: number };
}

/** The switch between light, dark and what the device says: posts `theme` and `back` to `action`. */
export interface ThemeChoices {
  readonly label: string;
  readonly action: string;
  readonly back: string;
  readonly choices: readonly {
    readonly theme: 'auto' | 'light' | 'dark';
    readonly label: string;
    readonly current?: boolean;
  }[];
}
