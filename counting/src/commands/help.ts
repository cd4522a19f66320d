import { methods } from './methods.ts';

/** What `tally help` prints. */
export const helpText = (): string => `tally counts what a community decided and shows every step.

  tally count FILE [--method NAME] [--option key=value …] [--ties list|cost|votes|ID,ID,…] [--json]
      FILE: Pabulib .pb · PrefLib .soc .soi .toc .toi .cat · .blt · Debian tally text · our own .json
      Without --method the file's own rule decides.
  tally groups VOTES.csv [--comments COMMENTS.csv] [--option k=N|most=N|seed=N] [--json]
  tally panel POOL.csv QUOTAS.csv --size N --seed S [--option method=leximin|lottery] [--json]
  tally power SEATS … --quota Q [--json]
  tally spread NUMBERS … [--json]
  tally convert IN OUT
  tally help

Methods and their options:
${Object.entries(methods)
  .map(([name, { options }]) => `  ${name.padEnd(18)}${Object.keys(options).join(' ')}`)
  .join('\n')}

A file that cannot be read: one line FILE:LINE: what is wrong, exit code 2.
`;
