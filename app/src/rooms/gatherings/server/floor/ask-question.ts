import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { countHits, limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { questionsOpen } from '../../floor-rules.ts';
import { AskQuestion, AskTogether, EnterQuestion } from '../../floor-words.ts';
import { actingFor, askedAlready, type FoundFloor, floorAt, signedIn, turnOf } from './find-floor.ts';
import { groupsOf } from './groups.ts';
import { type NewQuestion, saveQuestions } from './store.ts';

/** From one hand, and from one address behind which a whole hall may sit. */
const FROM_HAND = { most: 10, seconds: 3600 };
const FROM_ADDRESS = { most: 600, seconds: 600 };

/** Anyone asks, named or not. Returns the number by which the hall calls the question. */
export const askQuestion = describeAction(
  { name: 'gatherings.ask-question', input: AskQuestion, permission: onFloor.ask, repeat: 'once' },
  async (context, input): Promise<{ question: number }> => {
    const floor = await openFloor(context, input);
    const id = input.id ?? context.newId();
    const before = (await askedAlready(context, floor.at, [id])).get(id);
    if (before) return { question: before.number };
    const { actor } = context;
    await limit(context, `floor.ask:${input.hand}`, FROM_HAND);
    if (actor.kind !== 'system' && actor.address) await limit(context, `floor.ask-from:${actor.address}`, FROM_ADDRESS);
    const groups = await groupsOf(context, floor.at);
    if (!isGroup(groups, input.group)) throw new Refusal('floor.no-such-group', { kind: 'invalid' });
    const askedBy = personOf(actor) ?? null;
    const signsAs = await signingOf(context, askedBy, input);
    const acting = { actingForId: input.unnamed ? null : actingFor(context), signsAs };
    const question = await saveQuestions(context, floor.at, [
      { ...fromHand(askedBy ? { ...input, name: '' } : input, id), ...acting, askedBy },
    ]);
    tell(context, floor.at, [question]);
    return { question };
  },
);

/**
 * Questions of many hands without an account that came in together: one transaction for all of them. Gives each its number, in
 * their order; null for one that is refused, which then asks by itself and is told why.
 */
export const askTogether = describeAction(
  { name: 'gatherings.ask-together', input: AskTogether, permission: onFloor.ask, repeat: 'safe' },
  async (context, input): Promise<{ questions: (number | null)[] }> => {
    const floor = await openFloor(context, input);
    const asked = input.questions.map((question) => ({ ...question, id: question.id ?? context.newId() }));
    const before = await askedAlready(
      context,
      floor.at,
      asked.map(({ id }) => id),
    );
    const groups = await groupsOf(context, floor.at);
    const fresh = asked.filter(({ id, group }) => !before.has(id) && isGroup(groups, group));
    const ofHands = await countHits(
      context,
      fresh.map(({ hand }) => `floor.ask:${hand}`),
      FROM_HAND.seconds,
    );
    const ofAddresses = await countHits(
      context,
      fresh.map(({ from }) => `floor.ask-from:${from}`),
      FROM_ADDRESS.seconds,
    );
    const within = fresh.filter(
      ({ hand, from }) =>
        (ofHands.get(`floor.ask:${hand}`) ?? 0) <= FROM_HAND.most &&
        (ofAddresses.get(`floor.ask-from:${from}`) ?? 0) <= FROM_ADDRESS.most,
    );
    const kept = new Map(within.map((question) => [question.id, fromHand(question, question.id)]));
    const first = kept.size > 0 ? await saveQuestions(context, floor.at, [...kept.values()]) : 0;
    const numbers = new Map([...kept.keys()].map((id, index) => [id, first + index]));
    if (numbers.size > 0) tell(context, floor.at, [...numbers.values()]);
    return { questions: asked.map(({ id }) => before.get(id)?.number ?? numbers.get(id) ?? null) };
  },
);

/** A helper writes down what somebody in the hall asks, with the way it came. */
export const enterQuestion = describeAction(
  { name: 'gatherings.enter-question', input: EnterQuestion, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<{ question: number }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    insist(questionsOpen({ ...floor.gathering, questions: 'open' }, context.now));
    if (!isGroup(await groupsOf(context, floor.at), input.group))
      throw new Refusal('floor.no-such-group', { kind: 'invalid' });
    const { channel, heardBefore } = input;
    const entered = { channel, heardBefore, asker: null, enteredBy: signedIn(context) };
    const asked = { ...fromHand({ ...input, hand: '' }, context.newId()), ...entered };
    const question = await saveQuestions(context, floor.at, [asked]);
    tell(context, floor.at, [question]);
    return { question };
  },
);

async function openFloor(context: Context, address: { readonly slug: string; readonly number: number }) {
  const floor = await floorAt(context, address);
  authorize(onFloor.ask, context.actor, floor.subject);
  insist(questionsOpen({ ...floor.gathering, questions: await turnOf(context, floor.at) }, context.now));
  return floor;
}

type Said = Pick<AskQuestion, 'text' | 'locale' | 'name' | 'unnamed' | 'group' | 'hand'>;

/** A question of somebody without an account. */
function fromHand({ text, locale, name, unnamed, group, hand }: Said, id: string): NewQuestion {
  const askerName = unnamed ? '' : name;
  return {
    id,
    text,
    locale,
    channel: 'web',
    askedBy: null,
    askerName,
    actingForId: null,
    signsAs: askerName ? 'name' : 'member',
    asker: hand,
    groupPosition: group ?? null,
    enteredBy: null,
  };
}

const isGroup = (groups: readonly { position: number }[], wanted: number | undefined): boolean =>
  wanted === undefined || groups.some(({ position }) => position === wanted);

const tell = (context: Context, at: FoundFloor['at'], questions: readonly number[]) =>
  // Screens move and pages that show it leave the cache by the gathering's own tag; the rest of the community stays.
  context.announce({ kind: 'gatherings.question-asked', ...at, questions, quiet: true });

/** Who is signed in is named by their account, as they sign; a name that was typed is only for those without one. */
async function signingOf(context: Context, personId: string | null, { name, unnamed }: Said): Promise<string> {
  if (unnamed) return 'member';
  if (!personId) return name ? 'name' : 'member';
  return (await personNames(context.db, [personId])).get(personId)?.signsAs ?? 'member';
}
