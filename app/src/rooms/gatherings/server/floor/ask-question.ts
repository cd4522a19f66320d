import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { questionsOpen } from '../../floor-rules.ts';
import { AskQuestion, EnterQuestion } from '../../floor-words.ts';
import { actingFor, type FoundFloor, floorAt, signedIn, turnOf } from './find-floor.ts';
import { saveQuestion } from './store.ts';

/** From one hand, and from one address behind which a whole hall may sit. */
const FROM_HAND = { most: 10, seconds: 3600 };
const FROM_ADDRESS = { most: 600, seconds: 600 };

/** Anyone asks, named or not. Returns the number by which the hall calls the question. */
export const askQuestion = describeAction(
  { name: 'gatherings.ask-question', input: AskQuestion, permission: onFloor.ask, repeat: 'once' },
  async (context, input): Promise<{ question: number }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.ask, context.actor, floor.subject);
    insist(questionsOpen({ ...floor.gathering, questions: await turnOf(context, floor.at) }, context.now));
    const { actor } = context;
    await limit(context, `floor.ask:${input.hand}`, FROM_HAND);
    if (actor.kind !== 'system' && actor.address) await limit(context, `floor.ask-from:${actor.address}`, FROM_ADDRESS);
    const askedBy = personOf(actor) ?? null;
    const question = await saveQuestion(context, floor.at, {
      text: input.text,
      locale: input.locale,
      channel: 'web',
      askedBy,
      askerName: askedBy || input.unnamed ? '' : input.name,
      actingForId: input.unnamed ? null : actingFor(context),
      signsAs: await signsAs(context, askedBy, input),
      asker: input.hand,
      groupPosition: await groupOf(context, floor.at, input.group),
      enteredBy: null,
    });
    tell(context, floor.at, question);
    return { question };
  },
);

/** A helper writes down what somebody in the hall asks, with the way it came. */
export const enterQuestion = describeAction(
  { name: 'gatherings.enter-question', input: EnterQuestion, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<{ question: number }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    insist(questionsOpen({ ...floor.gathering, questions: 'open' }, context.now));
    const name = input.unnamed ? '' : input.name;
    const question = await saveQuestion(context, floor.at, {
      text: input.text,
      locale: input.locale,
      channel: input.channel,
      askedBy: null,
      askerName: name,
      actingForId: null,
      signsAs: name ? 'name' : 'member',
      asker: null,
      groupPosition: await groupOf(context, floor.at, input.group),
      heardBefore: input.heardBefore,
      enteredBy: signedIn(context),
    });
    tell(context, floor.at, question);
    return { question };
  },
);

const tell = (context: Context, at: FoundFloor['at'], question: number) =>
  // Screens move and pages that show it leave the cache by the gathering's own tag; the rest of the community stays.
  context.announce({ kind: 'gatherings.question-asked', ...at, question, quiet: true });

async function signsAs(
  context: Context,
  personId: string | null,
  { name, unnamed }: { readonly name: string; readonly unnamed: boolean },
): Promise<string> {
  if (unnamed) return 'member';
  if (!personId) return name ? 'name' : 'member';
  return (await personNames(context.db, [personId])).get(personId)?.signsAs ?? 'member';
}

async function groupOf(context: Context, at: FoundFloor['at'], position: number | undefined): Promise<number | null> {
  if (position === undefined) return null;
  const row = await context.db
    .selectFrom('gatherings.floorGroup')
    .select('position')
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('position', '=', position)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw new Refusal('floor.no-such-group', { kind: 'invalid' });
  return row.position;
}
