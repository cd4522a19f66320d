import { copeland } from './copeland.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'copeland', kind: 'ranked', count: (election, ties) => copeland(election, { ties }) });
