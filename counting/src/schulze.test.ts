import { schulze } from './schulze.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'schulze', kind: 'ranked', count: (election, ties) => schulze(election, { ties }) });
