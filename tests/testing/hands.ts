import type { Locator } from 'playwright-core';

/** How a person works the page: with the mouse, or with the keys alone. */
export interface Hand {
  /** Presses a button, or follows a link. */
  readonly press: (target: Locator) => Promise<void>;
  /** Ticks a box. */
  readonly tick: (box: Locator) => Promise<void>;
  /** Writes into a field, in place of what is there. */
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Chooses one of a group of which all are in sight. */
  readonly choose: (group: Locator, option: RegExp) => Promise<void>;
  /** Opens a menu and chooses of it. */
  readonly pick: (button: Locator, item: string) => Promise<void>;
}

/** What is drawn of a box is its label, over the box itself. */
async function drawnOf(box: Locator): Promise<Locator> {
  await box.waitFor({ state: 'attached' });
  const label = box.locator('xpath=ancestor::label');
  return (await label.count()) > 0 ? label : box;
}

export const mouse: Hand = {
  press: (target) => target.click(),
  tick: async (box) => (await drawnOf(box)).click(),
  write: (field, text) => field.fill(text),
  choose: async (group, option) => (await drawnOf(group.getByRole('radio', { name: option }))).click(),
  pick: async (button, item) => {
    await button.click();
    await button.page().getByRole('menuitem', { name: item }).first().click();
  },
};

export const keys: Hand = {
  press: async (target) => {
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  tick: async (box) => {
    await tabTo(box);
    await box.page().keyboard.press('Space');
  },
  write: async (field, text) => {
    await tabTo(field);
    const { keyboard } = field.page();
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(text);
  },
  choose: async (group, option) => {
    await tabInto(group);
    await arrowTo(group.getByRole('radio', { name: option }), 'ArrowRight');
    await group.page().keyboard.press('Space');
  },
  pick: async (button, item) => {
    await tabTo(button);
    const page = button.page();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await arrowTo(page.getByRole('menuitem', { name: item }).first(), 'ArrowDown');
    await page.keyboard.press('Enter');
  },
};

/**
 * Presses where a button stands, as a hand does that aims before it presses: what moves on the way is missed. Down and up
 * are apart, so that the page has shown by then what comes of leaving a field.
 */
export async function pressWhereItStands(button: Locator): Promise<void> {
  const page = button.page();
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error(`${button} is not in sight`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.mouse.up();
}

/** So many stops are never needed: what is not reached by then is not reached. */
const mostStops = 500;

/** Nor are so many things one stop. */
const mostInBar = 30;

/** Whether it has the focus. */
export const hasFocus = (target: Locator) => target.evaluate((it) => it === it.ownerDocument.activeElement);
const holdsFocus = (group: Locator) => group.evaluate((it) => it.contains(it.ownerDocument.activeElement));

/** What is one stop of Tab, and led through by arrows. */
const sharesStop = (target: Locator) =>
  target.evaluate((it) => {
    const bar = it.closest('[role=toolbar]');
    return bar?.contains(it.ownerDocument.activeElement)
      ? (bar.getAttribute('aria-orientation') ?? '')
      : null;
  });

async function tabTo(target: Locator): Promise<void> {
  await pressUntil(
    target,
    'Tab',
    async () => (await hasFocus(target)) || (await sharesStop(target)) !== null,
  );
  const orientation = await sharesStop(target);
  if (orientation === null || (await hasFocus(target))) return;
  const [on, back] = orientation === 'vertical' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  for (const key of [on, back] as const)
    for (let stops = 0; stops < mostInBar && !(await hasFocus(target)); stops += 1)
      await target.page().keyboard.press(key);
  if (!(await hasFocus(target))) throw new Error(`No arrow leads to ${target}`);
}

const tabInto = (group: Locator) => pressUntil(group, 'Tab', holdsFocus);
const arrowTo = (target: Locator, key: 'ArrowRight' | 'ArrowDown') => pressUntil(target, key, hasFocus);

async function pressUntil(target: Locator, key: string, isThere: typeof hasFocus): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stops = 0; stops < mostStops; stops += 1) {
    // A list that opens under a field on the way hides all else until it is left.
    if ((await target.count()) > 0 && (await isThere(target))) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}`);
}
