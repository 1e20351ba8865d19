import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, eventually, hasBrowser, layGround, type OwnFile, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const review = { name: 'Review of March.txt', mimeType: 'text/plain', text: 'all accounts reviewed' };

describe.skipIf(!hasBrowser)('a piece of evidence that was begun', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
  });

  const open = () => openApp(ground.browser, ground.served, { path: programme.at('/evidence?do=add') });
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Add evidence' });
  const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
  const title = (page: Page) => dialog(page).getByRole('textbox', { name: 'What it is' });
  const drafts = (page: Page) =>
    page.evaluate<string>(`Object.keys(localStorage).filter((it) => it.startsWith('concord.drafts')).join()`);
  const recorded = async () => (await programme.ask('GET', '/evidence')).rows;

  const begin = async (page: Page, called: string, file = review) => {
    await chooseFile(page, () => button(page, 'choose a file').click(), file);
    await title(page).fill(called);
    await dialog(page).getByRole('combobox', { name: 'For which controls' }).fill('AC-01');
    await page.getByRole('option', { name: /^AC-01/ }).click();
    await dialog(page).getByText('Access reviews').waitFor();
    await dialog(page).getByText('It works').click();
  };

  it('when the page is loaded anew, then it is offered with its file, its title and its controls; recorded, it is offered no more', async () => {
    const { page, complaints, close } = await open();
    await begin(page, 'Reviews of the quarter');
    await dialog(page).getByText('It fails').click();
    await page.reload();
    await dialog(page)
      .getByText(/^Review of March.txt · AC-01 · last changed/)
      .waitFor();
    expect(await recorded()).toEqual([]);

    await button(page, 'Go on with it: “Reviews of the quarter”').click();
    await dialog(page).getByText('Review of March.txt, 21 bytes').waitFor();
    expect(await title(page).inputValue()).toBe('Reviews of the quarter');
    await button(page, 'Record evidence').click();
    await dialog(page).getByText('Recorded', { exact: true }).waitFor();
    const [piece] = await recorded();
    expect(piece).toMatchObject({ title: 'Reviews of the quarter', codes: ['AC-01'], outcome: 'fails' });
    expect(piece.file).toMatchObject({ name: 'Review of March.txt', size: 21 });

    expect(await drafts(page)).toBe('');
    await page.goto(`${ground.served.base}${programme.at('/evidence?do=add')}`);
    await button(page, 'choose a file').waitFor();
    expect(await dialog(page).getByText('Begun and not recorded').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('when the dialog is closed, then it is offered when it opens again; discarded, it and its file are gone', async () => {
    const { page, close } = await open();
    await begin(page, 'Left behind');
    await button(page, 'Close; keep the draft').click();
    await dialog(page).waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await button(page, 'Discard “Left behind”').click();
    await dialog(page).getByText('Begun and not recorded').waitFor({ state: 'hidden' });
    expect(await drafts(page)).toBe('');
    const files = () =>
      page.evaluate<number>(`new Promise((done) => {
        const asked = indexedDB.open('concord.drafts', 1);
        asked.onsuccess = () => {
          const count = asked.result.transaction('files').objectStore('files').count();
          count.onsuccess = () => { asked.result.close(); done(count.result); };
        };
      })`);
    await expect.poll(files, eventually).toBe(0);
    await close();
  });

  it('when its file is not in the browser any more, then that is said, and the rest is there', async () => {
    const { page, close } = await open();
    await begin(page, 'Half of it');
    await page.reload();
    await button(page, 'Go on with it: “Half of it”').waitFor();
    await page.evaluate(
      `new Promise((done) => { indexedDB.deleteDatabase('concord.drafts').onsuccess = done; })`,
    );
    await button(page, 'Go on with it: “Half of it”').click();
    await dialog(page)
      .getByText(/^Review of March.txt is not kept in this browser/)
      .waitFor();
    await chooseFile(page, () => button(page, 'choose a file').click(), review);
    expect(await title(page).inputValue()).toBe('Half of it');
    await close();
  });

  it('when it was recorded and the answer was lost, then sending it again records nothing twice, loaded anew or not', async () => {
    const { page, close } = await open();
    const before = (await recorded()).length;
    await begin(page, 'Sent twice');
    const lost = (address: URL, method: string) =>
      method === 'POST' && address.pathname.endsWith('/evidence');
    await page.route(/\/evidence$/, async (route) => {
      if (!lost(new URL(route.request().url()), route.request().method())) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await button(page, 'Record evidence').click();
    await expect.poll(async () => (await recorded()).length, eventually).toBe(before + 1);
    await dialog(page).getByText('What you typed is kept here. Start Conco').first().waitFor();
    await page.unroute(/\/evidence$/);
    await page.reload();
    await button(page, 'Go on with it: “Sent twice”').click();
    await dialog(page).getByText('Review of March.txt, 21 bytes').waitFor();
    await button(page, 'Record evidence').click();
    await dialog(page).getByText('Recorded', { exact: true }).waitFor();
    expect((await recorded()).length).toBe(before + 1);
    await close();
  });

  it('when the server has another key meanwhile, then that is said, and opening says that something waits', async () => {
    const { page, close } = await open();
    await begin(page, 'Too late');
    await page.route(/\/api\//, (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 401, code: 'signed-in.missing', detail: 'No.' }),
      }),
    );
    await button(page, 'Record evidence').click();
    await dialog(page)
      .getByText(/^The server does not know the key of this browser any more/)
      .waitFor();
    await dialog(page).getByText('Another key is needed', { exact: true }).waitFor();
    expect(await dialog(page).getByText('One entry needs a look').count()).toBe(0);
    await button(page, 'Give the new key').click();
    await page.getByText('One thing of yours in this browser is not recorded yet.').waitFor();
    await page.unroute(/\/api\//);
    await page.reload();
    await button(page, 'Go on with it: “Too late”').waitFor();
    await close();
  });

  it('when nobody said what it shows, then nothing is recorded, and that is asked for; nothing is chosen before', async () => {
    const { page, close } = await open();
    const before = (await recorded()).length;
    await chooseFile(page, () => button(page, 'choose a file').click(), { ...review, text: 'unsaid' });
    const shows = dialog(page).getByRole('radiogroup', { name: 'What it shows of the control' });
    expect(await shows.getByRole('radio', { checked: true }).count()).toBe(0);
    await dialog(page).getByRole('combobox', { name: 'For which controls' }).fill('AC-01');
    await page.getByRole('option', { name: /^AC-01/ }).click();
    await button(page, 'Record evidence').click();
    await dialog(page)
      .getByText(/^Say what it shows of the control/)
      .waitFor();
    expect((await recorded()).length).toBe(before);
    await button(page, 'Discard').click();
    await close();
  });

  it('when the dialog is closed, then the page says that it waits, and leads to it', async () => {
    const { page, close } = await open();
    await begin(page, 'Waits on the page');
    await button(page, 'Close; keep the draft').click();
    await page.getByText(/^One piece was begun in this browser/).waitFor();
    await page.getByRole('button', { name: 'Go on there' }).click();
    await button(page, 'Discard “Waits on the page”').click();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await page.getByText(/^One piece was begun in this browser/).count()).toBe(0);
    await close();
  });

  it('when a file is chosen that is not kept, then that is said at once, and no draft is begun', async () => {
    const { page, complaints, close } = await open();
    const refused: [OwnFile, RegExp][] = [
      [{ name: 'empty.pdf', mimeType: 'application/pdf', text: '' }, /^“empty\.pdf” is empty/],
      [{ name: 'tool.exe', mimeType: 'application/octet-stream', text: 'text' }, /would be run or opened/],
      [{ name: 'shot.pdf', mimeType: 'application/pdf', text: 'GIF89a\u0001\u0001\u0001' }, /says otherwise/],
    ];
    for (const [file, told] of refused) {
      await chooseFile(page, () => button(page, 'choose a file').click(), file);
      await dialog(page).getByText(told).waitFor();
      expect(await button(page, 'Record evidence').count()).toBe(0);
    }
    expect(await drafts(page)).toBe('');
    await chooseFile(page, () => button(page, 'choose a file').click(), review);
    await button(page, 'Record evidence').waitFor();
    await button(page, 'Discard').click();
    expect(complaints.filter((each) => !/422|400|409|415/.test(each))).toEqual([]);
    await close();
  });

  it('when its title is longer than is taken, then nothing is cut, it is said at the field, and nothing is recorded', async () => {
    const { page, close } = await open();
    const before = (await recorded()).length;
    await begin(page, 'a'.repeat(305), { ...review, text: 'another review' });
    expect(await title(page).inputValue()).toHaveLength(305);
    await dialog(page).getByText('At most 300 characters are taken here; these are 305.').waitFor();
    await button(page, 'Record evidence').click();
    await title(page).fill('a'.repeat(300));
    await dialog(page).getByText('At most 300 characters').waitFor({ state: 'hidden' });
    expect((await recorded()).length).toBe(before);
    await button(page, 'Record evidence').click();
    await dialog(page).getByText('Recorded', { exact: true }).waitFor();
    expect((await recorded()).length).toBe(before + 1);
    await close();
  });

  it('when the same file was recorded for the same before, then that is said, and nothing is recorded', async () => {
    const { page, close } = await open();
    const before = (await recorded()).length;
    await begin(page, 'By another name', { ...review, text: 'another review' });
    await button(page, 'Record evidence').click();
    await dialog(page).getByText('The same piece is recorded already').waitFor();
    expect((await recorded()).length).toBe(before);
    await close();
  });
});
