import { consent } from './consent.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'consent', kind: 'consent', chooses: false, count: (election) => consent(election) });
