import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { makePlace, type Place, type Served, serve } from './vocabulary.ts';

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

/** What one journey stands on: a data directory, a server and a browser of its own. */
export interface Ground {
  readonly place: Place;
  readonly browser: Browser;
  /** Another one once it was started anew. */
  served: Served;
}

/** Lays the ground before the tests of a file and clears it away after them. */
export function layGround(): Ground {
  const ground = {} as { -readonly [Part in keyof Ground]: Ground[Part] };
  beforeAll(async () => {
    ground.place = makePlace();
    ground.served = await serve(ground.place);
    ground.browser = await openBrowser();
  });
  afterAll(async () => {
    await ground.browser?.close();
    await ground.served?.end('SIGTERM');
    ground.place?.remove();
  });
  return ground;
}

/** How long is waited, at most, for what a page will show: nothing is measured by it. */
export const eventually = { timeout: 60_000 };

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
  { path = '/', ...settings }: BrowserContextOptions & { readonly path?: string } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    ...settings,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(eventually.timeout);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const address = new URL(path, served.base);
  address.searchParams.set('token', served.token);
  await page.goto(address.href);
  return { page, complaints, close: () => context.close() };
}

/** A file as a person has it: its name, and what it holds. */
export interface OwnFile {
  readonly name: string;
  readonly mimeType: string;
  readonly text: string;
}

/** Does what asks for a file, and gives it one. */
export async function chooseFile(
  page: Page,
  deed: () => Promise<unknown>,
  { text, ...file }: OwnFile,
): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), deed()]);
  await chooser.setFiles({ ...file, buffer: Buffer.from(text) });
}

/** The file that comes of what is done, whole. */
export async function downloaded(page: Page, deed: () => Promise<unknown>): Promise<Taken> {
  const [download] = await Promise.all([page.waitForEvent('download'), deed()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

export interface Taken {
  readonly name: string;
  readonly bytes: Buffer;
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

/**
 * What scrolls sideways within the page, one line each; a heat map may, in a region of its own that has a name and can
 * be scrolled by keys.
 */
export function sideScrollersOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
    .filter((it) => ['auto', 'scroll'].includes(getComputedStyle(it).overflowX))
    .filter((it) => it.clientWidth > 0 && it.scrollWidth > it.clientWidth + 1)
    .filter((it) => !it.matches('section[aria-label][tabindex="0"]'))
    .map((it) => it.outerHTML.slice(0, 160))`);
}
