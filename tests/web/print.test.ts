import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';

/** Laid out for paper as the browser does it, without its dialog; notes how many rows the paper got. */
const noPrinter = `window.print = () => {
  dispatchEvent(new Event('beforeprint'));
  window.printed = document.querySelectorAll('[role="grid"] [aria-rowindex]').length;
  window.told = document.body.innerText.includes('Printed are');
  dispatchEvent(new Event('afterprint'));
}`;

/** Texts that are not there whole, and controls that paper can do nothing with. */
const cutIn = `[...document.querySelectorAll('main *')]
  .filter((each) => !each.closest('.visually-hidden') && each.clientWidth > 1)
  .filter((each) => getComputedStyle(each).overflowX !== 'visible')
  .filter((each) => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
  .map((each) => each.outerHTML.slice(0, 160))`;
const controlsIn = `[...document.querySelectorAll('main :is(input, select, textarea, svg[class*=tick], [role=radio], [role=switch])')]
  .filter((each) => each.getClientRects().length > 0)
  .map((each) => each.outerHTML.slice(0, 160))`;

describe.skipIf(!hasBrowser)('what is taken along on paper', () => {
  const ground = layGround();
  let organisation: string;

  beforeAll(async () => {
    organisation = (await ground.served.ask('POST', '/api/v1/demo', {})).body.organisation;
  });

  const open = async (room: string) => {
    const opened = await openApp(ground.browser, ground.served);
    await opened.page.addInitScript(noPrinter);
    await opened.page.goto(`${ground.served.base}/o/${organisation}${room}`);
    await opened.page.getByRole('grid').getByRole('row').nth(5).waitFor();
    return opened;
  };
  const printed = (page: Page) => page.evaluate<number>('window.printed ?? 0');
  const totalOf = async (page: Page) => {
    const said = page.locator('p[role=status] b').filter({ hasText: / of [\d,]+/ });
    return Number(/of ([\d,]+)/.exec(await said.innerText())?.[1]);
  };

  it.each(['/evidence', '/library'])(
    'given the long list of %s, when the browser prints it by itself, then the paper says which rows it has; when Print is pressed, it has all of them',
    async (room) => {
      const { page, complaints, close } = await open(room);
      const total = await totalOf(page);
      expect(total).toBeGreaterThan(100);
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      await page.getByText(`Printed are the first 100 of ${total} rows.`).waitFor();
      await page.evaluate(`dispatchEvent(new Event('afterprint'))`);

      await page.getByRole('button', { name: 'Print', exact: true }).click();
      await expect.poll(() => printed(page), eventually).toBeGreaterThanOrEqual(total);
      expect(await page.evaluate('window.told')).toBe(false);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.each([
    ['statement-of-applicability', 'Information security roles and responsibilities'],
    ['library', 'Data inventory with owners'],
    ['evidence', 'Fresh'],
    ['csf-profile', 'Time line'],
    ['nis2', 'Cryptography and encryption'],
    ['actions', 'Leak prevention on the portal and mail'],
  ])(
    'given the lists of %s, when they are printed on A4, then every text is whole and nothing waits to be chosen or ticked',
    async (room, text) => {
      const { page, close } = await openApp(ground.browser, ground.served, {
        path: `/o/${organisation}/${room}`,
        viewport: { width: 673, height: 1000 },
      });
      await page.getByRole('main').getByText(text).first().waitFor();
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
      expect(await page.evaluate(cutIn)).toEqual([]);
      expect(await page.evaluate(controlsIn)).toEqual([]);
      await close();
    },
  );

  it('given the Statement of Applicability, when it is printed on A4, then what is said of a control stands side by side; once filtered, then how many there are is said', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${organisation}/statement-of-applicability?applicable=no`,
      viewport: { width: 673, height: 1000 },
    });
    await page
      .locator('tr', { has: page.locator('[data-row]') })
      .first()
      .waitFor();
    await page.emulateMedia({ media: 'print' });
    const tops = `[...document.querySelector('tr:has([data-row])').cells].map((cell) => cell.getBoundingClientRect().top)`;
    expect(new Set(await page.evaluate<number[]>(tops)).size).toBe(1);
    expect(await page.getByText('2 of 9', { exact: false }).isVisible()).toBe(true);
    await close();
  });

  it('given the CSF profile, when it is printed on A4, then the gaps are named and the map is whole', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${organisation}/csf-profile`,
      viewport: { width: 673, height: 1000 },
    });
    const gap = page.getByRole('button', { name: /^[A-Z]{2}\.[A-Z]{2}-\d\d / }).first();
    await gap.waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await gap.isVisible()).toBe(true);
    const beyond = `[...document.querySelectorAll('main section, main table')]
      .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length`;
    expect(await page.evaluate(beyond)).toBe(0);
    await close();
  });

  it('given a page of what if, when it is printed, then its frame does not cover it', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: `/o/${organisation}/what-if`,
    });
    await page.getByRole('heading', { name: /Suppose a change/ }).waitFor();
    await page.emulateMedia({ media: 'print' });
    const painted = `[...document.querySelectorAll('body *')].filter((each) => {
      const { position, backgroundImage } = getComputedStyle(each);
      return position === 'fixed' && backgroundImage !== 'none';
    }).length`;
    expect(await page.evaluate(painted)).toBe(0);
    await close();
  });

  it('given a report that flows, then that is said, and its pages are those of the PDF', async () => {
    const { page, complaints, close } = await openApp(ground.browser, ground.served);
    await page.addInitScript(`Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => true })`);
    await page.goto(`${ground.served.base}/o/${organisation}/documents?report=board-summary`);
    await page.getByText('Only the PDF has its page breaks.').waitFor();
    const answered = page.waitForResponse((response) => response.url().includes('format=pdf'));
    await page.getByRole('button', { name: 'Show the pages' }).click();
    expect(await (await answered).headerValue('content-type')).toBe('application/pdf');
    const frame = page.locator('iframe[title="Summary for the board, page by page (PDF)"]');
    await frame.waitFor();
    expect(await frame.getAttribute('src')).toMatch(/^blob:/);
    await page.reload();
    await frame.waitFor();
    expect(complaints.filter((each) => !each.includes('blob:'))).toEqual([]);
    await close();
  });

  it('given a browser without a viewer for PDFs, then the pages are not offered, with the reason', async () => {
    const { page, close } = await openApp(ground.browser, ground.served);
    await page.addInitScript(`Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => false })`);
    await page.goto(`${ground.served.base}/o/${organisation}/documents?report=board-summary`);
    await page.getByText('Your browser shows no PDF within a page.').waitFor();
    await close();
  });
});
