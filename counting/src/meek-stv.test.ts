import { meekStv } from './meek-stv.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'meek-stv', kind: 'ranked', count: (election, ties) => meekStv(election, { ties }) });
