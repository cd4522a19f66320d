import { describeAction } from '#platform/action.ts';
import { authorize } from '#platform/permissions.ts';
import { insist, notFound, Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { AmendConclusion, AnswerAmendment, ConfirmConclusion, WriteConclusion } from '../../floor-words.ts';
import { floorAt, signedIn } from '../floor/find-floor.ts';
import { findConclusion, tookPart } from './find-conclusion.ts';
import { saveAmendment, saveAmendmentAnswer, saveConclusion, saveConfirmation, saveWording } from './store.ts';

/** Writes down what the gathering concluded; whoever took part confirms it or proposes another wording. */
export const writeConclusion = describeAction(
  { name: 'gatherings.write-conclusion', input: WriteConclusion, permission: onFloor.moderate, repeat: 'once' },
  async (context, input): Promise<{ conclusion: number }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const { text, locale } = input;
    const conclusion = await saveConclusion(context, floor.at, { text, locale, writtenBy: signedIn(context) });
    context.announce({ kind: 'gatherings.conclusion-worded', ...floor.at, conclusion, version: 1 });
    return { conclusion };
  },
);

/** Says yes to a conclusion as it reads now. A new wording asks anew. */
export const confirmConclusion = describeAction(
  { name: 'gatherings.confirm-conclusion', input: ConfirmConclusion, permission: onFloor.conclude, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.conclude, context.actor, { ...floor.subject, tookPart: await tookPart(context, floor.at) });
    const { id: conclusionId, version } = await findConclusion(context, floor.at, input.conclusion);
    insist(version === input.version ? 'yes' : { no: 'floor.newer-wording' });
    const { communityId } = floor.at;
    await saveConfirmation(context, { communityId, conclusionId, version, personId: signedIn(context) });
    context.announce({ kind: 'gatherings.conclusion-confirmed', ...floor.at, conclusion: input.conclusion });
  },
);

/** Proposes how a conclusion should read instead. */
export const amendConclusion = describeAction(
  { name: 'gatherings.amend-conclusion', input: AmendConclusion, permission: onFloor.conclude, repeat: 'once' },
  async (context, input): Promise<{ amendmentId: string }> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.conclude, context.actor, { ...floor.subject, tookPart: await tookPart(context, floor.at) });
    const { id: conclusionId, version } = await findConclusion(context, floor.at, input.conclusion);
    insist(version === input.version ? 'yes' : { no: 'floor.newer-wording' });
    const proposedBy = signedIn(context);
    const { text, locale, why } = input;
    const amendmentId = await saveAmendment(context, {
      communityId: floor.at.communityId,
      conclusionId,
      version,
      text,
      locale,
      why,
      proposedBy,
      signsAs: (await personNames(context.db, [proposedBy])).get(proposedBy)?.signsAs ?? 'member',
    });
    context.announce({ kind: 'gatherings.amendment-proposed', ...floor.at, amendmentId });
    return { amendmentId };
  },
);

/** Takes an amendment up as the next wording, which nobody has confirmed yet, or says why not. Its author is told. */
export const answerAmendment = describeAction(
  { name: 'gatherings.answer-amendment', input: AnswerAmendment, permission: onFloor.moderate, repeat: 'safe' },
  async (context, input): Promise<void> => {
    const floor = await floorAt(context, input);
    authorize(onFloor.moderate, context.actor, floor.subject);
    const { communityId, gatheringId } = floor.at;
    const amendment = await context.db
      .selectFrom('gatherings.conclusionAmendment as a')
      .innerJoin('gatherings.conclusion as c', (join) =>
        join.onRef('c.communityId', '=', 'a.communityId').onRef('c.id', '=', 'a.conclusionId'),
      )
      .select(['a.id', 'a.conclusionId', 'a.text', 'a.locale', 'a.proposedBy', 'a.answer', 'c.number'])
      .where('a.communityId', '=', communityId)
      .where('c.gatheringId', '=', gatheringId)
      .where('a.id', '=', input.amendmentId)
      .executeTakeFirst();
    if (!amendment) throw notFound();
    const answeredBy = signedIn(context);
    const { conclusionId, text, locale, number } = amendment;
    if (amendment.answer) throw new Refusal('floor.amendment-answered');
    const taken = input.answer === 'taken';
    const version = (await findConclusion(context, floor.at, number)).version + 1;
    if (taken)
      await saveWording(context, { communityId, conclusionId, version, text, locale, writtenBy: amendment.proposedBy });
    const answer = { answer: input.answer, answerWords: input.words, answeredBy, intoVersion: taken ? version : null };
    const first = await saveAmendmentAnswer(context, { communityId, id: amendment.id }, answer);
    if (!first) throw new Refusal('floor.amendment-answered');
    await notify(context, [amendment.proposedBy], {
      communityId,
      kind: 'floor.amendment-answered',
      facts: { theme: floor.gathering.theme },
      href: `/c/${floor.community.slug}/gatherings/${floor.gathering.number}/reflect#conclusions`,
      about: amendment.id,
    });
    context.announce({ kind: 'gatherings.conclusion-worded', ...floor.at, conclusion: number, version });
  },
);
