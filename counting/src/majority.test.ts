import { majority } from './majority.ts';
import { commonTrials } from './trials.ts';

commonTrials({
  method: 'majority',
  kind: 'approval',
  chooses: false,
  count: (election, ties) => majority(election, { ties }),
});
