import { personOf, rolesIn } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { fileAddress } from '#platform/files/file.ts';
import { renderMarkdown } from '#platform/markdown.ts';
import { abilities, may } from '#platform/permissions.ts';
import { notFound } from '#platform/refusal.ts';
import { peopleWithRole } from '#rooms/communities/server/index.ts';
import { showTalk, signature } from '#rooms/forum/server/index.ts';
import { abilitiesOnThings, onThing, type ShownFold } from '#rooms/moderation/index.ts';
import { foldsOf } from '#rooms/moderation/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onNeed, onNeeds } from '../permissions.ts';
import { mayReword } from '../rules.ts';
import { type FoundNeed, findNeed, needSubject, needsSubject } from './find-need.ts';
import { allNeeds, asListed } from './listed.ts';
import { offersOf } from './offers/queries.ts';

/** Everything the page of one need shows. Throws a Refusal `not-found` for whoever may not know of it. */
export async function showNeed(context: Context, address: { readonly slug: string; readonly number: number }) {
  const { community, need } = await findNeed(context, address);
  const { communityId, id, consent } = need;
  const [listed] = asListed(
    context,
    communityId,
    await allNeeds(context, communityId).select([]).where('n.id', '=', id).execute(),
  );
  if (!listed) throw notFound();
  const asked = await openAsking(context, need);
  const subject = await needSubject(context, need);
  const can = abilities(onNeed, context.actor, subject);
  const onThings = abilitiesOnThings(context.actor, { communityId });
  const onAll = await needsSubject(context, communityId);
  return {
    community,
    id,
    need: { ...listed, ...(await detailsOf(context, need)), consent },
    html: renderMarkdown(context.language.show(need.words, need.locale)),
    pictures: need.foldId ? [] : await picturesOfNeed(context, need),
    fold: need.foldId ? ((await foldsOf(context, communityId, [id])).get(id) ?? null) : null,
    ...(await historyOf(context, need)),
    support: await supportersOf(context, need),
    onThings,
    hands: await handsOf(context, need),
    states: await statesOf(context, need),
    ...(await familyOf(context, need)),
    offers: (await offersOf(context, communityId, { needId: id })).slice(0, 50),
    talk: await showTalk(context, communityId, { kind: 'need', id }),
    asked: asked && can.answerAgain ? asked : null,
    can: {
      ...can,
      ...whileItStands({ ...can, ...onThings }, need),
      appeal: may(onThing.appeal, context.actor, { communityId, authorId: need.raisedBy ?? need.enteredBy }),
      offer: may(onNeeds.offer, context.actor, onAll),
      merge: may(onNeeds.merge, context.actor, onAll),
    },
  };
}

/** What its standing leaves of what somebody may do with its text. */
function whileItStands(can: Record<'edit' | 'withdraw' | 'report' | 'fold', boolean>, need: FoundNeed) {
  const isPublic = need.consent === 'yes';
  const stands = isPublic && mayReword({ state: need.state, folded: need.foldId !== null }) === 'yes';
  return {
    edit: can.edit && stands,
    withdraw: can.withdraw && stands,
    report: can.report && isPublic && !need.foldId && !can.edit,
    fold: can.fold && isPublic && !need.foldId && !can.edit,
  };
}

/** Whether it was worded otherwise before, and whether its author took it back. */
async function historyOf(context: Context, { communityId, id }: FoundNeed) {
  const reworded = await context.db
    .selectFrom('needs.wording')
    .select('version')
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .limit(1)
    .executeTakeFirst();
  const withdrawal = await context.db
    .selectFrom('needs.withdrawal')
    .select(['reason', 'withdrawnAt'])
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .executeTakeFirst();
  return { reworded: reworded !== undefined, withdrawal: withdrawal ?? null };
}

const detailsOf = (context: Context, { communityId, id }: FoundNeed) =>
  context.db
    .selectFrom('needs.need')
    .select(['affected', 'latitude', 'longitude'])
    .where('communityId', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

async function picturesOfNeed(context: Context, { communityId, id }: FoundNeed) {
  const rows = await context.db
    .selectFrom('needs.picture')
    .select(['fileHash', 'words'])
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .orderBy('position')
    .execute();
  return rows.map(({ fileHash, words }) => ({ href: fileAddress(communityId, fileHash), words }));
}

/** Those who say "me too" with words of their own, newest first, and whether the reader is one of them. */
async function supportersOf(context: Context, { communityId, id }: FoundNeed) {
  const me = personOf(context.actor);
  const inside = rolesIn(context.actor, communityId).length > 0;
  const rows = await context.db
    .selectFrom('needs.support as s')
    .innerJoin('people.person as p', 'p.id', 's.personId')
    .leftJoin('moderation.fold as f', (join) =>
      join
        .onRef('f.communityId', '=', 's.communityId')
        .onRef('f.subjectId', '=', 's.id')
        .on('f.kind', '=', 'support')
        .on('f.unfoldedAt', 'is', null),
    )
    .select(['s.id', 's.personId', 's.words', 's.locale', 's.signsAs', 's.supportedAt', 'p.name'])
    .select(['f.id as foldId', 'f.reason', 'f.answer', 'f.source'])
    .where('s.communityId', '=', communityId)
    .where('s.needId', '=', id)
    .where('s.withdrawnAt', 'is', null)
    .orderBy('s.supportedAt', 'desc')
    .limit(200)
    .execute();
  const mine = rows.find(({ personId }) => personId === me);
  const withWords = rows
    .filter(({ words, foldId }) => words !== '' || foldId !== null)
    .map(({ personId, signsAs, foldId, reason, answer, source, ...row }) => {
      const fold: ShownFold | null = foldId
        ? { id: foldId, reason: reason ?? 'other', answer: answer ?? '', source: source ?? '' }
        : null;
      // Who wrote folded words is named to nobody.
      const signed = fold ? { name: '', signed: 'member' as const } : signature({ name: row.name, signsAs }, inside);
      return { ...row, ...signed, fold, mine: personId === me };
    });
  return { withWords, mine: mine ? { words: mine.words } : null };
}

async function handsOf(context: Context, { communityId, id }: FoundNeed) {
  return context.db
    .selectFrom('needs.hands')
    .select(['hands', 'countedWhere', 'countedAt'])
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .orderBy('countedAt')
    .execute();
}

/** Every change of state, the oldest first. */
async function statesOf(context: Context, { communityId, id, raisedBy, foldId }: FoundNeed) {
  const rows = await context.db
    .selectFrom('needs.stateChange')
    .select(['state', 'words', 'changedAt', 'changedBy'])
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .orderBy('changedAt')
    .orderBy('id')
    .execute();
  const names = await personNames(
    context.db,
    rows.map(({ changedBy }) => changedBy).filter((by) => by !== null),
  );
  const desk = await peopleWithRole(context.db, communityId, 'facilitator', 'steward');
  const inside = rolesIn(context.actor, communityId).length > 0;
  // Who raised it signs in the letter. The desk changes a state by name; anyone else who answers signs as they chose.
  return rows.map(({ changedBy, ...row }, at) => {
    const person = at > 0 && changedBy ? names.get(changedBy) : undefined;
    if (!changedBy || !person || (foldId && changedBy === raisedBy)) return { ...row, by: '' };
    return { ...row, by: desk.includes(changedBy) ? person.name : signature(person, inside).name };
  });
}

async function familyOf(context: Context, { communityId, id, intoId }: FoundNeed) {
  const into = intoId
    ? await context.db
        .selectFrom('needs.need')
        .select(['number', 'title', 'locale'])
        .where('communityId', '=', communityId)
        .where('id', '=', intoId)
        .executeTakeFirst()
    : undefined;
  const merged = await context.db
    .selectFrom('needs.merge as m')
    .innerJoin('needs.need as n', (join) =>
      join.onRef('n.communityId', '=', 'm.communityId').onRef('n.id', '=', 'm.needId'),
    )
    .select(['n.number', 'n.title', 'n.locale'])
    .where('m.communityId', '=', communityId)
    .where('m.intoId', '=', id)
    .where('m.partedAt', 'is', null)
    .orderBy('n.number')
    .execute();
  return { into: into ?? null, merged };
}

const openAsking = (context: Context, { communityId, id }: FoundNeed) =>
  context.db
    .selectFrom('needs.askingAgain')
    .select('askedAt')
    .where('communityId', '=', communityId)
    .where('needId', '=', id)
    .where('answeredAt', 'is', null)
    .executeTakeFirst();
