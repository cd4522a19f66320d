import { describeAction } from '#platform/action.ts';
import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import { notify } from '#rooms/messages/server/index.ts';
import { belongs, isParty, onCase } from '../../permissions.ts';
import { CreditContributor, OrderContributors, UncreditContributor } from '../../words.ts';
import { signedIn } from '../find-practice.ts';
import { allOfPractice, type Choice, peopleOf, signsAs } from '../parties.ts';
import { type FoundCase, findCase } from './find-case.ts';
import { closeContributor, saveContributor, saveCredit, saveOrder } from './store.ts';

/** Names somebody who did it, and what their part was. They are asked how they wish to be credited; nothing is public before. */
export const creditContributor = describeAction(
  { name: 'practice.credit-contributor', input: CreditContributor, permission: onCase.credit, repeat: 'once' },
  async (context, { slug, number, who, outsideName = null, outsideTier = null, told, part }): Promise<void> => {
    const found = await findCase(context, { slug, number });
    const { one, of, contributors } = found;
    authorize(onCase.credit, context.actor, of);
    const addedBy = signedIn(context);
    const party = who ? await partyOf(context, found, who) : { personId: null, organisationId: null };
    if (who && contributors.some((other) => isSame(other, party))) throw new Refusal('practice.credited-already');
    const { communityId, caseId } = one;
    const id = context.newId();
    const position = Math.max(0, ...contributors.map((other) => other.position)) + 1;
    const named = { outsideName, outsideTier: outsideName ? outsideTier : null };
    await saveContributor(context, { communityId, caseId, id, position, ...party, ...named, part, addedBy });
    const own = who !== undefined && isParty(context.actor, party);
    const answer =
      told && outsideName ? told : own ? (party.organisationId ? 'name' : await signsAs(context)) : undefined;
    if (answer) {
      const credit = { contributorId: id, answer, told: outsideName !== null, saidBy: addedBy };
      await saveCredit(context, one, credit);
    } else
      await notify(context, await peopleOf(context, party), {
        communityId,
        kind: 'practice.credit-asked',
        facts: { title: one.title },
        href: `/c/${slug}/practice/cases/${number}#credit`,
        about: id,
        mail: 'soon',
      });
    context.announce({ kind: 'practice.contributor-credited', communityId, caseId, quiet: true });
  },
);

const isSame = (
  a: { readonly personId: string | null; readonly organisationId: string | null },
  b: { readonly personId: string | null; readonly organisationId: string | null },
) =>
  (a.personId !== null && a.personId === b.personId) ||
  (a.organisationId !== null && a.organisationId === b.organisationId);

async function partyOf(context: Context, found: FoundCase, who: string) {
  const all = await creditChoices(context, found);
  if (!all.some(({ value }) => value === who)) throw new Refusal('practice.not-in-practice');
  const id = who.slice(2);
  return who.startsWith('p:') ? { personId: id, organisationId: null } : { personId: null, organisationId: id };
}

/** Who may be chosen: people and organisations of the practice for those who belong to it, and those of the case's own organisation. */
export async function creditChoices(context: Context, { subject, one }: FoundCase): Promise<Choice[]> {
  const practice = belongs(context.actor, subject) ? await allOfPractice(context, subject) : [];
  if (!one.organisationId || subject.organisationIds.includes(one.organisationId)) return practice;
  const own = await allOfPractice(context, { communityId: NOWHERE, organisationIds: [one.organisationId], circle: [] });
  return [...practice, ...own.filter(({ value }) => !practice.some((other) => other.value === value))];
}

/** No community has this id. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/** Takes somebody off a case; that they stood there stays written. */
export const uncreditContributor = describeAction(
  { name: 'practice.uncredit-contributor', input: UncreditContributor, permission: onCase.credit, repeat: 'safe' },
  async (context, { slug, number, contributorId }): Promise<void> => {
    const { one, of } = await findCase(context, { slug, number });
    authorize(onCase.credit, context.actor, of);
    await closeContributor(context, one, contributorId);
    const { communityId, caseId } = one;
    context.announce({ kind: 'practice.contributor-uncredited', communityId, caseId, quiet: !of.open });
  },
);

/** Shows contributors by the alphabet, or in the order their authors give; nobody's place says how large they are. */
export const orderContributors = describeAction(
  { name: 'practice.order-contributors', input: OrderContributors, permission: onCase.credit, repeat: 'safe' },
  async (context, { slug, number, order, places }): Promise<void> => {
    const { one, of } = await findCase(context, { slug, number });
    authorize(onCase.credit, context.actor, of);
    const wanted = new Map(
      places.flatMap(({ contributorId, place }) => (place ? [[contributorId, place] as const] : [])),
    );
    await saveOrder(context, one, { order, places: wanted });
    const { communityId, caseId } = one;
    context.announce({ kind: 'practice.contributors-ordered', communityId, caseId, quiet: !of.open });
  },
);
