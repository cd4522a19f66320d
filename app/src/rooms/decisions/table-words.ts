import type { Language } from '#platform/language/language.ts';
import { groupFor } from '#rooms/communities/index.ts';
import { seatsOf } from './seats.ts';

/** One group of a roll and how many of it took part; `null` gathers the others. */
export interface GroupOfRoll {
  readonly group: string | null;
  readonly onRoll: number;
  readonly tookPart: number;
}

/** A table ready to be drawn, with its meaning in the reader's language. */
export interface TablePicture {
  readonly label: string;
  readonly groups: readonly { readonly label: string; readonly seats: number; readonly filled: number }[];
  readonly sentence: string;
  readonly middle: string;
  readonly underMiddle: string;
}

/** Who is at the table, and which chairs are empty. */
export function tableOf(language: Language, groups: readonly GroupOfRoll[]): TablePicture {
  const everyone = groups.length === 1;
  const labels = groups.map(({ group }) =>
    group ? groupFor(language, group) : language.say(everyone ? 'decisions.table.everyone' : 'decisions.table.others'),
  );
  const seats = seatsOf(groups).map((seat, at) => ({ ...seat, label: labels[at] ?? '' }));
  const all = seats.reduce((sum, seat) => sum + seat.seats, 0);
  const taken = seats.reduce((sum, seat) => sum + seat.filled, 0);
  const emptiest = [...seats].sort((a, b) => b.seats - b.filled - (a.seats - a.filled))[0]?.label ?? '';
  return {
    label: language.say('decisions.table.label'),
    groups: seats,
    sentence:
      all === taken
        ? language.say('decisions.table.full')
        : everyone
          ? language.say('decisions.table.empty-chairs', { n: all - taken })
          : language.say('decisions.table.mostly', { n: all - taken, group: emptiest }),
    middle: String(taken),
    underMiddle: language.say('decisions.table.of-chairs', { n: all }),
  };
}

/** The chairs alone, where nothing may be said yet of who sits on them; undefined while there is no roll. */
export function chairsOf(language: Language, onRoll: number | null): TablePicture | undefined {
  if (!onRoll) return undefined;
  const groups = [{ group: null, onRoll, tookPart: 0 }];
  const chairs = seatsOf(groups)[0]?.seats ?? 0;
  return {
    label: language.say('decisions.table.laid'),
    groups: [{ label: language.say('decisions.table.everyone'), seats: chairs, filled: 0 }],
    sentence: language.say('decisions.table.not-shown'),
    middle: String(chairs),
    underMiddle: language.say('decisions.table.chairs-only', { n: chairs }),
  };
}
