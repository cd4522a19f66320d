/** Where an event of a calendar file stands: the line it begins on, and that of each of its properties. */
export interface CalendarLines {
  readonly begins: number;
  readonly of: ReadonlyMap<string, number>;
}

/** The lines of every event in the file, in order; alarms inside an event are not its own. */
export function linesOfCalendar(text: string): CalendarLines[] {
  const events: { begins: number; of: Map<string, number> }[] = [];
  const open: string[] = [];
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const [, name = '', value = ''] = /^([A-Z-]+)[^:]*:(.*)$/i.exec(line) ?? [];
    const word = name.toUpperCase();
    if (word === 'BEGIN') {
      open.push(value.trim().toUpperCase());
      if (open.at(-1) === 'VEVENT') events.push({ begins: at + 1, of: new Map() });
    } else if (word === 'END') open.pop();
    else if (word && open.at(-1) === 'VEVENT' && !events.at(-1)?.of.has(word)) events.at(-1)?.of.set(word, at + 1);
  }
  return events;
}
