import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { organisationById } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { AddSpeaker, EditSpeaker, OneSpeaker } from '../../floor-words.ts';
import { type FoundFloor, floorAt, signedIn } from './find-floor.ts';
import { type FoundSpeaker, findSpeaker } from './find-speaker.ts';
import { changeSpeaker, saveSpeaker, saveSpeakerLeaves } from './speakers-store.ts';
import { saveWords } from './words-store.ts';

/** Puts somebody on the list of speakers, with an account here or by a written name. Their words wait for their yes. */
export const addSpeaker = describeAction(
  { name: 'gatherings.add-speaker', input: AddSpeaker, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<{ speakerId: string }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    await insistKnown(context, input);
    const facts = factsOf(input);
    if (facts.personId && (await speaksAlready(context, floor.at, facts.personId)))
      throw new Refusal('floor.speaks-already');
    const speakerId = await saveSpeaker(context, floor.at, { ...facts, addedBy: signedIn(context) });
    await saveBoth(context, floor.at, {
      speaker: { id: speakerId, personId: facts.personId, withdrawnAt: null },
      input,
    });
    context.announce({ kind: 'gatherings.speaker-added', ...floor.at, speakerId });
    return { speakerId };
  },
);

/** Mends what is written about a speaker. An account is set once: what hangs on it is that person's own. */
export const editSpeaker = describeAction(
  { name: 'gatherings.edit-speaker', input: EditSpeaker, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<{ speakerId: string }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const speaker = await findSpeaker(context, floor.at, input.speakerId);
    if (!speaker || speaker.withdrawnAt) throw notFound();
    await insistKnown(context, input);
    const facts = factsOf(input);
    const personId = speaker.personId ?? facts.personId;
    if (facts.personId && facts.personId !== personId) throw new Refusal('floor.speaker-is-another');
    if (personId && personId !== speaker.personId && (await speaksAlready(context, floor.at, personId)))
      throw new Refusal('floor.speaks-already');
    await changeSpeaker(context, { communityId: floor.at.communityId, id: speaker.id }, { ...facts, personId });
    await saveBoth(context, floor.at, { speaker: { ...speaker, personId }, input });
    context.announce({ kind: 'gatherings.floor-changed', ...floor.at });
    return { speakerId: speaker.id };
  },
);

/** A speaker who does not come leaves the list; what they answered stays. */
export const withdrawSpeaker = describeAction(
  { name: 'gatherings.withdraw-speaker', input: OneSpeaker, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const speaker = await findSpeaker(context, floor.at, input.speakerId);
    if (!speaker) throw notFound();
    if (speaker.withdrawnAt) return;
    await saveSpeakerLeaves(context, { communityId: floor.at.communityId, id: speaker.id }, signedIn(context));
    context.announce({ kind: 'gatherings.floor-changed', ...floor.at });
  },
);

type Form = Omit<ReturnType<typeof AddSpeaker.parse>, 'slug' | 'number'>;

const factsOf = ({ personId, name, organisationId, organisation, country }: Form) => ({
  personId: personId ?? null,
  name,
  organisationId: organisationId ?? null,
  organisation: organisationId ? '' : organisation,
  country: country ?? null,
});

async function insistKnown(context: Context, { personId, organisationId }: Form): Promise<void> {
  const known =
    (!personId || (await personNames(context.db, [personId])).has(personId)) &&
    (!organisationId || (await organisationById(context.db, organisationId)) !== undefined);
  if (!known) throw new Refusal('floor.nobody-here', { kind: 'invalid' });
}

async function speaksAlready(context: Context, at: FoundFloor['at'], personId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('gatherings.speaker')
    .select('id')
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

async function saveBoth(
  context: Context,
  at: FoundFloor['at'],
  { speaker, input }: { readonly speaker: FoundSpeaker; readonly input: Form },
): Promise<void> {
  const { profile, caseWords, locale } = input;
  const words = { speaker, questionId: null, locale };
  if (profile) await saveWords(context, at, { ...words, kind: 'profile', text: profile });
  if (caseWords) await saveWords(context, at, { ...words, kind: 'case', text: caseWords });
}
