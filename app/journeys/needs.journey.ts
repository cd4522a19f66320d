import { describe, expect } from 'vitest';
import { insistSound, journey } from './browser.ts';
import { comeAs } from './villagers.ts';

const NEEDS = '/c/gornja-lipa/needs';

describe('the private door', () => {
  journey('what is told there is heard by its keepers and stands nowhere else', async ({ visit }) => {
    const words = 'Муж ми узима пензију и не смем то да кажем пред људима.';
    const teller = await visit({ javaScript: false, width: 360, locale: 'sr-Cyrl' });
    await comeAs(teller, 'radmila', `${NEEDS}/private`);
    await insistSound(teller);
    await teller.fill('#tell [name=words]', words);
    await teller.click('#tell button');
    await insistSound(teller);

    const keeper = await visit({ width: 360 });
    await comeAs(keeper, 'ljubica', `${NEEDS}/private`);
    expect(await keeper.locator('#heard + *, main').last().innerText()).toContain(words);
    await insistSound(keeper);

    for (const who of ['vera', undefined]) {
      const other = await visit({ javaScript: false });
      if (who) await comeAs(other, who, NEEDS);
      for (const path of [NEEDS, `${NEEDS}/private`, '/c/gornja-lipa', '/c/gornja-lipa/search?words=пензију']) {
        await other.goto(path);
        expect(await other.locator('main').innerText()).not.toContain('узима пензију');
      }
    }
  });
});

describe('a sheet from the hall', () => {
  journey('is entered in one save, with the hands counted', async ({ visit }) => {
    const desk = await visit({ width: 360, locale: 'sr-Cyrl' });
    await comeAs(desk, 'vera', '/c/gornja-lipa/desk/hall-sheet');
    await insistSound(desk);
    await desk.fill('[name=where]', 'Дом културе');
    await desk.fill('[name="rows.0.title"]', 'Мост код млина њише');
    await desk.fill('[name="rows.0.hands"]', '17');
    await desk.fill('[name="rows.1.title"]', 'Пси луталице код школе');
    await desk.fill('[name="rows.1.hands"]', '9');
    await desk.check('[name=read]');
    await desk.click('main form button:not([type=button])');
    expect(new URL(desk.url()).search).toBe('?entered=2');
    await insistSound(desk);
    const anyone = await visit({ javaScript: false, width: 360 });
    await anyone.goto(NEEDS);
    expect(await anyone.locator('main').innerText()).toContain('Мост код млина њише');
    await insistSound(anyone);
  });

  journey('a row without its words is named, and nothing that was typed is lost', async ({ visit }) => {
    const desk = await visit({ javaScript: false, width: 360 });
    await comeAs(desk, 'vera', '/c/gornja-lipa/desk/hall-sheet');
    await desk.fill('[name="rows.0.title"]', 'Вода у Горњем крају');
    await desk.fill('[name="rows.0.hands"]', 'седам');
    await desk.click('main form button:not([type=button])');
    expect(await desk.inputValue('[name="rows.0.title"]')).toBe('Вода у Горњем крају');
    expect(await desk.inputValue('[name="rows.0.hands"]')).toBe('седам');
    expect(await desk.locator('[aria-invalid=true]').count()).toBeGreaterThan(0);
  });
});
