import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectNoOverflow, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { hasFocus, keys, mouse } from '../testing/hands.ts';
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

/** What can be pressed of a dialog, each scrolled into sight, that the notice meets. */
async function coveredOf(dialog: Locator, over: Locator): Promise<string[]> {
  const met: string[] = [];
  for (const each of await dialog.getByRole('button').all()) {
    await each.scrollIntoViewIfNeeded();
    const [one, other] = [await each.boundingBox(), await over.boundingBox()];
    if (!one || !other) throw new Error('They are not both in sight');
    const isBeside = one.x + one.width <= other.x || other.x + other.width <= one.x;
    const isOverOrUnder = one.y + one.height <= other.y || other.y + other.height <= one.y;
    if (!isBeside && !isOverOrUnder) met.push(await each.innerText());
  }
  return met;
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

  it.each([
    [1000, 700, 'mouse', mouse],
    [1000, 700, 'keys', keys],
    [320, 640, 'mouse', mouse],
    [320, 640, 'keys', keys],
  ] as const)(
    'given a panel over the list in a window of %i by %i, when a change there is undone by %s, then what was there stands there again',
    async (width, height, by, hand) => {
      const path = programme.at('/library?control=AC-01');
      const { page, close } = await openApp(ground.browser, ground.served, {
        path,
        viewport: { width, height },
      });
      const statement = page.getByRole('dialog').getByRole('textbox', { name: 'How it works' });
      const before = await statement.inputValue();
      await statement.fill(`Taken back by ${by} at ${width}.`);
      await statement.press('Tab');
      await hand.press(notice(page).getByRole('button', { name: 'Undo' }).first());
      await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor();
      await expect.poll(() => statement.inputValue()).toBe(before);
      expect(await page.locator(':focus').count()).toBe(1);
      await close();
    },
  );

  it.each([
    [1440, 900, 'mouse', mouse],
    [1200, 600, 'keys', keys],
    [1000, 600, 'mouse', mouse],
    [320, 640, 'keys', keys],
  ] as const)(
    'given a dialog that stays open after its deed, when that is undone in a window of %i by %i by %s, then none of the dialog lay under the notice',
    async (width, height, _, hand) => {
      const path = programme.at('/library?do=starter');
      const { page, close, complaints } = await openApp(ground.browser, ground.served, {
        path,
        viewport: { width, height },
      });
      const dialog = page.getByRole('dialog', { name: 'Starter library' });
      await dialog.getByRole('searchbox').fill('DEV-01');
      await dialog.getByRole('checkbox', { name: /DEV-01/ }).click();
      await dialog.getByText(/^1 control would be added/).waitFor();
      await dialog.getByRole('button', { name: 'Adopt 1 control' }).click();
      const done = page.getByRole('status').filter({ hasText: '1 control adopted' });
      await done.getByRole('button', { name: 'Undo' }).waitFor();
      await done.getByText('1 control adopted').hover();
      expect(await coveredOf(dialog, done)).toEqual([]);
      await hand.press(done.getByRole('button', { name: 'Undo' }));
      await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor();
      await dialog.getByText(/: 0 adopted/).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('given that it is not yet known what adopting a control would add, when it is pressed to be adopted, then nothing else is told than what was added', async () => {
    const path = programme.at('/library?do=starter');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    const dialog = page.getByRole('dialog', { name: 'Starter library' });
    await dialog.getByRole('searchbox').fill('DEV-02');
    let answer: () => void = () => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked = page.waitForRequest(/starter-library\/adoption.*preview/);
    await page.route(/starter-library\/adoption.*preview/, async (route) => {
      await answered;
      await route.continue();
    });
    await dialog.getByRole('checkbox', { name: /DEV-02/ }).click();
    await asked;
    const adopt = dialog.getByRole('button', { name: 'Adopt 1 control' });
    await adopt.press('Enter');
    answer();
    await dialog.getByText(/^1 control would be added/).waitFor();
    await adopt.click();
    await page.getByRole('status').filter({ hasText: '1 control adopted' }).waitFor();
    expect(await page.getByText('0 controls adopted').count()).toBe(0);
    await close();
  });

  it('given a notice over a panel, when F6 is pressed, then it has the focus, and the next F6, Shift and Tab, and Escape lead back', async () => {
    const path = programme.at('/library?control=AC-01');
    const viewport = { width: 1000, height: 700 };
    const { page, close } = await openApp(ground.browser, ground.served, { path, viewport });
    const statement = page.getByRole('textbox', { name: 'How it works' });
    await statement.fill('Led to by keys.');
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.focus();
    const undo = notice(page).getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    for (const back of ['F6', 'Shift+Tab', 'Escape']) {
      await name.focus();
      await page.keyboard.press('F6');
      expect(await hasFocus(undo)).toBe(true);
      await page.keyboard.press(back);
      await expect.poll(() => hasFocus(name)).toBe(true);
    }
    await notice(page).waitFor({ state: 'detached' });
    await close();
  });
});
