import { scottishStv } from './scottish-stv.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'scottish-stv', kind: 'ranked', count: (election, ties) => scottishStv(election, { ties }) });
