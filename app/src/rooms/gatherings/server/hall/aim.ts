import type { Context } from '#platform/context.ts';
import { toPlain } from '#platform/language/latin.ts';
import { Refusal } from '#platform/refusal.ts';
import { charterGroups, isMemberSince } from '#rooms/communities/server/index.ts';
import type { HallEntry } from '../../hall-words.ts';
import type { InGathering } from '../../words.ts';
import { positionOf, type Recording } from './store.ts';
import type { Target } from './targets.ts';

interface Aimed {
  readonly target: Target;
  readonly more: Pick<Recording, 'name' | 'locale'>;
}

/** Which thing of the hall an entry means. Throws a Refusal when it is none that may be recorded. */
export async function aim(context: Context, which: InGathering, entry: HallEntry): Promise<Aimed> {
  if (entry.kind === 'attendance') return aimAtPerson(context, which, entry);
  if (entry.kind === 'minutes') return { target: { kind: 'minutes' }, more: { locale: entry.locale } };
  if (entry.kind === 'speaking') return { target: await aimAtSpeakers(context, which, entry), more: {} };
  const [attribute = '', ...rest] = entry.of.split('|');
  const group = rest.join('|');
  await insistOnGroup(context, which, { attribute, group });
  if (entry.kind === 'count') return { target: { kind: 'count', attribute, group }, more: {} };
  const { question, happenedAt: askedAt } = entry;
  const position = await positionOf(context, which, { question, askedAt });
  return { target: { kind: 'hands', position, attribute, group }, more: {} };
}

/** Somebody on the list who has an account is that person, however they were entered. */
async function aimAtPerson(
  context: Context,
  which: InGathering,
  { name, personId, registrationId = '' }: Extract<HallEntry, { kind: 'attendance' }>,
): Promise<Aimed> {
  if (name) {
    const plain = toPlain(name).slice(0, 200) || name;
    return { target: { kind: 'attendance', by: 'name', who: plain }, more: { name } };
  }
  const list = context.db
    .selectFrom('gatherings.registration')
    .select(['id', 'personId'])
    .where('communityId', '=', which.communityId)
    .where('gatheringId', '=', which.gatheringId);
  const registration = await (personId
    ? list.where('personId', '=', personId)
    : list.where('id', '=', registrationId)
  ).executeTakeFirst();
  const { communityId } = which;
  const since = context.now;
  if (!registration && !(personId && (await isMemberSince(context.db, { communityId, personId, since }))))
    throw new Refusal('hall.nobody-there');
  const who = personId ?? registration?.personId;
  if (who) return { target: { kind: 'attendance', by: 'person', who }, more: {} };
  return { target: { kind: 'attendance', by: 'registration', who: registrationId }, more: {} };
}

/** Nothing is counted before the chair has announced it, nor after it was stopped. */
async function aimAtSpeakers(
  context: Context,
  which: InGathering,
  { group, happenedAt }: { readonly group: string; readonly happenedAt: Date },
): Promise<Target> {
  const announced = await announcementOf(context, which);
  if (!announced) throw new Refusal('hall.not-announced');
  if (announced.stoppedAt && happenedAt > announced.stoppedAt) throw new Refusal('hall.stopped');
  if (group !== '') await insistOnGroup(context, which, { attribute: announced.attribute, group });
  return { kind: 'speaking', group };
}

/** The announcement under which speaking time is counted. */
export const announcementOf = ({ db }: Context, { communityId, gatheringId }: InGathering) =>
  db
    .selectFrom('gatherings.speakingAnnouncement')
    .select(['attribute', 'announcedAt', 'stoppedAt'])
    .where('communityId', '=', communityId)
    .where('gatheringId', '=', gatheringId)
    .executeTakeFirst();

async function insistOnGroup(
  { db }: Context,
  { communityId }: InGathering,
  { attribute, group }: { readonly attribute: string; readonly group: string },
): Promise<void> {
  if (attribute === '' && group === '') return;
  const known = await charterGroups(db, communityId);
  if (!known.some((one) => one.attribute === attribute && one.groups.includes(group)))
    throw new Refusal('hall.unknown-group');
}
