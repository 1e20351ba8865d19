import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { mouse } from '../testing/hands.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const resumed = /^Begun .* and not recorded: it stands as you left it\.$/;

describe.skipIf(!hasBrowser)('a form that was left in the middle', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
  });

  const open = (room: string) => openApp(ground.browser, ground.served, { path: programme.at(room) });
  const drafts = (page: Page) =>
    page.evaluate<string>(`Object.keys(localStorage).filter((it) => it.startsWith('concord.drafts')).join()`);

  it('given a new control, when the page is loaded anew, then it stands as it was; added, it is offered no more', async () => {
    const { page, complaints, close } = await open('/library?do=new');
    const field = (name: string) =>
      page.getByRole('dialog').getByRole('textbox', { name: new RegExp(`^${name}`) });
    await field('Code').fill('AC-02');
    await field('How it works').fill('Every quarter, by hand.');
    await page.reload();
    await page.getByRole('dialog').getByText(resumed).waitFor();
    expect(await field('Code').inputValue()).toBe('AC-02');
    expect(await field('How it works').inputValue()).toBe('Every quarter, by hand.');
    await field('Name').fill('Reviews of keys');
    await mouse.press(page.getByRole('button', { name: 'Add the control' }));
    await page.getByText('AC-02 is in the library').waitFor();
    const added = await programme.ask('GET', '/controls/AC-02');
    expect(added).toMatchObject({ name: 'Reviews of keys', statement: 'Every quarter, by hand.' });
    expect(await drafts(page)).toBe('');
    await page.goto(`${ground.served.base}${programme.at('/library?do=new')}`);
    await field('Code').waitFor();
    expect(await field('Code').inputValue()).toBe('');
    expect(complaints).toEqual([]);
    await close();
  });

  it('given a decision of the Statement, when the page is loaded anew, then it stands as it was, and nobody else is shown it; begun anew, it is gone', async () => {
    const { page, close } = await open('/statement-of-applicability?row=A.8.28');
    const editor = page.getByRole('form', { name: /^Decision on A\.8\.28/ });
    const why = editor.getByRole('textbox', { name: 'Why it is not necessary' });
    await mouse.choose(editor.getByRole('radiogroup', { name: 'Is it necessary?' }), /^No$/);
    await why.fill('Nothing is programmed here.');
    await page.reload();
    await editor.getByText(resumed).waitFor();
    expect(await why.inputValue()).toBe('Nothing is programmed here.');

    // The same browser, opened by somebody else.
    const places = (await drafts(page)).split(',');
    await page.evaluate(
      `for (const place of ${JSON.stringify(places)}) {
        localStorage.setItem(place.replace(/[^/]+(?=[/]forms$)/, 'somebody-else'), localStorage.getItem(place));
        localStorage.removeItem(place);
      }`,
    );
    await page.reload();
    await editor.waitFor();
    expect(await editor.getByText(resumed).count()).toBe(0);

    await mouse.choose(editor.getByRole('radiogroup', { name: 'Is it necessary?' }), /^No$/);
    await why.fill('None.');
    await page.reload();
    await mouse.press(editor.getByRole('button', { name: 'Start anew' }));
    await why.waitFor({ state: 'hidden' });
    expect((await drafts(page)).split(',')).toHaveLength(1);
    await page.reload();
    await editor.waitFor();
    expect(await editor.getByText(resumed).count()).toBe(0);
    await close();
  });

  it('given a file that was taken in on the panel of a control, when the page is loaded anew, then file and texts are there, until it is recorded', async () => {
    const { page, complaints, close } = await open('/library?control=AC-01');
    const form = page.getByRole('form', { name: 'Record evidence' });
    const title = form.getByRole('textbox', { name: 'What it is' });
    const review = { name: 'review.txt', mimeType: 'text/plain', text: 'all accounts reviewed' };
    await chooseFile(page, () => page.getByRole('button', { name: 'choose a file' }).click(), review);
    await title.fill('Reviews of March');
    await expect.poll(() => drafts(page), eventually).not.toBe('');
    await page.reload();
    await form.getByText(resumed).waitFor();
    await form.getByText(/review\.txt/).waitFor();
    expect(await title.inputValue()).toBe('Reviews of March');
    await mouse.press(form.getByRole('button', { name: 'Record evidence' }));
    await form.getByText(/^Say what it shows/).waitFor();
    const shows = form.getByRole('radiogroup', { name: 'What it shows of the control' });
    await mouse.choose(shows, /^That it works$/);
    await mouse.press(form.getByRole('button', { name: 'Record evidence' }));
    await form.waitFor({ state: 'hidden' });
    const { rows } = await programme.ask('GET', '/evidence');
    expect(rows).toMatchObject([{ title: 'Reviews of March', file: { name: 'review.txt', size: 21 } }]);
    expect(await drafts(page)).toBe('');
    expect(complaints).toEqual([]);
    await close();
  });
});
