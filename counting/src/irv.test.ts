import { irv } from './irv.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'irv', kind: 'ranked', count: (election, ties) => irv(election, { ties }) });
