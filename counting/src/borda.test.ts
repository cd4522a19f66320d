import { borda } from './borda.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'borda', kind: 'ranked', count: (election, ties) => borda(election, { ties }) });
