import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';
import { serve } from '../testing/vocabulary.ts';

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name' });
const statementOf = (page: Page) => page.getByRole('textbox', { name: 'How it works' });

describe.skipIf(!hasBrowser)('two editors of one control', () => {
  const ground = layGround();
  let programme: Programme;
  let mine: Opened;
  let theirs: Opened;
  let code: string;
  let count = 0;

  beforeAll(async () => {
    programme = await createProgramme(ground);
  });

  beforeEach(async () => {
    count += 1;
    code = `AC-0${count}`;
    await addControl(programme, code, 'Access reviews');
    const path = programme.at(`/library?control=${code}`);
    [mine, theirs] = await Promise.all([
      openApp(ground.browser, ground.served, { path }),
      openApp(ground.browser, ground.served, { path }),
    ]);
    await Promise.all([statementOf(mine.page).waitFor(), statementOf(theirs.page).waitFor()]);
  });

  afterEach(() => Promise.all([mine.close(), theirs.close()]));

  const control = () => programme.ask('GET', `/controls/${code}`);

  /** Typed and not left yet, while the other one records a change. */
  async function typeWhileTheOther(types: string, change: () => Promise<void>) {
    await statementOf(mine.page).fill(types);
    await change();
    await theirs.page.getByText(`${code} changed`).waitFor();
    expect(await statementOf(mine.page).inputValue()).toBe(types);
    await statementOf(mine.page).press('Tab');
  }

  async function theyChange(field: (page: Page) => ReturnType<typeof nameOf>, text: string) {
    await field(theirs.page).fill(text);
    await field(theirs.page).press('Tab');
  }

  const dialog = () => mine.page.getByRole('dialog', { name: /changed the same/ });

  it('given that the other changed another field, when mine is left, then both are kept and nobody is asked', async () => {
    await typeWhileTheOther('By hand.', () => theyChange(nameOf, 'Reviews of access'));
    await mine.page.getByText(`${code} changed: How it works`).waitFor();
    expect(await dialog().count()).toBe(0);
    expect(await control()).toMatchObject({ name: 'Reviews of access', statement: 'By hand.' });
    await expect.poll(() => nameOf(mine.page).inputValue(), eventually).toBe('Reviews of access');
    await expect.poll(() => statementOf(theirs.page).inputValue(), eventually).toBe('By hand.');
  });

  it('given that the other changed the same field, when mine is kept, then it says who it was and mine stands', async () => {
    const { body: me } = await ground.served.ask('GET', '/api/v1/me');
    await typeWhileTheOther('Mine.', () => theyChange(statementOf, 'Theirs.'));
    await dialog().waitFor();
    expect(await dialog().getByRole('heading').textContent()).toContain(me.name);
    await dialog().getByText('You both changed: how it works.').waitFor();
    expect((await control()).statement).toBe('Theirs.');
    await dialog().getByRole('button', { name: 'Keep mine' }).click();
    await mine.page.getByText(`${code} changed: How it works`).waitFor();
    expect((await control()).statement).toBe('Mine.');
    await expect.poll(() => statementOf(theirs.page).inputValue(), eventually).toBe('Mine.');
  });

  it('given that the other changed the same field, when theirs is taken, then theirs stands and is shown', async () => {
    await typeWhileTheOther('Mine.', () => theyChange(statementOf, 'Theirs.'));
    await dialog().getByRole('button', { name: 'Take theirs' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => statementOf(mine.page).inputValue(), eventually).toBe('Theirs.');
    expect((await control()).statement).toBe('Theirs.');
  });

  it('given that the other changed the same field, when it is left for later, then mine stays in the field and is not asked about again', async () => {
    await typeWhileTheOther('Mine.', () => theyChange(statementOf, 'Theirs.'));
    await dialog().getByRole('button', { name: 'Close' }).click();
    await dialog().waitFor({ state: 'hidden' });
    for (const _ of [1, 2, 3]) await mine.page.waitForResponse((answer) => /\/position/.test(answer.url()));
    expect(await dialog().count()).toBe(0);
    expect(await statementOf(mine.page).inputValue()).toBe('Mine.');
    expect((await control()).statement).toBe('Theirs.');
    await statementOf(mine.page).fill('Mine, after all.');
    await statementOf(mine.page).press('Tab');
    await dialog().getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await control()).statement, eventually).toBe('Mine, after all.');
  });

  it('given that nobody else is there, when a second value is left before the first is answered, then both are recorded and nobody is asked', async () => {
    let answerFirst = () => {};
    const secondIsTyped = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    let held = 0;
    await mine.page.route(/\/controls\//, async (route) => {
      if (route.request().method() === 'PATCH') {
        held += 1;
        if (held === 1) await secondIsTyped;
      }
      await route.continue();
    });
    const first = mine.page.waitForRequest((request) => request.method() === 'PATCH');
    await statementOf(mine.page).fill('First.');
    await statementOf(mine.page).press('Tab');
    await first;
    await statementOf(mine.page).fill('Second.');
    await statementOf(mine.page).press('Tab');
    answerFirst();
    await expect.poll(() => mine.page.getByText(`${code} changed`).count(), eventually).toBe(2);
    expect(await dialog().count()).toBe(0);
    const { id, statement } = await control();
    expect(statement).toBe('Second.');
    const { rows } = await programme.ask('GET', `/records/control/${id}/history`);
    expect(rows).toHaveLength(3);
  });
});

describe.skipIf(!hasBrowser)('an editor whose server was gone', () => {
  const ground = layGround();

  it('given that the other changed the same meanwhile, when it is left for later, then mine is shown to be sent again, and not asked about by itself', async () => {
    const programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
    const path = programme.at('/library?control=AC-01');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    const dialog = page.getByRole('dialog', { name: /changed the same/ });
    const held = page.getByRole('region', { name: 'A change that was not recorded' });
    await statementOf(page).fill('Mine.');
    await ground.served.end('SIGKILL');
    await statementOf(page).press('Tab');
    await page.getByText('Your change is kept here and goes out when it is back.').waitFor();
    ground.served = await serve(ground.place, { PORT: String(ground.served.port) });
    const { revision } = await programme.ask('GET', '/controls/AC-01');
    const address = `${programme.at('/controls/AC-01').replace('/o/', '/api/v1/organisations/')}`;
    const theirs = await ground.served.ask(
      'PATCH',
      address,
      { statement: 'Theirs.' },
      { 'if-match': `"${revision}"` },
    );
    expect(theirs.status).toBe(200);

    await page.goto(`${ground.served.base}${path}&token=${ground.served.token}`);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await held.getByText('Mine.').waitFor();
    for (const _ of [1, 2, 3]) await page.waitForResponse((answer) => /\/position/.test(answer.url()));
    expect(await dialog.count()).toBe(0);
    await page.reload();
    await held.getByRole('button', { name: 'Send again' }).click();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await held.waitFor({ state: 'hidden' });
    expect((await programme.ask('GET', '/controls/AC-01')).statement).toBe('Mine.');
    await close();
  });
});
