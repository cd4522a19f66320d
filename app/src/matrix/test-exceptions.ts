import type { ActorName } from './test-people.ts';
import { ACTORS } from './test-people.ts';

/** Where the answer is narrower than the roles in a permission's `who` say, and why. Nothing may be wider. */
interface Exception {
  readonly stopped: readonly ActorName[];
  readonly why: string;
}

const PLAIN_MEMBERS: readonly ActorName[] = ['member', 'owner', 'teller', 'official-member', 'keeper'];

export const EXCEPTIONS: Readonly<Record<string, Exception>> = {
  'communities.begin-house': {
    stopped: ACTORS,
    why: 'only while there is nobody in the house, which the action asks itself',
  },
  'communities.accept-invitation': {
    stopped: ['nobody'],
    why: 'declining needs no account; whoever sits down must be somebody',
  },
  'decisions.draft-decision': {
    stopped: PLAIN_MEMBERS,
    why: 'the charter of this town leaves papers to facilitators; what other charters choose is tried apart',
  },
  'decisions.revise-decision': { stopped: PLAIN_MEMBERS, why: 'of members only the one who wrote the paper' },
  'decisions.cast-ballot': { stopped: ['official-member'], why: 'an official never touches ballots (harm.md 4)' },
  'decisions.say-group': { stopped: ['official-member'], why: 'an official is asked nothing for a ballot (harm.md 4)' },
  'decisions.withdraw-ballot': { stopped: ['official-member'], why: 'an official never touches ballots (harm.md 4)' },
};
