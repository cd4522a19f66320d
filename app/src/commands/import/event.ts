import { type Actor, system } from '#platform/actor.ts';
import { readingContext } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import { findCommunity, peopleWithRole, rolesOfPerson } from '#rooms/communities/server/index.ts';
import { checkEvent, type EventPreview, importEvent } from '#rooms/gatherings/server/index.ts';
import { type Terminal, TypedWrong } from '../command.ts';
import type { Importing } from './importing.ts';
import { fileAt, showPreview } from './preview.ts';

/**
 * A gathering out of a plain agenda, a Word file or a calendar, or a list for one. Somebody of the community's desk answers
 * for it (`--by`); without `--yes` it is only a preview.
 */
export const event: Importing = async ({ house, path, slug, typed, terminal }) => {
  const { language } = terminal;
  const context = readingContext(house, system('sofra import'), language);
  const community = await findCommunity(context.db, slug);
  const number = numberOf(typed.options.gathering, terminal);
  const file = { slug, number, ...fileAt(path) };
  const preview = await checkEvent(context, file);
  tellOf(preview, { terminal, timeZone: community.timeZone });
  const planned = preview.gatherings.flatMap((one) => [one, ...one.programme, ...one.people, ...one.questions]);
  const good = planned.map(({ line }) => ({ line, row: {} }));
  if (!showPreview({ ...preview, good }, terminal)) return { exit: 1, facts: { bad: preview.bad.length } };
  if (!typed.options.yes) return { exit: 0, facts: { good: good.length, written: 0 } };
  const actor = await answersFor(context, { communityId: community.id, by: typed.options.by, terminal });
  terminal.progress(0, good.length);
  const { numbers, people, questions } = await importEvent(house, { actor, language }, { slug, number, preview });
  const addresses = numbers.map((one) => `${house.settings.origin}/c/${slug}/gatherings/${one}`);
  return { exit: 0, facts: { gatherings: numbers.length, people, questions, address: addresses.join(' ') } };
};

function numberOf(typed: string | boolean | undefined, { language }: Terminal): number | undefined {
  if (typed === undefined) return undefined;
  if (typeof typed === 'string' && /^[1-9]\d{0,8}$/.test(typed)) return Number(typed);
  throw new TypedWrong(language.say('commands.import.no-number'));
}

/** Says what would come of each gathering before anything is written. */
function tellOf(
  { gatherings }: EventPreview,
  { terminal, timeZone }: { readonly terminal: Terminal; readonly timeZone: string },
): void {
  const { language } = terminal;
  for (const { call, programme, people, questions } of gatherings) {
    if (call) {
      const moment = language.moment(call.startsAt, timeZone);
      terminal.err(
        language.say('commands.import.gathering', { theme: language.show(call.theme, call.locale), moment }),
      );
    }
    const counts = { items: programme.length, people: people.length, questions: questions.length };
    terminal.err(language.say('commands.import.lists', counts));
  }
}

type Reading = ReturnType<typeof readingContext>;

/** Who answers for what comes in: who is named by `--by`, or the only one at the desk. */
async function answersFor(
  { db }: Reading,
  { communityId, by, terminal }: { communityId: string; by: string | boolean | undefined; terminal: Terminal },
): Promise<Actor> {
  const desk = await peopleWithRole(db, communityId, 'steward', 'facilitator');
  const personId = typeof by === 'string' ? by : desk.length === 1 ? desk[0] : undefined;
  if (personId === undefined) throw new TypedWrong(terminal.language.say('commands.import.by-whom'));
  if (!desk.includes(personId)) throw new Refusal('platform.not-yours', { kind: 'forbidden' });
  const { roles } = await rolesOfPerson(db, personId);
  return { kind: 'person', personId, roles };
}
