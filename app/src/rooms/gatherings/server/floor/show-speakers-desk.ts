import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { authorize, may } from '#platform/permissions.ts';
import { nameFor } from '#rooms/communities/index.ts';
import { membersOf, organisationsOf } from '#rooms/communities/server/index.ts';
import { personNames } from '#rooms/people/server/index.ts';
import { onFloor } from '../../floor-permissions.ts';
import { type FloorAddress, type FoundFloor, floorAt } from './find-floor.ts';
import { panelOf, type ShownSpeaker } from './show-speakers.ts';

/** One choice of a form. */
interface Option {
  readonly value: string;
  readonly label: string;
}

/** A speaker with what is written of them, for themself and for who runs the floor. */
export interface DeskSpeaker extends ShownSpeaker {
  readonly mine: boolean;
  readonly organisationId: string | null;
  /** The newest version, also one that waits for their yes. */
  readonly newest: { readonly profile: string; readonly case: string };
  readonly said: Readonly<Record<string, string>>;
}

/** The speakers' own page: a speaker sees themself, who runs the floor sees everyone. Throws a Refusal for everybody else. */
export async function showSpeakersDesk(context: Context, address: FloorAddress) {
  const found = await floorAt(context, address);
  const { at, subject, gathering, community: place } = found;
  const { speakers, missing } = await panelOf(context, at);
  const me = personOf(context.actor);
  const mayRun = may(onFloor.moderate, context.actor, subject);
  const mine = speakers.find(({ personId }) => me !== undefined && personId === me);
  authorize(onFloor.speak, context.actor, { ...subject, speakerPersonId: mine?.personId });
  const shown = mayRun ? speakers : speakers.filter(({ id }) => id === mine?.id);
  const more = await behind(context, at);
  return {
    place,
    gathering,
    missing,
    mayRun,
    speakers: shown.map(
      (speaker): DeskSpeaker => ({
        ...speaker,
        mine: speaker.id === mine?.id,
        organisationId: more.organisations.get(speaker.id) ?? null,
        newest: {
          profile: more.words.get(`${speaker.id} profile`) ?? '',
          case: more.words.get(`${speaker.id} case`) ?? '',
        },
        said: Object.fromEntries(
          more.said.filter((one) => one.speakerId === speaker.id).map((one) => [one.about, one.said]),
        ),
      }),
    ),
    organisations: mayRun ? await organisationOptions(context, at.communityId) : [],
    people: mayRun ? await memberOptions(context, at.communityId) : [],
  };
}

async function behind({ db }: Context, at: FoundFloor['at']) {
  const speakers = await db
    .selectFrom('gatherings.speaker')
    .select(['id', 'organisationId'])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .execute();
  const words = await db
    .selectFrom('gatherings.speakerWords')
    .select(['speakerId', 'kind', 'text'])
    .where('communityId', '=', at.communityId)
    .where('gatheringId', '=', at.gatheringId)
    .where('kind', '<>', 'answer')
    .orderBy('version')
    .execute();
  const ids = speakers.map(({ id }) => id);
  const said =
    ids.length === 0
      ? []
      : await db
          .selectFrom('gatherings.speakerDeclaration')
          .select(['speakerId', 'about', 'said'])
          .where('communityId', '=', at.communityId)
          .where('speakerId', 'in', ids)
          .execute();
  return {
    organisations: new Map(speakers.map(({ id, organisationId }) => [id, organisationId])),
    words: new Map(words.map(({ speakerId, kind, text }) => [`${speakerId} ${kind}`, text])),
    said,
  };
}

/** Organisations of the community, for a form. */
export async function organisationOptions({ db, language }: Context, communityId: string): Promise<Option[]> {
  const all = await organisationsOf(db, communityId);
  return all.map((organisation) => ({ value: organisation.id, label: nameFor(language, organisation) }));
}

/** Members of the community by name, for a form of who runs a floor. */
export async function memberOptions({ db, language, actor }: Context, communityId: string): Promise<Option[]> {
  // Who moderates without a seat does not read who sits here.
  if (!hasRole(actor, communityId, 'member', 'facilitator', 'steward')) return [];
  const members = await membersOf(db, communityId, { most: 500 });
  const names = await personNames(
    db,
    members.map(({ personId }) => personId),
  );
  return [...names.values()]
    .map(({ id, name }) => ({ value: id, label: language.show(name) }))
    .sort((a, b) => language.compare(a.label, b.label));
}
