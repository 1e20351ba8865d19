import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { forms, type Laid, type Which } from '../testing/begun-forms.ts';
import { inPlace } from '../testing/begun-texts.ts';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { mouse } from '../testing/hands.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const resumed = /^Begun .* and not recorded: it stands as you left it\.$/;
const typed = 'Because the auditor asked for it in March.';

describe.skipIf(!hasBrowser)('what is typed and not sent when the page is loaded anew', () => {
  const ground = layGround();
  let programme: Programme;
  let laid: Laid;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    laid = await lay(programme, change);
  });

  afterEach(() => opened?.close());

  const open = async (path: string) => {
    opened = await openApp(ground.browser, ground.served, { path: programme.at(path) });
    return opened.page;
  };
  const change = async (method: string, path: string, changed: object) => {
    const address = `/api/v1/organisations/${programme.organisation}${path}`;
    const { status } = await ground.served.ask(method, address, changed, { 'if-match': '*' });
    expect(status).toBe(200);
  };
  const go = (page: Page, path: string) => page.goto(`${ground.served.base}${programme.at(path)}`);
  const drafts = (page: Page) =>
    page.evaluate<string>(`Object.keys(localStorage).filter((it) => it.startsWith('concord.drafts')).join()`);
  const standsIn = (field: Locator) => expect.poll(() => field.inputValue(), eventually);

  it.each(forms)(
    'given $name, then the form stands as it was, no other record shows it, closing it loses nothing, and sent it is gone',
    async (form) => {
      const { text = typed } = form;
      const page = await open(form.path(laid, 'one'));
      const show = async (which: Which) => {
        await go(page, form.path(laid, which));
        await form.open(page, laid, which);
        await form.field(page).waitFor();
      };
      await form.open(page, laid, 'one');
      await form.before?.(page);
      await form.field(page).fill(text);
      await show('one');
      await page.getByText(resumed).waitFor();
      await standsIn(form.field(page)).toBe(text);

      await show('other');
      expect(await page.getByText(resumed).count()).toBe(0);
      expect(await form.field(page).inputValue()).not.toBe(text);

      await show('one');
      if (form.again) {
        await page.keyboard.press('Escape');
        await form.field(page).waitFor({ state: 'hidden' });
        await form.again(page);
      }
      await standsIn(form.field(page)).toBe(text);
      await form.send(page);
      await expect.poll(() => drafts(page), eventually).toBe('');
      expect(opened.complaints).toEqual([]);
    },
  );

  it.each(inPlace)(
    'given $name, edited where it stands, then it stands as it was and is recorded when it is left',
    async (text) => {
      const page = await open(text.path(laid));
      await text.field(page).fill(typed);
      await page.reload();
      await page.getByText(resumed).waitFor();
      await standsIn(text.field(page)).toBe(typed);
      await text.field(page).focus();
      await text.field(page).blur();
      await expect.poll(() => text.recorded(programme, laid), eventually).toBe(typed);
      await expect.poll(() => drafts(page), eventually).toBe('');
      await page.getByText(resumed).waitFor({ state: 'hidden' });
      expect(opened.complaints).toEqual([]);
    },
  );

  it('given a change of many controls that was chosen, then it stands as it was for the same ones, in whatever order', async () => {
    const page = await open('/library');
    const dialog = page.getByRole('dialog');
    const ask = async (codes: readonly string[]) => {
      for (const code of codes) await mouse.tick(page.getByRole('checkbox', { name: new RegExp(code) }));
      await mouse.press(page.getByRole('button', { name: 'Change …' }));
      await dialog.waitFor();
    };
    await ask(['AC-05', 'AC-06']);
    await mouse.press(dialog.getByRole('button', { name: /What is changed/ }));
    await page.getByRole('option', { name: 'Family' }).click();
    const family = dialog.getByRole('textbox', { name: 'To' });
    await family.fill('Access');
    await family.press('Tab');
    await dialog.getByRole('button', { name: 'Change 2 controls' }).waitFor();
    await page.reload();
    await ask(['AC-06', 'AC-05']);
    await standsIn(family).toBe('Access');
    await mouse.press(dialog.getByRole('button', { name: 'Change 2 controls' }));
    await dialog.waitFor({ state: 'hidden' });
    expect((await programme.ask('GET', '/controls/AC-06')).family).toBe('Access');
    expect(await drafts(page)).toBe('');
  });

  it('given a text that was begun where it stands, when it is given up, then what is recorded stands again, and nothing is recorded', async () => {
    const revision = async () => (await programme.ask('GET', '/controls/AC-06')).revision;
    const before = await revision();
    const page = await open('/library?control=AC-06');
    const field = page.getByRole('textbox', { name: 'How it works' });
    await field.fill(typed);
    await page.reload();
    await standsIn(field).toBe(typed);
    await field.focus();
    await mouse.press(page.getByRole('button', { name: 'Start anew' }));
    await standsIn(field).toBe('');
    expect(await drafts(page)).toBe('');
    expect(await revision()).toBe(before);
  });

  it('given a text that was begun where it stands, when somebody else changed it meanwhile, then it is asked which stands', async () => {
    const page = await open('/library?control=AC-05');
    const field = page.getByRole('textbox', { name: 'How it works' });
    await field.fill(typed);
    await page.goto('about:blank');
    await change('PATCH', '/controls/AC-05', { statement: 'Theirs.' });
    await go(page, '/library?control=AC-05');
    await standsIn(field).toBe(typed);
    await field.focus();
    await field.blur();
    await page.getByRole('dialog', { name: /changed the same/ }).waitFor();
    expect((await programme.ask('GET', '/controls/AC-05')).statement).toBe('Theirs.');
  });
});

type Change = (method: string, path: string, changed: object) => Promise<void>;

/** Two of each record that has a form. */
async function lay(programme: Programme, change: Change): Promise<Laid> {
  const { ask } = programme;
  const two = <Made>(make: (which: Which) => Promise<Made>) => both(make);
  for (const framework of ['iso27001-2022', 'nist-csf-2.0'])
    await ask('PUT', `/frameworks/${framework}/adoption`, {});
  for (const code of ['AC-01', 'AC-02', 'AC-03', 'AC-04', 'AC-05', 'AC-06'])
    await addControl(programme, code, `Control ${code}`);
  for (const code of ['AC-01', 'AC-02'])
    await ask('POST', '/claims', { controls: [code], framework: 'iso27001-2022', requirement: 'A.5.18' });
  const profiles = await two((which) =>
    ask('POST', '/profiles', { name: `Profile ${which}`, framework: 'nist-csf-2.0' }),
  );
  const levels = [0, 1].map((value) => ({ value, label: `Level ${value}` }));
  for (const { id } of Object.values(profiles)) await change('PUT', `/profiles/${id}/scale`, { levels });
  const actions = await two((which) => ask('POST', '/actions', { title: `Action ${which}` }));
  const parties = await two((which) =>
    ask('POST', '/parties', { kind: 'insurer', name: `Party ${which}`, asks: 'Tests' }),
  );
  await ask('POST', '/entities', { name: 'Havelmark Netz', activities: [], alone: {} });
  return { profiles, actions, parties };
}

async function both<Made>(make: (which: Which) => Promise<Made>) {
  return { one: await make('one'), other: await make('other') };
}
