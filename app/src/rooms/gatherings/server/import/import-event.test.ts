import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CallingVillage, callingVillage } from '../testing.ts';
import { checkEvent } from './check-event.ts';
import { importEvent } from './import-event.ts';
import type { EventPreview } from './planned.ts';
import { bringIn, checkIn, wrong } from './testing.ts';

let v: CallingVillage;
beforeEach(async () => {
  v = await callingVillage();
});
const bytes = (text: string) => new TextEncoder().encode(text);
const check = (text: string | Uint8Array, fileName = 'skup.md', number?: number) =>
  checkIn(v, { text, fileName, number });
const bring = (preview: EventPreview, number?: number) => bringIn(v, preview, number);
const db = () => v.house.database.db;

const AGENDA = `# Партнерства: ко с ким ради

Врста: тематски скуп
Датум: 5. 12. 2026.
Место: Дом културе, Горње Село
Крај: 13:00

О томе ко коме држи леђа.

## Програм

- 10:00 Добродошлица (Мира)
- 10:20–11:00 Maji Yetu: вода за три села (Wanjiru)
* 11.00 Питања из сале
- 12:00 Шта ћемо радити другачије?

## Учесници

- Ана Петровић, Зора <ana@example.org>
- Љиљана
1. Ђорђе (Опово)

## Питања

- Ко плаћа кад донатор оде? (Петар)
- А до када?
`;

const NEIGHBOURS: [string, string][] = [
  [
    'Macedonian',
    '# Вода\n\nВид: Собир на жителите\nДен: 5. 12. 2026.\nПочеток: 10:00\nЗавршува: 12:00\nМесто: Дом\n\n## За што е\n\nЗа водата.\n\n## Програма\n\n- 10:00 Добредојде (Мира)\n\n## Пријавени\n\n- Ана\n',
  ],
  [
    'Albanian',
    '# Uji\n\nLloji: Takim i banorëve\nDita: 5. 12. 2026.\nFillon: 10:00\nMbaron: 12:00\nVendi: Shtëpia\n\n## Rreth\n\nPër ujin.\n\n## Programi\n\n- 10:00 Mirëseardhja (Mira)\n\n## Pjesëmarrësit\n\n- Ana\n',
  ],
];

describe.each(NEIGHBOURS)('an agenda with %s headings', (_language, text) => {
  it('is read like any other', async () => {
    const preview = await check(text);
    expect(wrong(preview)).toEqual([]);
    const { numbers, people } = await bring(preview);
    expect(people).toBe(1);
    const gathering = await db()
      .selectFrom('gatherings.gathering')
      .selectAll()
      .where('number', '=', numbers[0] ?? 0)
      .executeTakeFirstOrThrow();
    expect(gathering).toMatchObject({
      kind: 'assembly',
      startsAt: new Date('2026-12-05T09:00:00Z'),
      endsAt: new Date('2026-12-05T11:00:00Z'),
    });
    expect(gathering.about).toMatch(/водата|ujin/);
  });
});

describe('a plain agenda', () => {
  it('becomes a gathering with its programme, its participants by name and its questions', async () => {
    const preview = await check(AGENDA);
    expect(wrong(preview)).toEqual([]);
    const { numbers, people, questions } = await bring(preview);
    expect([people, questions]).toEqual([3, 2]);
    const gathering = await db()
      .selectFrom('gatherings.gathering')
      .selectAll()
      .where('number', '=', numbers[0] ?? 0)
      .executeTakeFirstOrThrow();
    expect(gathering).toMatchObject({
      kind: 'thematic-event',
      theme: 'Партнерства: ко с ким ради',
      about: 'О томе ко коме држи леђа.',
      locale: 'sr-Cyrl',
      startsAt: new Date('2026-12-05T09:00:00Z'),
      endsAt: new Date('2026-12-05T12:00:00Z'),
      calledBy: v.mira,
    });
    const items = await db().selectFrom('gatherings.agendaItem').selectAll().orderBy('position').execute();
    expect(items.map(({ minutes, title, ledBy }) => [minutes, title, ledBy])).toEqual([
      [20, 'Добродошлица', 'Мира'],
      [40, 'Maji Yetu: вода за три села', 'Wanjiru'],
      [60, 'Питања из сале', ''],
      [60, 'Шта ћемо радити другачије?', ''],
    ]);
    const list = await db()
      .selectFrom('gatherings.registration')
      .select(['name', 'channel', 'personId'])
      .orderBy('id')
      .execute();
    expect(list.map(({ name }) => name)).toEqual(['Ана Петровић', 'Љиљана', 'Ђорђе']);
    expect(list.every(({ personId, channel }) => personId === null && channel === 'paper')).toBe(true);
    const asked = await db()
      .selectFrom('gatherings.question')
      .select(['text', 'askerName', 'signsAs'])
      .orderBy('number')
      .execute();
    expect(asked).toEqual([
      { text: 'Ко плаћа кад донатор оде?', askerName: 'Петар', signsAs: 'inside' },
      { text: 'А до када?', askerName: '', signsAs: 'member' },
    ]);
  });

  it('makes nobody a member and keeps no address', async () => {
    await bring(await check(AGENDA));
    const members = await db().selectFrom('communities.membership').select('personId').execute();
    expect(members.map(({ personId }) => personId)).toEqual([v.mira]);
    const rows = await db().selectFrom('gatherings.registration').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('example.org');
  });

  it('may be in Latin, English, Macedonian or Albanian, and written as tables', async () => {
    const preview = await check(
      [
        '# Ko čisti bunare',
        '| Datum | 2026-12-05 |',
        '| Vreme | 18:00–20:00 |',
        '**Mesto:** Škola',
        'Vrsta: obuka',
        '## Dnevni red',
        '| Vreme | Šta | Ko |',
        '|---|---|---|',
        '| 18:00 | Pozdrav | Mira |',
        '| 18:30 | Bunari |  |',
        '## Pjesëmarrësit',
        '| Emri | Gjuha | Email |',
        '| Ana | sq | a@example.org |',
        '## Прашања',
        '1) Кој плаќа?',
      ].join('\n'),
    );
    expect(wrong(preview)).toEqual([]);
    expect(preview.unused).toEqual(['Email']);
    expect(preview.gatherings[0]).toMatchObject({
      call: { kind: 'training', locale: 'sr-Latn', place: 'Škola' },
      programme: [{ minutes: 30, ledBy: 'Mira' }, { minutes: 90 }],
      people: [{ name: 'Ana', language: 'sq' }],
      questions: [{ text: 'Кој плаќа?' }],
    });
  });

  it('from Word is read alike', async () => {
    const lines = AGENDA.split('\n').filter((line) => line.trim() !== '');
    const children = lines.map((line) => {
      const [, marks, title] = /^(#+) (.*)$/.exec(line) ?? [];
      if (marks && title)
        return new Paragraph({ text: title, heading: marks === '#' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 });
      const point = /^(?:[-*]|\d\.) (.*)$/.exec(line)?.[1];
      return point ? new Paragraph({ text: point, bullet: { level: 0 } }) : new Paragraph(line);
    });
    const word = new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
    const [plain, read] = [await check(AGENDA), await check(word, 'skup.docx')];
    expect(wrong(read)).toEqual([]);
    expect(read.gatherings[0]?.call).toEqual(plain.gatherings[0]?.call);
    expect(read.gatherings[0]?.people.map(({ name }) => name)).toEqual(['Ана Петровић', 'Љиљана', 'Ђорђе']);
  });
});

describe('a file in another shape', () => {
  it('has every bad line named, and nothing of it comes in', async () => {
    const preview = await check(
      [
        '# Скуп',
        'Датум: 31. 2. 2026.',
        'Место: Школа',
        '## Програм',
        '- 25:00 Кафа',
        '- Уводна реч',
        '## Успомене',
        '## Питања',
        `- ${'реч '.repeat(120)}`,
      ].join('\n'),
    );
    expect(wrong(preview)).toEqual(['2 date', '5 clock', '6 item', '7 part', '9 question-long']);
    await expect(bring(preview)).rejects.toThrow('event-file.bad-rows');
    expect(await db().selectFrom('gatherings.gathering').select('id').execute()).toEqual([]);
  });

  it('without a day, an end or a place says so', async () => {
    expect(wrong(await check('# Тема о води\nМесто: Школа\n- 10:00 Кафа'))).toEqual(['1 no-date']);
    expect(wrong(await check('# Тема о води\nДатум: 2026-12-05\nМесто: Школа\n- 10:00 Кафа'))).toEqual([
      '4 no-end',
      '4 no-end',
    ]);
    expect(wrong(await check('# Тема о води\nДатум: 2026-12-05\nВреме: 10:00–12:00'))).toEqual(['1 place']);
    expect(wrong(await check('# Т\nДатум: 2026-12-05\nВреме: 10:00–09:00\nМесто: Школа\nВрста: журка'))).toEqual([
      '1 theme',
      '3 ends',
      '5 kind',
    ]);
  });

  it('whose items go back in time, or says the same twice, is named by its line', async () => {
    const top = '# Тема о води\nДатум: 2026-12-05\nМесто: Школа\nКрај: 14:00\nМесто: Дом\n';
    expect(wrong(await check(`${top}- 11:00 Прво\n- 10:00 Друго`))).toEqual(['5 twice', '6 length', '7 order']);
  });

  it('that is of no known kind, or a list for nobody, is refused', async () => {
    await expect(check('x', 'skup.pdf')).rejects.toThrow('which-file');
    await expect(check('name\nAna', 'lista.csv')).rejects.toThrow('which-gathering');
  });

  it('is taken back whole when something fails in the middle', async () => {
    const preview = await check(AGENDA);
    const [planned] = preview.gatherings;
    if (!planned) throw new Error('nothing planned');
    const broken = { ...planned, questions: [...planned.questions, { line: 1, text: 'a', name: '' }] };
    await expect(bring({ ...preview, gatherings: [broken] })).rejects.toThrow();
    for (const table of ['gatherings.gathering', 'gatherings.registration', 'gatherings.question'] as const)
      expect(await db().selectFrom(table).select('communityId').execute()).toEqual([]);
  });
});

describe('a list for a gathering that is called', () => {
  it('of questions, of participants or of its programme is told apart by its titles', async () => {
    const { number } = await v.call();
    await bring(await check('question;who\nKo plaća?;Ana\n', 'p.csv', number), number);
    await bring(await check('Ime i prezime,Email\nAna,a@example.org\nJovan,\n', 'u.csv', number), number);
    await bring(await check('vreme,naslov,vodi\n18:00,Pozdrav,Mira\n18:30,Bunari,\n', 'd.csv', number), number);
    expect(await db().selectFrom('gatherings.question').select('text').execute()).toEqual([{ text: 'Ko plaća?' }]);
    expect(await db().selectFrom('gatherings.registration').select('name').execute()).toHaveLength(2);
    const items = await db()
      .selectFrom('gatherings.agendaItem')
      .select(['title', 'minutes'])
      .orderBy('position')
      .execute();
    expect(items).toEqual([
      { title: 'Pozdrav', minutes: 30 },
      { title: 'Bunari', minutes: 90 },
    ]);
    await expect(check('boja,broj\nplava,3\n', 'x.csv', number)).rejects.toThrow('which-sheet');
    expect(wrong(await check('name,children\n,2\nAna,mnogo\n', 'u.csv', number))).toEqual(['2 name', '3 children']);
  });

  it('of one that is over keeps only how many were there, once', async () => {
    const { number } = await v.call();
    v.house.setNow('2026-11-21T10:00:00Z');
    const preview = await check('ime\nAna\nJovan\nVera\n', 'u.csv', number);
    await bring(preview, number);
    expect(await db().selectFrom('gatherings.registration').select('name').execute()).toEqual([]);
    expect(await db().selectFrom('gatherings.attendanceCount').select('count').execute()).toEqual([{ count: 3 }]);
    await expect(bring(preview, number)).rejects.toThrow('number-known');
  });
});

it('only who sits at the desk brings in, and looks', async () => {
  const [ana] = await v.members(v.slug, 'Ana');
  const file = { slug: v.slug, fileName: 'a.md', bytes: bytes(AGENDA) };
  await expect(v.reads(ana, (context) => checkEvent(context, file))).rejects.toMatchObject({ kind: 'forbidden' });
  const asking = { actor: await v.actor(ana), language: v.house.languages.of('en') };
  await expect(importEvent(v.house, asking, { slug: v.slug, preview: await check(AGENDA) })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});
