import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectNoOverflow, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'AC-01 changed' });

/** What has the focus, where the notice lies over all of it; '' where it can be seen. */
async function hiddenFocus(page: Page): Promise<string> {
  const focused = page.locator(':focus');
  const over = await notice(page).boundingBox();
  if (!over) return 'there is no notice';
  if ((await focused.count()) === 0 || (await notice(page).locator(':focus').count()) > 0) return '';
  const box = await focused.boundingBox();
  if (!box || box.height === 0) return '';
  const isWithin =
    box.y >= over.y &&
    box.y + box.height <= over.y + over.height &&
    box.x >= over.x &&
    box.x + box.width <= over.x + over.width;
  return isWithin ? await focused.evaluate((element) => element.outerHTML.slice(0, 200)) : '';
}

/** Where what can be pressed stands on screen, by its words: `{ name: [x, y, width, height] }`. */
const places = (page: Page) =>
  page.evaluate<Record<string, number[]>>(`Object.fromEntries(
    [...document.querySelectorAll('main button, main a, main input, main textarea, [role=dialog] button')]
      .map((it, nth) => [nth + ' ' + (it.textContent || it.ariaLabel || it.tagName), it.getBoundingClientRect()])
      .filter(([, box]) => box.width > 0 && box.bottom > 0 && box.top < innerHeight)
      .map(([name, { x, y, width, height }]) => [name, [x, y, width, height]]))`);

/**
 * What can be pressed that lies under the notice. Of a phone, whose page scrolls beneath it, what stands fast: the bar of
 * rooms, head and foot of a panel.
 */
async function covered(page: Page): Promise<string[]> {
  const over = await notice(page).boundingBox();
  return page.evaluate<string[]>(`[...document.querySelectorAll('button, a, input, textarea')]
    .filter((it) => innerWidth >= 900 || it.closest('nav, header, footer'))
    .filter((it) => !it.closest('[role=status]') && getComputedStyle(it).visibility === 'visible')
    .filter((it) => {
      const box = it.getBoundingClientRect();
      const over = ${JSON.stringify(over)};
      const shows = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2).some((at) => it === at || it.contains(at));
      return box.width > 1 && shows && box.x < over.x + over.width && box.right > over.x && box.y < over.y + over.height && box.bottom > over.y;
    })
    .map((it) => it.outerHTML.slice(0, 160))`);
}

describe.skipIf(!hasBrowser)('a notice of what was done', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
  });

  it.each([
    [1440, 480],
    [320, 480],
  ])(
    'given a window of %i by %i, when one goes on by keyboard, then nothing focused lies under it',
    async (width, height) => {
      const path = programme.at('/library?control=AC-01');
      const opened = await openApp(ground.browser, ground.served, { path, viewport: { width, height } });
      const { page } = opened;
      const statement = page.getByRole('textbox', { name: 'How it works' });
      await statement.fill(`As wide as ${width}.`);
      await statement.press('Tab');
      await notice(page).getByRole('button', { name: 'Undo' }).waitFor();
      // It stays while the pointer is on it.
      await notice(page).getByText('AC-01 changed').hover({ force: true });
      const hidden: string[] = [];
      for (let step = 0; step < 25; step += 1) {
        await page.keyboard.press('Tab');
        hidden.push(await hiddenFocus(page));
      }
      expect(hidden.filter((each) => each !== '')).toEqual([]);
      await expectNoOverflow(page);
      expect(opened.complaints).toEqual([]);
      await opened.close();
    },
  );

  it.each([
    [1440, 900],
    [1440, 480],
    [1000, 700],
    [320, 640],
  ])(
    'given a window of %i by %i, when it appears, then nothing of the page moves and nothing that can be pressed is under it',
    async (width, height) => {
      const path = programme.at('/library?control=AC-01');
      const { page, close } = await openApp(ground.browser, ground.served, {
        path,
        viewport: { width, height },
      });
      const statement = page.getByRole('textbox', { name: 'How it works' });
      await statement.fill(`Moves nothing at ${width} by ${height}.`);
      const name = page.getByRole('textbox', { name: 'Name' });
      await name.scrollIntoViewIfNeeded();
      const before = await places(page);
      // To something in sight: what has the focus and would lie under the notice does move.
      await name.focus();
      await notice(page).getByRole('button', { name: 'Undo' }).waitFor();
      await notice(page).getByText('AC-01 changed').hover({ force: true });
      const after = await places(page);
      for (const [each, place] of Object.entries(before)) expect([each, after[each]]).toEqual([each, place]);
      expect(await covered(page)).toEqual([]);
      await close();
    },
  );
});
