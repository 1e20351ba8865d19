import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation, within } from '../testing/programme.ts';
import { makePlace, startServer, token } from '../testing/server.ts';
import { makeApp } from './app.ts';
import { day, fillManyStates } from './page/testing/many-states.ts';

const executablePath = process.env.CONCORD_BROWSER ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  console.warn(`No browser at ${executablePath}: the first page is not tried in one. Set CONCORD_BROWSER.`);

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

interface Served {
  readonly base: string;
  readonly close: () => Promise<void>;
}

/** A server on a port of this machine, filled as told. */
async function serveFilled(
  fill: (ask: Awaited<ReturnType<typeof startServer>>['ask']) => Promise<unknown>,
): Promise<Served> {
  const place = makePlace();
  const { server, ask, close } = await startServer(place, { clock: () => day });
  await fill(ask);
  const hosts = new Set<string>();
  const app = makeApp(server, { token, hosts: () => hosts, version: '0.0.0-test' });
  const { base, listening } = await new Promise<{ base: string; listening: ReturnType<typeof serve> }>(
    (resolve) => {
      const listening = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
        hosts.add(`127.0.0.1:${port}`);
        resolve({ base: `http://127.0.0.1:${port}`, listening });
      });
    },
  );
  return {
    base,
    close: async () => {
      await new Promise((done) => listening.close(done));
      await close();
      place.remove();
    },
  };
}

const long = `${'W'.repeat(120)} <b>شركة</b> gnp.exe`;

describe.skipIf(!hasBrowser)('given the first page in a browser', { timeout: 60_000 }, () => {
  const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  const served: Record<string, Served> = {};
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags.split(' ') });
    served.empty = await serveFilled(async () => undefined);
    served.filled = await serveFilled((ask) => fillManyStates(ask));
    served.hostile = await serveFilled(async (ask) => {
      const { organisation } = await fillManyStates(ask, long);
      const inside = within(ask, organisation);
      await inside('POST', '/controls', { code: 'x'.repeat(40), name: long });
      await inside('POST', '/claims', {
        controls: ['x'.repeat(40)],
        framework: 'iso27001-2022',
        requirement: 'A.5.9',
        rationale: long,
      });
    });
    served.several = await serveFilled(async (ask) => {
      await createOrganisation(ask, 'One');
      await createOrganisation(ask, long);
    });
  });
  afterAll(async () => {
    await browser?.close();
    for (const each of Object.values(served)) await each.close();
  });

  /** Opens a page as a person does: the address with the token first, which leaves a cookie. */
  async function open(
    [who, path]: readonly [string, string],
    options: BrowserContextOptions = {},
  ): Promise<Page> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const { base } = served[who] as Served;
    await page.goto(`${base}/?token=${token}`);
    const answer = await page.goto(`${base}${path}`);
    const expected = answer?.ok()
      ? []
      : complaints.filter((complaint) => complaint.startsWith('Failed to load resource'));
    expect(complaints).toEqual(expected);
    return page;
  }

  const pages = [
    ['empty', '/'],
    ['filled', '/'],
    ['filled', '/?on=never&known-at=0'],
    ['filled', '/why/iso27001-2022/A.5.18'],
    ['filled', '/why/iso27001-2022/A.5.24'],
    ['filled', '/why/iso27001-2022/A.5.99'],
    ['hostile', '/'],
    ['hostile', '/why/iso27001-2022/A.5.9'],
    ['several', '/'],
  ] as const;

  const settings = [
    { colorScheme: 'light', width: 1440 },
    { colorScheme: 'dark', width: 390 },
  ] as const;

  it.each(pages.flatMap(([who, path]) => settings.map((setting) => ({ who, path, ...setting }))))(
    'then $who $path in $colorScheme at $width px breaks no rule of axe',
    async ({ who, path, ...setting }) => {
      const { colorScheme, width } = setting;
      const page = await open([who, path], {
        colorScheme,
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      await page.evaluate(await axe);
      const found = await page.evaluate(async () => {
        // biome-ignore lint/suspicious/noExplicitAny: axe puts itself there
        const { violations } = await (globalThis as any).axe.run({ resultTypes: ['violations'] });
        return violations.map(
          (violation: { id: string; nodes: { html: string }[] }) =>
            `${violation.id}: ${violation.nodes[0]?.html}`,
        );
      });
      expect(found).toEqual([]);
      await page.context().close();
    },
  );

  it.each(pages)('then %s %s needs no scrolling sideways, however narrow', async (who, path) => {
    const page = await open([who, path]);
    for (const width of [320, 720, 1000, 1140, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      const widest = await page.evaluate('document.documentElement.scrollWidth');
      expect([width, widest]).toEqual([width, width]);
    }
    await page.context().close();
  });

  it('then the keyboard comes to the skip link first, and to every link with a visible focus', async () => {
    const page = await open(['filled', '/'], { viewport: { width: 1440, height: 900 } });
    await page.keyboard.press('Tab');
    const focused = () =>
      page.evaluate<{ href: string | null; outline: string; top: number }>(`(() => {
        const at = document.activeElement, box = at.getBoundingClientRect(), { outlineStyle, outlineWidth } = getComputedStyle(at);
        return { href: at.getAttribute('href') ?? at.name ?? at.type, outline: outlineStyle + ' ' + outlineWidth, top: box.top };
      })()`);
    const first = await focused();
    expect([first.href, first.top >= 0]).toEqual(['#main', true]);
    const wanted = await page.evaluate<number>(
      'document.querySelectorAll("a, input:not([type=hidden]), button").length',
    );
    const unseen: string[] = [];
    const reached = new Set([first.href]);
    // Behind the last link comes the page itself, without a name. A date field takes several stops of its own.
    for (let stop = 0; stop < wanted + 4; stop += 1) {
      await page.keyboard.press('Tab');
      const { href, outline, top } = await focused();
      reached.add(href);
      if (outline !== 'solid 2px' || top < 0 || top > 900) unseen.push(`${href} ${outline} ${top}`);
    }
    expect(unseen.filter((stop) => !stop.startsWith('undefined'))).toEqual([]);
    const all = await page.evaluate<string[]>(
      '[...document.querySelectorAll("a")].map((link) => link.getAttribute("href"))',
    );
    expect(all.filter((href) => !reached.has(href))).toEqual([]);
    await page.context().close();
  });

  it('then the skip link goes to the content, and a day is chosen and taken back with the form', async () => {
    const page = await open(['filled', '/']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.fill('#select-on', '2026-11-10');
    await page.fill('#select-known-at', '40');
    await page.click('button');
    expect(new URL(page.url()).search).toBe('?on=2026-11-10&known-at=40');
    expect(await page.textContent('.as-of')).toContain('position 40');
    await page.click('.as-of a');
    expect(await page.locator('.as-of').count()).toBe(0);
    await page.click('th a:text-is("A.5.18")');
    expect(await page.textContent('h1')).toBe('A.5.18 Access rights');
    await page.click('.crumbs a');
    expect(new URL(page.url()).pathname).toBe('/');
    await page.context().close();
  });

  it('then one click takes a whole command, as it is to be typed', async () => {
    const page = await open(['empty', '/'], { viewport: { width: 390, height: 800 } });
    await page.click('.commands code >> nth=0');
    expect(await page.evaluate('getSelection().toString()')).toBe(
      'npx --no concord organisations create --name "Your organisation" --zone Europe/Brussels',
    );
    await page.context().close();
  });

  it('then marks and hatch are painted, in the colours of the theme', async () => {
    for (const [colorScheme, ok] of [
      ['light', 'rgb(26, 106, 69)'],
      ['dark', 'rgb(114, 203, 156)'],
    ] as const) {
      const page = await open(['filled', '/'], { colorScheme });
      expect(await page.evaluate('getComputedStyle(document.querySelector("td .is-met .mark")).color')).toBe(
        ok,
      );
      expect(await page.evaluate('getComputedStyle(document.querySelector("#hatch .bar")).fill')).not.toBe(
        'rgb(0, 0, 0)',
      );
      await page.context().close();
    }
  });

  it('then on paper it is light, whatever the screen prefers, and its controls stay behind', async () => {
    const page = await open(['filled', '/'], { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(251, 250, 247)');
    for (const selector of ['.selection', '.skip', '.groups', '.overview'])
      expect(await page.locator(selector).first().isVisible()).toBe(false);
    await page.context().close();
  });
});
