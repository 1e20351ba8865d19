import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Served } from './vocabulary.ts';

const executablePath = process.env.CONCORD_BROWSER ?? '/usr/bin/chromium';

/** Whether there is a browser to click in. */
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  console.log(`SKIPPED in a browser: there is none at ${executablePath}. Set CONCORD_BROWSER.`);

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags });
}

/** A page as a person opens it: with the address that the server printed. What the browser complains of fails the test. */
export interface Opened {
  readonly page: Page;
  /** What the browser said of errors; a test looks that it is empty. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export async function openApp(
  browser: Browser,
  served: Served,
  settings: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...settings,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${served.base}/?token=${served.token}`);
  return { page, complaints, close: () => context.close() };
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong by WCAG 2.2 AA, one line each. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(await axe);
  const found: Found = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(rules)} })`);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Nothing runs out of the page to the right. */
export async function expectNoOverflow(page: Page): Promise<void> {
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect(wide).toBeLessThanOrEqual(0);
}
