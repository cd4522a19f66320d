import { describeAction } from '#platform/action.ts';
import { personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { limit } from '#platform/limits.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { EnterReflection, WriteReflection } from '../../floor-words.ts';
import { type FoundFloor, floorAt, signedIn } from '../floor/find-floor.ts';
import { type NewReflection, saveReflection } from './store.ts';

const FROM_HAND = { most: 6, seconds: 3600 };
const FROM_ADDRESS = { most: 600, seconds: 600 };

/** One line, named or not: what will we do differently? */
export const writeReflection = describeAction(
  { name: 'gatherings.write-reflection', input: WriteReflection, permission: onFloor.ask, repeat: 'once' },
  async (context, input): Promise<{ reflectionId: string }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.ask, context.actor, floor.subject);
    insistHeld(floor);
    const { actor } = context;
    await limit(context, `floor.reflect:${input.hand}`, FROM_HAND);
    if (actor.kind !== 'system' && actor.address)
      await limit(context, `floor.reflect-from:${actor.address}`, FROM_ADDRESS);
    const writtenBy = personOf(actor) ?? null;
    const name = writtenBy || input.unnamed ? '' : input.name;
    return keep(context, floor, {
      text: input.text,
      locale: input.locale,
      channel: 'web',
      writtenBy,
      writerName: name,
      signsAs: await signingOf(context, writtenBy, { name, unnamed: input.unnamed }),
      writer: input.hand,
      enteredBy: null,
    });
  },
);

/** A helper writes down a line that somebody said or wrote on paper. */
export const enterReflection = describeAction(
  { name: 'gatherings.enter-reflection', input: EnterReflection, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<{ reflectionId: string }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    insistHeld(floor);
    const writerName = input.unnamed ? '' : input.name;
    return keep(context, floor, {
      text: input.text,
      locale: input.locale,
      channel: input.channel,
      writtenBy: null,
      writerName,
      signsAs: writerName ? 'name' : 'member',
      writer: null,
      enteredBy: signedIn(context),
    });
  },
);

function insistHeld({ gathering }: FoundFloor): void {
  if (gathering.calledOffAt) throw new Refusal('floor.called-off');
}

async function keep(
  context: Context,
  { at }: FoundFloor,
  reflection: NewReflection,
): Promise<{ reflectionId: string }> {
  const reflectionId = await saveReflection(context, at, reflection);
  context.announce({ kind: 'gatherings.reflection-written', ...at, reflectionId });
  return { reflectionId };
}

async function signingOf(
  context: Context,
  personId: string | null,
  { name, unnamed }: { readonly name: string; readonly unnamed: boolean },
): Promise<string> {
  if (unnamed) return 'member';
  if (!personId) return name ? 'name' : 'member';
  return (await personNames(context.db, [personId])).get(personId)?.signsAs ?? 'member';
}
