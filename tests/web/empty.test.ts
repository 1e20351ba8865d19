import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, openApp } from '../testing/browser.ts';

/** Texts that are the name of a text: nobody wrote it. */
const unwrittenOf = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
    .filter((it) => it.children.length === 0 && /^[a-z][a-z-]*(\\.[a-z-]+)+$/.test(it.textContent.trim()))
    .map((it) => it.textContent)`);

describe.skipIf(!hasBrowser)('an organisation of which nothing is recorded', () => {
  const ground = layGround();
  let bare: string;

  beforeAll(async () => {
    const asked = await ground.served.ask('POST', '/api/v1/organisations', {
      name: 'Leer',
      zone: 'Europe/Berlin',
    });
    bare = asked.body.organisation;
  });

  const open = (path: string, locale = 'en-GB') =>
    openApp(ground.browser, ground.served, { path: `/o/${bare}${path}`, locale });

  it.each(['en-GB', 'de-DE', 'fr-FR'])(
    'given what next in %s, when it is opened, then each step says where it stands',
    async (locale) => {
      const { page, close } = await open('/guide', locale);
      await page.getByRole('main').getByRole('listitem').nth(5).waitFor();
      expect(await unwrittenOf(page)).toEqual([]);
      await close();
    },
  );

  it('given what if, then it says that there is no control, and leads to the library', async () => {
    const { page, close } = await open('/what-if');
    await page.getByText('No controls yet.').waitFor();
    expect(await page.getByText('Every control works').count()).toBe(0);
    await page.getByRole('link', { name: 'To the library' }).click();
    await page.getByRole('heading', { level: 1, name: 'Library' }).waitFor();
    await close();
  });

  it('given a report of a framework that is not adopted, then the frameworks are one step away', async () => {
    const { page, close } = await open('/documents');
    await page.getByRole('main').getByRole('link', { name: 'See the frameworks' }).click();
    await page.getByRole('heading', { level: 1, name: 'Frameworks' }).waitFor();
    await close();
  });

  it('given the history, then it says why no framework is drawn, and what to do first', async () => {
    const { page, close } = await open('/history');
    await page.getByText('No framework is adopted yet.').waitFor();
    expect(await page.getByText('Possible, not shown').count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: 'See the frameworks' }).waitFor();
    await close();
  });

  it('given the legal entities, then the first is recorded from there', async () => {
    const { page, close } = await open('/documents?tab=entities');
    await page.getByRole('link', { name: 'Record the legal entity' }).click();
    await page.getByRole('heading', { level: 1, name: 'NIS 2' }).waitFor();
    await close();
  });
});
