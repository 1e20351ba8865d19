import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, eventually, faultsOf, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const resumed = /^Begun .* and not recorded: it stands as you left it\.$/;

/** Its headings are those of a Statement, and its names stand under a word of its own. */
const list = {
  name: 'measures.csv',
  mimeType: 'text/csv',
  text: `ID,What we do,Implementation,Applicable
M-1,Doors,operating,Yes
M-2,Visitors,partly,Yes
`,
};

describe.skipIf(!hasBrowser)('an import of controls that is left in the middle', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
  });

  const open = () =>
    openApp(ground.browser, ground.served, { path: `${programme.at('/library')}?do=import` });
  const dialogOf = (page: Page) => page.getByRole('dialog');
  const chooser = (page: Page) => dialogOf(page).getByRole('button', { name: 'Choose a file' });
  const choose = (page: Page, file = list) => chooseFile(page, () => chooser(page).click(), file);
  const deed = (page: Page, name: string) => dialogOf(page).getByRole('button', { name, exact: true });
  const drafts = (page: Page) =>
    page.evaluate<string>(`Object.keys(localStorage).filter((it) => it.startsWith('concord.drafts')).join()`);
  const say = async (page: Page, column: string, field: string) => {
    await dialogOf(page)
      .getByRole('row', { name: new RegExp(`^${column}`) })
      .getByRole('button')
      .click();
    await page.getByRole('option', { name: field, exact: true }).click();
  };
  const codes = async () =>
    (await programme.ask('GET', '/controls')).rows.map(({ code }: { code: string }) => code).sort();

  it('given a list that reads like a Statement, when its columns are said, then they and the step outlive the page, and it is taken in', async () => {
    const { page, complaints, close } = await open();
    const dialog = dialogOf(page);
    await choose(page);
    await dialog.getByText(/is a Statement of Applicability/).waitFor();
    await dialog.getByText('If it is a list of controls all the same').waitFor();
    expect(await deed(page, 'Check the rows').isDisabled()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await say(page, 'What we do', 'Name');
    await page.reload();
    await dialog.getByText(resumed).waitFor();
    await dialog.getByText('measures.csv').first().waitFor();
    await deed(page, 'Check the rows').click();
    await dialog.getByText('measures.csv can be taken in').waitFor();

    await page.reload();
    await dialog.getByText('measures.csv can be taken in').waitFor();
    await dialog.getByText(/columns that are not read: Applicable/).waitFor();
    await deed(page, 'Take it in').click();
    await expect.poll(codes, eventually).toEqual(['M-1', 'M-2']);
    await deed(page, 'See the library').waitFor();
    expect(await drafts(page)).toBe('');
    await page.reload();
    await chooser(page).waitFor();
    expect(await dialog.getByText(resumed).count()).toBe(0);
    // What was refused before its columns were said.
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
    await close();
  });

  it('given a file that the server has no more, when the page is loaded anew, then it is named, and chosen again it goes on where it stood', async () => {
    const { page, close } = await open();
    const dialog = dialogOf(page);
    const other = { ...list, text: list.text.replaceAll('M-', 'N-') };
    await choose(page, other);
    await say(page, 'What we do', 'Name');
    await say(page, 'Implementation', 'Left out');
    await deed(page, 'Check the rows').click();
    await dialog.getByText('measures.csv can be taken in').waitFor();
    rmSync(join(ground.place.data, 'staging'), { recursive: true });
    await page.reload();
    await dialog.getByText('“measures.csv” is no longer kept').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await choose(page, other);
    await dialog.getByText(/columns that are not read: Implementation, Applicable/).waitFor();

    await deed(page, 'Choose another file').click();
    await chooser(page).waitFor();
    expect(await dialog.getByText(resumed).count()).toBe(0);
    expect(await drafts(page)).toBe('');
    await close();
  });

  it('given a begun import, when somebody else opens the same browser, then they are shown nothing of it', async () => {
    const { page, close } = await open();
    await choose(page);
    await deed(page, 'Check the rows').waitFor();
    const place = await drafts(page);
    expect(place).toMatch(/\/forms$/);
    await page.evaluate(
      `localStorage.setItem(${JSON.stringify(place)}.replace(/[^/]+(?=[/]forms$)/, 'somebody-else'), localStorage.getItem(${JSON.stringify(place)}));
       localStorage.removeItem(${JSON.stringify(place)});`,
    );
    await page.reload();
    await chooser(page).waitFor();
    expect(await dialogOf(page).getByText(resumed).count()).toBe(0);
    await close();
  });
});
