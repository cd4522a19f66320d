import { condorcet } from './condorcet.ts';
import { commonTrials } from './trials.ts';

commonTrials({ method: 'condorcet', kind: 'ranked', chooses: false, count: (election) => condorcet(election) });
