import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { type Asking, runParsed } from '#platform/run-action.ts';
import { findCommunity } from '#rooms/communities/server/index.ts';
import { onGathering } from '../../permissions.ts';
import { stateOf } from '../../rules.ts';
import { callGathering } from '../calling/call-gathering.ts';
import { type Gathering, gatheringAt } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { registerOther } from '../coming/register-other.ts';
import { saveQuestions } from '../floor/store.ts';
import type { EventPreview, PlannedGathering } from './planned.ts';
import { replaceProgramme } from './replace-programme.ts';
import { saveNumberThere } from './store.ts';

/** A checked file, and the gathering to which its lists belong when it calls none itself. */
export interface EventImport {
  readonly slug: string;
  readonly number?: number;
  readonly preview: EventPreview;
  progress?(written: number): void;
}

/** What came in. */
export interface Imported {
  /** Numbers of the gatherings that were called or filled. */
  readonly numbers: readonly number[];
  readonly people: number;
  readonly questions: number;
}

/**
 * Brings in a checked file in one transaction: all of it or nothing. Participants are entered by name for somebody else and
 * never become members; of a gathering that is over only their number is kept. Throws `event-file.bad-rows` while a line is bad.
 */
export async function importEvent(house: House, asking: Asking, file: EventImport): Promise<Imported> {
  const { gatherings, bad } = file.preview;
  if (bad.length > 0) throw new Refusal('event-file.bad-rows', { kind: 'invalid', facts: { count: bad.length } });
  if (gatherings.length === 0) throw new Refusal('event-file.nothing', { kind: 'invalid' });
  return runParsed(
    house,
    { ...asking, key: undefined },
    {
      name: 'gatherings.import-event',
      run: async (context) => {
        const { id: communityId } = await findCommunity(context.db, file.slug);
        authorize(onGathering.call, context.actor, { communityId });
        const numbers: number[] = [];
        for (const planned of gatherings) {
          numbers.push(await bringOne(context, file, planned));
          file.progress?.(numbers.length);
        }
        const sum = (of: 'people' | 'questions') =>
          gatherings.reduce((total, planned) => total + planned[of].length, 0);
        return { numbers, people: sum('people'), questions: sum('questions') };
      },
    },
  );
}

async function bringOne(context: Context, file: EventImport, planned: PlannedGathering): Promise<number> {
  const number = planned.call ? (await callGathering(context, planned.call)).number : file.number;
  if (number === undefined) throw new Refusal('event-file.which-gathering', { kind: 'invalid' });
  const { gathering } = await gatheringAt(context, { slug: file.slug, number });
  if (!planned.call && planned.programme.length > 0) await replaceProgramme(context, gathering, planned.programme);
  await bringPeople(context, gathering, planned);
  await bringQuestions(context, gathering, planned);
  return number;
}

async function bringPeople(context: Context, gathering: Gathering, { people }: PlannedGathering): Promise<void> {
  if (people.length === 0) return;
  const which = { communityId: gathering.communityId, gatheringId: gathering.id };
  if (stateOf(gathering, context.now) === 'over') {
    const count = people.length;
    if (!(await saveNumberThere(context, which, { count, recordedBy: insistOnPerson(context) })))
      throw new Refusal('event-file.number-known');
    return;
  }
  for (const { line: _, ...person } of people) await registerOther(context, { ...which, ...person, channel: 'paper' });
}

/** Names on a list of questions are shown inside only: nobody asked their owners (harm.md 7). */
async function bringQuestions(context: Context, gathering: Gathering, { questions }: PlannedGathering): Promise<void> {
  const which = { communityId: gathering.communityId, gatheringId: gathering.id };
  const enteredBy = insistOnPerson(context);
  if (questions.length === 0) return;
  await saveQuestions(
    context,
    which,
    questions.map(({ text, name }) => ({
      id: context.newId(),
      text,
      locale: gathering.locale,
      channel: 'paper',
      askedBy: null,
      askerName: name,
      actingForId: null,
      signsAs: name ? 'inside' : 'member',
      asker: null,
      groupPosition: null,
      enteredBy,
    })),
  );
  context.announce({ kind: 'gatherings.questions-imported', ...which, questions: questions.length });
}
