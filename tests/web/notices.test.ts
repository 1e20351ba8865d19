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

describe.skipIf(!hasBrowser)('a notice at the foot of the page', () => {
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
});
