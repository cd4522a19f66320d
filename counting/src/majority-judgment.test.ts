import { majorityJudgment } from './majority-judgment.ts';
import { commonTrials } from './trials.ts';

commonTrials({
  method: 'majority-judgment',
  kind: 'grades',
  count: (election, ties) => majorityJudgment(election, { ties }),
});
