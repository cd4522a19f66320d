import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { insist } from '#platform/refusal.ts';
import { removeSearchEntry } from '#platform/search.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { onCase } from '../../permissions.ts';
import { mayPublish } from '../../rules.ts';
import { OneCase, TakeBackCase, type Uptake } from '../../words.ts';
import { signedIn } from '../find-practice.ts';
import { knowParties, peopleOf } from '../parties.ts';
import type { CaseRow } from './all-cases.ts';
import { type FoundCase, findCase, loadCase } from './find-case.ts';
import { savePublication, saveTakingBack } from './store.ts';
import { writeCaseEntry } from './write-case-entry.ts';

/** Publishes a case once everyone who stands in it has said how; who was learned from hears of it. */
export const publishCase = describeAction(
  { name: 'practice.publish-case', input: OneCase, permission: onCase.publish, repeat: 'once' },
  async (context, { slug, number }): Promise<void> => {
    const found = await findCase(context, { slug, number });
    const { one, of, contributors } = found;
    authorize(onCase.publish, context.actor, of);
    insist(
      mayPublish({
        ...one,
        published: one.publishedAt !== null,
        takenBack: one.takenBackAt !== null,
        credits: contributors.map(({ credit }) => credit),
      }),
    );
    await savePublication(context, one, signedIn(context));
    const { communityId, caseId, how } = one;
    await writeCaseEntry(context, one, one);
    if (one.from !== null && how) await tellTheLearnedFrom(context, found, { slug, from: one.from, how });
    context.announce({ kind: 'practice.case-published', communityId, caseId, number, from: one.from, how });
  },
);

/** What is told to those from whom one learned, by what was made of it. */
const TOLD: Readonly<Record<Uptake, string>> = {
  adopted: 'practice.case-adopted',
  adapted: 'practice.case-adapted',
  'did-not-work': 'practice.case-failed-elsewhere',
};

async function tellTheLearnedFrom(
  context: Context,
  found: FoundCase,
  { slug, from, how }: { readonly slug: string; readonly from: number; readonly how: Uptake },
): Promise<void> {
  const { one, subject } = found;
  const parent = await loadCase(context, found, from);
  if (!parent) return;
  const people = [...(await tellersOf(context, parent.one))];
  for (const contributor of parent.contributors) people.push(...(await peopleOf(context, contributor)));
  const who = { organisationId: one.organisationId, homeCommunityId: one.homeCommunityId };
  const show = await knowParties(context, subject, [who]);
  await notify(context, people, {
    communityId: one.communityId,
    kind: TOLD[how],
    facts: { title: parent.one.title, who: show(who).name },
    href: `/c/${slug}/practice/cases/${one.number}`,
    about: one.caseId,
    mail: 'soon',
  });
}

/** People who tell a case: who wrote it, those of its organisation, the desk of its community. */
export async function tellersOf(
  context: Context,
  one: Pick<CaseRow, 'writtenBy' | 'organisationId' | 'homeCommunityId'>,
): Promise<string[]> {
  const { writtenBy, organisationId, homeCommunityId } = one;
  const desk = homeCommunityId ? await peopleWithRole(context.db, homeCommunityId, 'facilitator', 'steward') : [];
  return [writtenBy, ...(await peopleOf(context, { organisationId })), ...desk];
}

/** Takes a case back with a reason. It leaves lists and search; cases that learned from it keep their place in the tree. */
export const takeBackCase = describeAction(
  { name: 'practice.take-back-case', input: TakeBackCase, permission: onCase.withdraw, repeat: 'safe' },
  async (context, { slug, number, why }): Promise<void> => {
    const { one, of } = await findCase(context, { slug, number });
    authorize(onCase.withdraw, context.actor, of);
    const { communityId, caseId } = one;
    if (!(await saveTakingBack(context, one, { why, takenBackBy: signedIn(context) }))) return;
    await removeSearchEntry(context, { communityId, kind: 'case', id: caseId });
    const people = await tellersOf(context, one);
    await notify(context, people, {
      communityId,
      kind: 'practice.case-withdrawn',
      facts: { title: one.title, why },
      href: `/c/${slug}/practice/cases/${number}`,
      about: caseId,
    });
    context.announce({ kind: 'practice.case-taken-back', communityId, caseId });
  },
);
