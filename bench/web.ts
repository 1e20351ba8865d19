import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { atMost, type Figure, quantile } from './measure.ts';
import { inPlace, prepare, running } from './organisation.ts';

const executablePath = process.env.CONCORD_BROWSER ?? '/usr/bin/chromium';
const longestTask = 50;

/** The first script of the app, and a table of 10,000 controls scrolled and sorted in a browser. */
export async function benchWeb(root: string): Promise<Figure[]> {
  const scripts = [firstScript(join(root, 'dist/web'))];
  if (existsSync(executablePath)) return [...scripts, ...(await benchTable(root))];
  console.log(`SKIPPED: no browser at ${executablePath}, so no table is scrolled. Set CONCORD_BROWSER.`);
  return scripts;
}

/** Everything that the page names before a room is opened: its own script and what is fetched ahead of it. */
function firstScript(directory: string): Figure {
  const page = readFileSync(join(directory, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+[.]js)"/g)].map(
    ([, path]) => path as string,
  );
  const size = named.reduce((sum, path) => sum + gzipSync(readFileSync(join(directory, path))).length, 0);
  const all = readdirSync(join(directory, 'assets')).filter((name) => name.endsWith('.js')).length;
  return atMost('first script of the app, gzipped', [size / 1000, 200], {
    unit: 'kB',
    how: `${named.length} of ${all} scripts, those that index.html names`,
  });
}

function benchTable(root: string): Promise<Figure[]> {
  return inPlace(async (place) => {
    const organisation = await prepare(place, { controls: 10_000, claims: 50_000 });
    return running(root, place, async ({ address }) => {
      const browser = await chromium.launch({
        executablePath,
        args: ['--headless', '--no-sandbox', '--disable-gpu'],
      });
      try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await page.goto(String(address));
        await page.goto(`${address.origin}/o/${organisation}/library`);
        await page.getByRole('grid').waitFor({ timeout: 120_000 });
        await page.waitForLoadState('networkidle');
        return figuresOf(await scroll(page), await sort(page));
      } finally {
        await browser.close();
      }
    });
  });
}

function figuresOf(scrolling: readonly number[], sorting: readonly number[]): Figure[] {
  const how =
    'tasks that the browser itself calls long (over 50 ms), 10,000 controls, headless, drawn by the processor';
  const longest = (tasks: readonly number[]) => Math.max(0, ...tasks);
  return [
    atMost('table of 10,000 rows: longest task while scrolling', [longest(scrolling), longestTask], {
      unit: 'ms',
      how,
    }),
    atMost(
      'table of 10,000 rows: long tasks while scrolling, p95',
      [quantile([0, ...scrolling], 0.95), longestTask],
      {
        unit: 'ms',
        how,
      },
    ),
    atMost('table of 10,000 rows: longest task while sorting', [longest(sorting), longestTask], {
      unit: 'ms',
      how,
    }),
  ];
}

/** What the browser reports of long tasks while something is done. */
async function tasksDuring(page: Page, work: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(`
    window.longTasks = [];
    window.longTaskObserver = new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => entry.duration)));
    window.longTaskObserver.observe({ entryTypes: ['longtask'] });`);
  await work();
  await page.waitForTimeout(500);
  return page.evaluate<number[]>('window.longTaskObserver.disconnect(), window.longTasks');
}

function scroll(page: Page): Promise<number[]> {
  return tasksDuring(page, async () => {
    await page.getByRole('grid').hover();
    for (let step = 0; step < 120; step += 1) {
      await page.mouse.wheel(0, 400);
      await page.waitForTimeout(16);
    }
  });
}

async function sort(page: Page): Promise<number[]> {
  const head = page.getByRole('columnheader').nth(2);
  return tasksDuring(page, async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await head.click();
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(200);
    }
  });
}
