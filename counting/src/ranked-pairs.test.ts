import { rankedPairs } from './ranked-pairs.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'ranked-pairs', kind: 'ranked', count: (election, ties) => rankedPairs(election, { ties }) });
