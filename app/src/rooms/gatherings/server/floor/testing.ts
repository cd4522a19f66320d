import type { AnyAction } from '#platform/action.ts';
import { nobody } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { readingContext } from '#platform/house.ts';
import { runAction } from '#platform/run-action.ts';
import { type CallingVillage, callingVillage } from '../testing.ts';
import { askQuestion } from './ask-question.ts';
import { type LiveFloor, showLiveFloor } from './live-floor.ts';
import { supportQuestion } from './support-question.ts';

/** A village with a thematic event under way: mira sits at the desk, ana and jovan are members, vesna is from elsewhere. */
export interface FloorVillage extends CallingVillage {
  readonly number: number;
  readonly gatheringId: string;
  readonly ana: string;
  readonly jovan: string;
  readonly vesna: string;
  /** Runs an action without an account. */
  anyone<Result>(action: AnyAction, input: Readonly<Record<string, unknown>>): Promise<Result>;
  /** Asks from a hand without an account; returns the number. */
  ask(hand: number, text?: string, more?: Readonly<Record<string, unknown>>): Promise<number>;
  support(hand: number, question: number): Promise<boolean>;
  floor(): Promise<LiveFloor>;
  readsAsNobody<Result>(query: (context: Context) => Promise<Result>): Promise<Result>;
}

/** The hand of a browser in a test. */
export const handOf = (hand: number): string => `00000000-0000-4000-8000-${String(hand).padStart(12, '0')}`;

/** Makes it on the worker's database; it is 20 November 2026, 17:30 UTC. */
export async function floorVillage(call: Readonly<Record<string, unknown>> = {}): Promise<FloorVillage> {
  const village = await callingVillage();
  const { house, slug } = village;
  const [ana, jovan] = await village.members(slug, 'Ana', 'Jovan');
  const vesna = await village.person('Vesna');
  const { number, gatheringId } = await village.call({ kind: 'thematic-event', ...call });
  house.setNow('2026-11-20T17:30:00Z');
  const language = house.languages.of('en');
  const anyone: FloorVillage['anyone'] = <Result>(action: AnyAction, input: Readonly<Record<string, unknown>>) =>
    runAction(
      house,
      { actor: nobody, language },
      { action, input: { slug, number, locale: 'sr-Latn', ...input } },
    ) as Promise<Result>;
  const readsAsNobody: FloorVillage['readsAsNobody'] = (query) => query(readingContext(house, nobody, language));
  return {
    ...village,
    number,
    gatheringId,
    ana,
    jovan,
    vesna,
    anyone,
    readsAsNobody,
    ask: async (hand, text = `Pitanje ${hand}`, more = {}) => {
      const asked = await anyone<{ question: number }>(askQuestion, { text, hand: handOf(hand), ...more });
      return asked.question;
    },
    support: async (hand, question) => {
      const { counted } = await anyone<{ counted: boolean }>(supportQuestion, { question, hand: handOf(hand) });
      return counted;
    },
    floor: () => readsAsNobody((context) => showLiveFloor(context, { slug, number })),
  };
}
