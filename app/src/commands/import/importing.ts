import type { House } from '#platform/house.ts';
import type { Terminal, Typed } from '../command.ts';

/** One kind of import: what it is given, and what it answers (exit code and plain facts for `--json`). */
export type Importing = (asked: {
  readonly house: House;
  readonly path: string;
  readonly slug: string;
  readonly typed: Typed;
  readonly terminal: Terminal;
}) => Promise<{ readonly exit: number; readonly facts: Readonly<Record<string, string | number | undefined>> }>;
