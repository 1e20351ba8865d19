import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../blocks.ts';
import { documentOf, hostileBlocks, samplePage } from '../../testing/sample-blocks.ts';
import { sampleDocument } from '../../testing/sample-document.ts';
import { renderHtml } from './html.ts';

const executablePath = process.env.CONCORD_BROWSER ?? '/usr/bin/chromium';
const hasBrowser = existsSync(executablePath);
if (!hasBrowser)
  console.warn(`No browser at ${executablePath}: documents are not tried in one. Set CONCORD_BROWSER.`);

const flags =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

const documents: readonly (readonly [string, () => Document])[] = [
  ['every kind of block', documentOf],
  ['one page', samplePage],
  ['hostile texts', hostileBlocks],
  ['the statement', () => sampleDocument()],
];

describe.skipIf(!hasBrowser)('given documents in a browser', { timeout: 120_000 }, () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: flags.split(' ') });
  }, 120_000);
  afterAll(async () => browser?.close());

  async function open(
    document: Document,
    width: number,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.setContent(renderHtml(document));
    return page;
  }

  it.each(documents)('then nothing bars anybody from reading %s, in light and dark', async (_, write) => {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await open(write(), 1280, scheme);
      await page.evaluate(axe);
      const found = (await page.evaluate('axe.run(document)')) as { violations: { id: string }[] };
      expect(found.violations.map(({ id }) => id)).toEqual([]);
      await page.context().close();
    }
  });

  it.each(documents)('then %s fits a window of 320 pixels, and only tables scroll', async (_, write) => {
    const page = await open(write(), 320);
    const wide = await page.evaluate(`[
      document.documentElement.scrollWidth,
      ...[...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.scroll'))
        .map((element) => element.tagName),
    ]`);
    expect(wide).toEqual([320]);
    await page.context().close();
  });

  it('then columns stand side by side in a wide window and under each other in a narrow one', async () => {
    const tops = async (width: number) => {
      const page = await open(samplePage(), width);
      const found = await page.evaluate(
        "[...document.querySelectorAll('.columns>div')].map((column) => column.getBoundingClientRect().top)",
      );
      await page.context().close();
      return found as number[];
    };
    const [left, right] = await tops(1280);
    expect(left).toBe(right);
    const [upper, lower] = await tops(360);
    expect(lower).toBeGreaterThan(upper!);
  });
});
