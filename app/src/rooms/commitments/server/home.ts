import { hasRole, personOf } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { dayIn } from '#platform/time-zone.ts';
import type { Community, Home, HomeItem } from '#rooms/communities/index.ts';
import { myOrganisations } from '#rooms/communities/server/index.ts';
import { monthsAfter } from '../rules.ts';
import { pulseOfWords } from './list-commitments.ts';
import { allWords, mayFind } from './listed.ts';
import { waitsForAnswer } from './queries.ts';

/** How many words of the reader's own the front page names. */
const OWN = 2;

/** What of given words stands on a community's front page: what waits for me, and how the word is kept here. */
export async function homeOfCommitments(context: Context, community: Community): Promise<Partial<Home>> {
  const pulse = await pulseLine(context, community);
  const decided = pulse ? [pulse] : [];
  if (context.actor.kind !== 'person') return { decided };
  return {
    now: [...(await waitsForMyAnswer(context, community)), ...(await myOwn(context, community))],
    decided,
  };
}

async function pulseLine(context: Context, { id, slug }: Community): Promise<HomeItem | undefined> {
  const pulse = await pulseOfWords(context, id);
  if (pulse.all === 0) return undefined;
  const { say } = context.language;
  const counts = (['kept', 'late', 'changed', 'not-kept', 'differing', 'waits'] as const)
    .filter((part) => pulse[part] > 0)
    .map((count) => say(`commitments.pulse.${count}`, { count: pulse[count] }));
  return {
    href: `/c/${slug}/commitments`,
    title: say('commitments.home.given', { count: pulse.all }),
    note: counts.join(' · ') || undefined,
  };
}

/** One line for all that were given to the reader and wait: to this community, or to an organisation of theirs. */
async function waitsForMyAnswer(context: Context, { id, slug }: Community): Promise<HomeItem[]> {
  const personId = personOf(context.actor) ?? '';
  const mine = (await myOrganisations(context)).map((organisation) => organisation.id);
  const sitsHere = hasRole(context.actor, id, 'member');
  if (!sitsHere && mine.length === 0) return [];
  const { count } = await context.db
    .selectFrom('commitments.commitment as w')
    .where(mayFind(context, id))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(waitsForAnswer)
    .where((eb) => eb.or([eb('w.byPersonId', 'is', null), eb('w.byPersonId', '<>', personId)]))
    .where((eb) =>
      mine.length > 0
        ? eb.or([eb('w.byOrganisationId', 'is', null), eb('w.byOrganisationId', 'not in', mine)])
        : eb.val(true),
    )
    .where((eb) => {
      const toUs = eb.and([eb('w.toOrganisationId', 'is', null), eb('w.toCommunityId', 'is', null)]);
      const toMine = mine.length > 0 ? [eb('w.toOrganisationId', 'in', mine)] : [];
      return eb.or(sitsHere ? [toUs, ...toMine] : toMine);
    })
    .executeTakeFirstOrThrow();
  if (Number(count) === 0) return [];
  const { say } = context.language;
  return [
    {
      href: `/c/${slug}/commitments?view=waits`,
      title: say('commitments.home.waits', { count: Number(count) }),
      note: say('commitments.home.waits-note'),
    },
  ];
}

/** Words of the reader's own that are due within a month and were not answered, the next first. */
async function myOwn(context: Context, { id, slug, timeZone }: Community): Promise<HomeItem[]> {
  const today = dayIn(timeZone, context.now);
  const rows = await allWords(context)
    .where(mayFind(context, id))
    .where('w.byPersonId', '=', personOf(context.actor) ?? null)
    .where('w.state', 'not in', ['kept', 'taken-back'])
    .where('w.standsDueOn', '<=', monthsAfter(today, 1))
    .orderBy('w.standsDueOn')
    .limit(OWN)
    .execute();
  const { language } = context;
  return rows.map(({ number, what, locale, anewWhat, anewLocale, standsDueOn }) => ({
    href: `/c/${slug}/commitments/${number}`,
    title: anewWhat ?? what,
    locale: anewLocale ?? locale,
    note: language.say('commitments.home.mine', { day: language.day(new Date(`${standsDueOn}T12:00:00Z`), 'UTC') }),
  }));
}

/** The place of this room at the desk: what people said to do is written down there. */
export function deskOfCommitments({ language }: Context, { slug }: Community): HomeItem[] {
  const { say } = language;
  return [{ href: `/c/${slug}/commitments`, title: say('commitments.title'), note: say('commitments.home.desk-note') }];
}
