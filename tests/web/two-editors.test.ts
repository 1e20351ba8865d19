import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

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

  const dialog = () => mine.page.getByRole('dialog', { name: /changed the same a moment ago/ });

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
});
