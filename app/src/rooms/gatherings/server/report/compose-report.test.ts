import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogues } from '#platform/language/catalogues.ts';
import { type Locale, makeLanguages } from '#platform/language/language.ts';
import { composeReport } from './compose-report.ts';
import { changedAt, entriesOf } from './entries.ts';
import type { ReportRecords } from './records.ts';
import { reportEvent } from './report-event.ts';

const languages = makeLanguages(readCatalogues(join(import.meta.dirname, '../../../../locales')));
const day = (text: string) => new Date(`${text}T10:00:00Z`);
const sr = (text: string) => ({ text, locale: 'sr-Cyrl' });

const records: ReportRecords = {
  community: { name: 'Мрежа села', slug: 'mreza', locale: 'sr-Cyrl', timeZone: 'Europe/Belgrade' },
  gathering: {
    id: '0b7c3f8e-6b1f-4a5e-9d6c-000000000001',
    number: 12,
    kind: 'thematic-event',
    theme: 'Ко с ким ради',
    about: 'О партнерствима.',
    locale: 'sr-Cyrl',
    place: 'Дом културе',
    link: null,
    startsAt: day('2026-11-20'),
    endsAt: new Date('2026-11-20T13:00:00Z'),
    audience: 'public',
  },
  hosts: [{ name: 'Зора', locale: 'sr-Cyrl' }],
  speakers: [
    {
      id: 's1',
      name: 'Ања',
      organisation: 'Зора',
      country: 'RS',
      profile: { ...sr('Учитељица.'), approvedAt: day('2026-11-21') },
      case: null,
    },
    { id: 's2', name: 'Wanjiru', organisation: 'Maji Yetu', country: 'KE' },
  ],
  questions: [
    {
      id: 'q1',
      number: 1,
      ...sr('Ко плаћа?'),
      by: { name: 'Петар' },
      supports: 3,
      state: 'answered-in-writing',
      owed: null,
      declined: null,
      folded: false,
      answers: [
        {
          by: 'Ања',
          inWriting: true,
          words: { ...sr('Општина.'), approvedAt: day('2026-12-05') },
          at: day('2026-12-05'),
        },
      ],
    },
    {
      id: 'q2',
      number: 2,
      ...sr('А до када?'),
      by: { unnamed: 'somebody' },
      supports: 0,
      state: 'owed',
      owed: { by: 'Општина', dueOn: '2026-12-20' },
      declined: null,
      folded: false,
      answers: [],
    },
    {
      id: 'q3',
      number: 3,
      text: '',
      locale: 'sr-Cyrl',
      by: { unnamed: 'member' },
      supports: 0,
      state: 'asked',
      owed: null,
      declined: null,
      folded: true,
      answers: [],
    },
  ],
  reflections: [
    { ...sr('Зваћемо комшије раније.'), by: { unnamed: 'somebody' } },
    { ...sr('Питаћу пре.'), by: { name: 'Љиља' } },
  ],
  conclusions: [{ number: 1, ...sr('Свако село има глас.'), confirmed: 5, amended: true, at: day('2026-11-20') }],
  steps: [
    {
      id: 'c1',
      number: 4,
      ...sr('Пишемо правила'),
      by: { name: 'Зора' },
      to: null,
      dueOn: '2026-12-20',
      state: 'kept',
      said: { ...sr('Готово је'), at: day('2026-12-18'), answer: 'kept' },
    },
  ],
  people: {
    total: 42,
    counted: true,
    kinds: [
      { group: 'association', count: 30 },
      { group: 'own', count: null },
    ],
    countries: [
      { group: 'RS', count: 31 },
      { group: 'KE', count: null },
    ],
  },
  texts: new Map([
    ['summary', { ...sr('Укратко речено.'), writtenAt: day('2026-11-22') }],
    ['questions-before', { ...sr('Питања су била **оштра**.'), writtenAt: day('2026-11-22') }],
  ]),
  publishedAt: day('2026-11-23'),
};

const compose = (locale: Locale) => composeReport(records, languages.of(locale), 'https://sofra.example');
const said = (locale: Locale) => JSON.stringify(compose(locale));

describe('a report out of its records', () => {
  it('is the same document every time', () => {
    expect(compose('sr-Cyrl')).toEqual(compose('sr-Cyrl'));
    expect(compose('sr-Cyrl')).toMatchSnapshot();
  });

  it('speaks Latin to who reads Latin, also in what was said, and leaves English names as they are', () => {
    const latin = said('sr-Latn');
    for (const words of ['Izveštaj sa skupa', 'Ko plaća?', 'Zvaćemo komšije ranije.']) expect(latin).toContain(words);
    expect(latin.replace(/"lang":"[^"]*"/g, '')).not.toMatch(/[А-Яа-яЉЊЏљњџ]/);
    expect(latin).toContain('Maji Yetu');
  });

  it('has no section without records or words of the rapporteur', () => {
    const empty = {
      ...records,
      speakers: [],
      questions: [],
      reflections: [],
      conclusions: [],
      steps: [],
      texts: new Map(),
      people: { total: null, counted: false, kinds: [], countries: [] },
    };
    expect(composeReport(empty, languages.of('en'), 'x').sections.map(({ id }) => id)).toEqual(['theme']);
  });

  it('has the rapporteur’s words round a section and not in it', () => {
    const questions = compose('en').sections.find(({ id }) => id === 'questions');
    expect(questions?.blocks[0]).toMatchObject({
      kind: 'paragraph',
      text: [{ text: 'Питања су била ' }, { text: 'оштра', strong: true }, { text: '.' }],
    });
    expect(questions?.blocks[1]).toMatchObject({ kind: 'figure', n: 'Of 3 questions.' });
  });

  it('hides small numbers and says so', () => {
    const people = compose('en').sections.find(({ id }) => id === 'people');
    expect(people?.blocks).toMatchObject([
      { kind: 'paragraph', text: '42 people were there.' },
      {
        kind: 'figure',
        n: '42 people were there.',
        bars: [{ shown: '30' }, { value: null, shown: 'too few to show' }],
      },
      { kind: 'figure', bars: [{ label: 'Serbia' }, { label: 'Kenya', shown: 'too few to show' }] },
    ]);
  });

  it('says the day of what was added after it was public, and of nothing else', () => {
    const added = [...said('en').matchAll(/Added on ([^"]*)/g)].map(([, when]) => when);
    expect(added).toEqual(['5 December 2026', '18 December 2026']);
    expect(changedAt(records)).toEqual(day('2026-12-18'));
  });
});

describe('what programs read', () => {
  it('is fed when it is public, when an answer comes, and when a word is kept', () => {
    const entries = entriesOf(records, languages.of('en'), 'https://sofra.example');
    expect(entries.map(({ title, at }) => [title, at.toISOString().slice(0, 10)])).toEqual([
      ['Report: Ко с ким ради', '2026-11-23'],
      ['Question 1 was answered by Ања', '2026-12-05'],
      ['A next step: Kept', '2026-12-18'],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
    expect(entriesOf({ ...records, publishedAt: undefined }, languages.of('en'), 'x')).toEqual([]);
  });

  it('knows the gathering as an event of schema.org', () => {
    expect(reportEvent(records, languages.of('sr-Latn'), 'https://sofra.example')).toMatchObject({
      '@type': 'Event',
      name: 'Ko s kim radi',
      startDate: '2026-11-20T10:00:00.000Z',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: [{ '@type': 'Place', name: 'Dom kulture' }],
      organizer: [{ name: 'Mreža sela' }, { name: 'Zora' }],
      performer: [{ name: 'Anja' }, { name: 'Wanjiru' }],
      subjectOf: {
        '@type': 'Report',
        url: 'https://sofra.example/c/mreza/gatherings/12/report',
        datePublished: '2026-11-23T10:00:00.000Z',
      },
    });
  });
});
