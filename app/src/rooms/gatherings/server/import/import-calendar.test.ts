import { beforeEach, describe, expect, it } from 'vitest';
import { type CallingVillage, callingVillage } from '../testing.ts';
import type { EventPreview } from './planned.ts';
import { bringIn, checkIn, wrong } from './testing.ts';

let v: CallingVillage;
beforeEach(async () => {
  v = await callingVillage();
});
const check = (text: string, fileName: string) => checkIn(v, { text, fileName });
const bring = (preview: EventPreview) => bringIn(v, preview);

describe('a calendar from elsewhere', () => {
  const file = (...lines: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT'];

  it('becomes gatherings, each at the moment of its own zone', async () => {
    const preview = await check(
      file(
        ...event(
          'DTSTART:20261205T090000Z',
          'DTEND:20261205T120000Z',
          'SUMMARY:Voda i ljudi',
          'LOCATION:Škola\\, Lipovac',
          'DESCRIPTION:Ponesite\\n',
          '  čašu',
          'BEGIN:VALARM',
          'TRIGGER:-PT5M',
          'END:VALARM',
        ),
        ...event(
          'DTSTART;TZID=Africa/Nairobi:20261206T100000',
          'DURATION:PT90M',
          'SUMMARY:Maji',
          'URL:https://meet.example/x',
        ),
        ...event('DTSTART:20261207T180000', 'DTEND:20261207T190000', 'SUMMARY:Skup bez zone', 'LOCATION:Dom'),
        ...event(
          'DTSTART:20261208T180000',
          'DTEND:20261208T190000',
          'SUMMARY:Otkazan',
          'LOCATION:Dom',
          'STATUS:CANCELLED',
        ),
      ),
      'kalendar.ics',
    );
    expect(wrong(preview)).toEqual([]);
    expect(preview.unused).toEqual(['Otkazan (CANCELLED)']);
    const calls = preview.gatherings.map(({ call }) => call);
    expect(calls.map((call) => [call?.theme, call?.startsAt.toISOString()])).toEqual([
      ['Voda i ljudi', '2026-12-05T09:00:00.000Z'],
      ['Maji', '2026-12-06T07:00:00.000Z'],
      ['Skup bez zone', '2026-12-07T17:00:00.000Z'],
    ]);
    expect(calls[0]).toMatchObject({ place: 'Škola, Lipovac', about: 'Ponesite\n čašu' });
    expect(calls[1]).toMatchObject({ link: 'https://meet.example/x', endsAt: new Date('2026-12-06T08:30:00Z') });
    expect((await bring(preview)).numbers).toHaveLength(3);
  });

  it('names by its line what it can’t say: a repeating one, a whole day, no place, no calendar', async () => {
    const preview = await check(
      file(
        ...event('DTSTART:20261205T090000Z', 'DTEND:20261205T120000Z', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Svake nedelje'),
        ...event('DTSTART;VALUE=DATE:20261206', 'SUMMARY:Ceo dan', 'LOCATION:Dom'),
        ...event('DTSTART:20261207T180000Z', 'DTEND:20261207T190000Z', 'SUMMARY:Nigde'),
      ),
      'kalendar.ics',
    );
    expect(wrong(preview)).toEqual(['8 repeating', '13 all-day', '17 place']);
    expect(wrong(await check('BEGIN:VCALENDAR\r\nnije kalendar\r\nEND:VCALENDAR', 'k.ics'))).toEqual(['2 calendar']);
  });
});
