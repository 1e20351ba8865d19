import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';

/** Where the words of an element end to the right, in whole pixels. */
const endsOf = (all: Locator) =>
  all.evaluateAll((each) =>
    each.map((it) => {
      const words = it.ownerDocument.createRange();
      const inside = it.querySelector('button, span');
      words.selectNodeContents(inside ?? it);
      return Math.round(words.getBoundingClientRect().right);
    }),
  );

const footOf = async (it: Locator) => {
  const box = await it.boundingBox();
  return (box?.y ?? 0) + (box?.height ?? 0);
};

describe.skipIf(!hasBrowser)('what stands beside something', () => {
  const ground = layGround();
  let demo: string;

  beforeAll(async () => {
    demo = (await ground.served.ask('POST', '/api/v1/demo', {})).body.organisation;
  });

  const open = async (path: string) =>
    openApp(ground.browser, ground.served, { path: `/o/${demo}${path}`, locale: 'en-GB' });

  it('given the duties of NIS 2, then a figure that leads on ends where one does that leads nowhere', async () => {
    const { page, close } = await open('/nis2');
    const figures = page.locator('main table:has(button)').first().locator('tbody td:last-child');
    await figures.first().waitFor();
    const told = figures.filter({ hasText: /^\d+$/ });
    expect(await told.count()).toBeGreaterThan(20);
    expect(new Set(await endsOf(told)).size).toBe(1);
    await close();
  });

  it('given a deed beside a field, then both end at the same height', async () => {
    const { page, close } = await open('/what-if');
    const deed = page.getByRole('button', { name: 'Find the shortest list' });
    await deed.waitFor();
    const field = page.getByRole('button', { name: /^ISO\/IEC 27001/ });
    expect(await footOf(deed)).toBeCloseTo(await footOf(field), 0);
    await close();
  });

  it('given how frameworks moved, then the legend names what is drawn: a line, and what is hatched; and a day on which nothing was done says so', async () => {
    const { page, close } = await open('/history');
    await page.getByText('Possible, not shown').waitFor();
    expect(
      await page.getByRole('list').filter({ hasText: 'Possible, not shown' }).getByText('Gap').count(),
    ).toBe(0);
    await expect.poll(() => page.getByText(/^Nothing was changed on /).count(), eventually).toBe(1);
    await close();
  });

  it('given few to choose from in a wide window, then they are no wider than a field', async () => {
    const { page, close } = await open('/about');
    const language = page.getByRole('radiogroup', { name: 'Language' });
    await language.waitFor();
    expect((await language.boundingBox())?.width).toBeLessThan(600);
    await close();
  });
});
