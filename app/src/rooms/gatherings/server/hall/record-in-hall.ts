import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, Refusal } from '#platform/refusal.ts';
import { onHall } from '../../hall-permissions.ts';
import { knewWhatStands, mayBeRecorded, saysSame, turnOf, valueMeant } from '../../hall-rules.ts';
import { type HallAnswer, HallEntry, RecordInHall } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import { findGathering, type Gathering } from '../calling/find-gathering.ts';
import { insistOnPerson } from '../calling/insist-on-person.ts';
import { lockGathering } from '../calling/store.ts';
import { aim } from './aim.ts';
import { withBase } from './base-of.ts';
import { earlierAnswer, saveConflict, saveEntry, settleOwn } from './entries-store.ts';
import { standingOf } from './standing.ts';
import { setStanding } from './store.ts';
import { subjectOf } from './targets.ts';

/**
 * Records what one device sent, entry by entry in its order. Each is done, refused by itself, or, where another device has
 * recorded the same thing otherwise, kept as a conflict for a person: nothing that stands is overwritten.
 * An entry whose key has arrived before is not recorded again. Throws only when whoever sends may record nothing here.
 */
export const recordInHall = describeAction(
  { name: 'gatherings.record-in-hall', input: RecordInHall, permission: onHall.record, repeat: 'safe' },
  async (context, { deviceId, entries, ...which }): Promise<{ answers: HallAnswer[] }> => {
    await lockGathering(context, which);
    const { gathering } = await findGathering(context, which.communityId, which.gatheringId);
    authorize(onHall.record, context.actor, gathering);
    const enteredBy = insistOnPerson(context);
    const answers: HallAnswer[] = [];
    for (const { ...entry } of entries)
      answers.push(await answerOne(context, { gathering, which, deviceId, enteredBy, entry }));
    if (answers.some(({ answer }) => answer === 'done'))
      context.announce({ kind: 'gatherings.recorded-in-hall', ...which, quiet: true });
    return { answers };
  },
);

interface Sent {
  readonly gathering: Gathering;
  readonly which: InGathering;
  readonly deviceId: string;
  readonly enteredBy: string;
  readonly entry: { readonly key: string };
}

async function answerOne(context: Context, sent: Sent): Promise<HallAnswer> {
  const { key } = sent.entry;
  const earlier = await earlierAnswer(context, sent.which, { deviceId: sent.deviceId, key });
  if (earlier) return { key, answer: earlier };
  const parsed = HallEntry.safeParse(withBase(sent.entry));
  if (!parsed.success) return refuse(context, key, new Refusal('hall.not-understood'));
  try {
    return await record(context, sent, parsed.data);
  } catch (problem) {
    if (problem instanceof Refusal) return refuse(context, key, problem);
    throw problem;
  }
}

const refuse = ({ language }: Context, key: string, { reason, key: sentence, facts }: Refusal): HallAnswer => ({
  key,
  answer: 'refused',
  reason,
  sentence: language.say(sentence, facts),
});

async function record(context: Context, sent: Sent, entry: HallEntry): Promise<HallAnswer> {
  const { gathering, which, deviceId, enteredBy } = sent;
  const { key, kind, base } = entry;
  // A device's clock may run ahead of the house.
  const happenedAt = entry.happenedAt > context.now ? context.now : entry.happenedAt;
  insist(mayBeRecorded(gathering, { happenedAt, now: context.now }));
  const { target, more } = await aim(context, which, { ...entry, happenedAt });
  const subject = subjectOf(target);
  const standing = await standingOf(context, which, target);
  const knew = knewWhatStands(standing, { base, deviceId });
  const value = valueMeant(entry, knew ? (standing?.value ?? null) : base);
  const kept = { deviceId, key, kind, subject, value, happenedAt, enteredBy };
  if (saysSame(value, standing?.value ?? null))
    await settleOwn(context, which, { deviceId, subject, settledBy: enteredBy });
  else if (standing && !knew) {
    const turn = entry.kind === 'speaking' ? turnOf(entry) : undefined;
    await saveConflict(context, which, { ...kept, base, standing: standing.value, arrived: value, turn });
    await saveEntry(context, which, { ...kept, answer: 'conflict' });
    return { key, answer: 'conflict', standing: standing.value };
  } else
    await setStanding(context, {
      which,
      target,
      value,
      recording: { happenedAt, recordedBy: enteredBy, deviceId, ...more },
    });
  await saveEntry(context, which, { ...kept, answer: 'done' });
  return { key, answer: 'done', standing: value };
}
