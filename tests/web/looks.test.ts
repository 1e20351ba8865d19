import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp, sideScrollersOf } from '../testing/browser.ts';

/** As long as a name may be. */
const name = 'Verband der Wasserwerke und Kläranlagen der nördlichen Bezirke '.repeat(4).slice(0, 199).trim();

/** How many lines an element takes. */
const linesOf = (page: Page, selector: string) =>
  page.evaluate<number>(`((it) => it.clientHeight / parseFloat(getComputedStyle(it).lineHeight))(
    document.querySelector(${JSON.stringify(selector)}))`);

describe.skipIf(!hasBrowser)('how it looks', () => {
  const ground = layGround();
  let demo: string;
  let longNamed: string;

  beforeAll(async () => {
    const { ask } = ground.served;
    demo = (await ask('POST', '/api/v1/demo', {})).body.organisation;
    longNamed = (await ask('POST', '/api/v1/organisations', { name, zone: 'Europe/Berlin' })).body
      .organisation;
  });

  it.each([1440, 320])(
    'given the longest name at %i pixels, then it takes two lines wherever it stands beside something, and is whole where one asks, and on paper',
    async (width) => {
      const { page, close } = await openApp(ground.browser, ground.served, {
        path: `/o/${longNamed}`,
        viewport: { width, height: 800 },
      });
      const under = page.getByText(` · ${name}`, { exact: false });
      await under.waitFor();
      expect(await linesOf(page, 'main header [title]')).toBeLessThan(2.1);
      expect(await page.locator('main header [title]').getAttribute('title')).toContain(name);
      if (width < 1200) await page.getByRole('button', { name: 'Show the rooms' }).click();
      await page.getByRole('complementary').getByRole('button', { name, exact: true }).waitFor();
      expect(await linesOf(page, '#rooms [title] button > span')).toBeLessThan(2.1);
      expect(await page.locator('#rooms [title]').getAttribute('title')).toBe(name);
      await page.emulateMedia({ media: 'print' });
      const isWhole = await under.evaluate((it) => it.scrollHeight <= it.clientHeight + 1);
      expect(isWhole).toBe(true);
      await close();
    },
  );

  it('given the start page, when it is opened, then its heading is read out and has no frame, and what Tab leads to has one', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, { path: '/set-up' });
    const heading = page.getByRole('heading', { level: 1 });
    const hasFocus = heading.and(page.locator(':focus'));
    await hasFocus.waitFor();
    expect(await frameOf(page)).toBe('none');
    await page.keyboard.press('Tab');
    expect(await frameOf(page)).toBe('solid');
    await close();
  });

  it('given the library at 1280 pixels, when a control far down is opened, then names are whole beside its panel, nothing scrolls sideways, and it stays in sight', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${demo}/library`,
      viewport: { width: 1280, height: 800 },
    });
    const rows = page.getByRole('grid').locator('[aria-rowindex]');
    await rows.nth(14).click();
    const open = page.locator('[role=row][data-open]');
    await open.waitFor();
    await expect.poll(() => sideScrollersOf(page), eventually).toEqual([]);
    const cut = `[...document.querySelectorAll('[role=rowheader]')].filter((it) => it.scrollWidth > it.clientWidth).length`;
    expect(await page.evaluate(cut)).toBe(0);
    const views = `new Set([...document.querySelectorAll('main nav li')].map((it) => it.getBoundingClientRect().top)).size`;
    expect(await page.evaluate(views)).toBe(1);
    const [list, row] = [await page.getByRole('grid').boundingBox(), await open.boundingBox()];
    expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0) + 1);
    await close();
  });

  it('given a proof that is broken, then where it breaks is written over every line', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${demo}/requirements/nist-csf-2.0/PR.AA-05`,
    });
    await page.locator('main svg text', { hasText: 'broken here' }).first().waitFor();
    const drawn = `(() => {
      const words = document.querySelector('main svg text');
      const lines = [...words.closest('svg').querySelectorAll('path')].filter((it) => it.getBoundingClientRect().height > 20);
      return { lines: lines.length, over: lines.filter((it) => words.compareDocumentPosition(it) & 4).length };
    })()`;
    const { lines, over } = await page.evaluate<{ lines: number; over: number }>(drawn);
    expect(lines).toBeGreaterThan(1);
    expect(over).toBe(0);
    await close();
  });

  it('given evidence that is found in German, then its day is written as German writes it', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${demo}`,
      locale: 'de-DE',
    });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').fill('backup plan');
    const found = page.getByRole('menuitem', { name: /^Backup plan, week/ }).first();
    await expect.poll(() => found.textContent(), eventually).toMatch(/\d{1,2}\. \S+ \d{4}$/);
    await close();
  });

  it('given a row of the Statement that is excluded, when it is opened, then the focus stands on what is decided', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${demo}/statement-of-applicability?row=A.8.11`,
    });
    const necessary = page.getByRole('radiogroup', { name: 'Is it necessary?' });
    await necessary.waitFor();
    await necessary.and(page.locator(':focus-within')).waitFor();
    expect(await necessary.locator(':focus').textContent()).toBe('No');
    await close();
  });

  it.each([
    ['en-GB', 'Outcomes wanted: 6, reached: 1; 1–5 of 6 met.'],
    ['de-DE', 'Gewünschte Ergebnisse: 6, davon erreicht: 1; 1–5 von 6 erfüllt.'],
    ['fr-FR', 'Résultats visés\u00a0: 6, dont atteints\u00a0: 1\u00a0; satisfaits\u00a0: 1–5 sur 6.'],
  ])('given a category of the profile in %s, then its standing is a whole sentence', async (locale, said) => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${demo}/csf-profile?category=PR.AA`,
      locale,
    });
    await page.getByRole('complementary').getByText(said, { exact: true }).waitFor();
    await close();
  });

  it.each(['en-GB', 'de-DE', 'fr-FR'])(
    'given the CSF profile on a phone in %s, then each of its categories is there whole, without scrolling sideways',
    async (locale) => {
      const { page, close } = await openApp(ground.browser, ground.served, {
        path: `/o/${demo}/csf-profile`,
        viewport: { width: 320, height: 640 },
        locale,
      });
      const cells = page.locator('main section[tabindex="0"] td button');
      await cells.first().waitFor();
      const beyond = `[...document.querySelectorAll('main section[tabindex="0"] td button, main section[tabindex="0"] td button > span:not(.visually-hidden)')]
        .filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0 || it.getBoundingClientRect().right > innerWidth)
        .map((it) => it.textContent)`;
      expect(await page.evaluate(beyond)).toEqual([]);
      expect(await cells.count()).toBe(22);
      await close();
    },
  );
});

const frameOf = (page: Page) =>
  page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
