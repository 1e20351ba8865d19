import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('find anything', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    opened = await openApp(ground.browser, ground.served, { path: programme.at('/history') });
    await opened.page.getByRole('heading', { level: 1 }).waitFor();
  });

  afterAll(() => opened?.close());

  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Find anything' });

  /** Opens the palette, types, and waits until what is named comes first. */
  async function look(page: Page, text: string, first: RegExp) {
    await page.keyboard.press('Control+k');
    await dialog(page).getByRole('searchbox', { name: 'Find anything' }).fill(text);
    await dialog(page)
      .getByRole('menuitem')
      .first()
      .and(page.getByRole('menuitem', { name: first }))
      .waitFor();
  }

  it('given something typed, when Escape is pressed once, then it is closed', async () => {
    const { page } = opened;
    await look(page, 'SoA', /^Statement of Applicability Page$/);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  });

  it('given an id without its dot, then its requirement comes first; given the name of a page, then the page does', async () => {
    const { page } = opened;
    await look(page, 'a5.1', /^A\.5\.1 /);
    await page.keyboard.press('Escape');
    await look(page, 'statement', /^Statement of Applicability Page$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Statement of Applicability' }).waitFor();
  });

  it('given a deed, then it is done at once, or begun where it is done', async () => {
    const { page } = opened;
    await look(page, 'dark', /^Dark theme/);
    await page.keyboard.press('Enter');
    await page.locator('html[data-theme="dark"]').waitFor();

    await look(page, 'add evidence', /^Add evidence/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Add evidence' }).waitFor();
    await page.keyboard.press('Escape');

    await look(page, 'as of', /^Look at another day/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Look at another day' }).waitFor();
    await page.keyboard.press('Escape');

    await look(page, 'deutsch', /^German/);
    await page.keyboard.press('Enter');
    await page.locator('html[lang="de"]').waitFor();
    expect(opened.complaints).toEqual([]);
  });
});
