import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';

/** Texts of which one is drawn over another. */
const overlapsOf = (page: Page) =>
  page.evaluate<string[]>(`(() => {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const drawn = [];
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      const holder = text.parentElement;
      if (!text.textContent.trim() || holder.closest('svg, .visually-hidden, option')) continue;
      // Headings of a table that became a list are only heard.
      if ([...document.querySelectorAll('thead')].some((it) => it.offsetHeight <= 1 && it.contains(holder))) continue;
      if (!holder.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects())
        if (box.width > 1 && box.height > 1 && box.top < innerHeight) drawn.push({ said: text.textContent.trim(), box });
    }
    const share = (one, other) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
    return drawn.flatMap(({ said, box }, at) =>
      drawn.slice(at + 1).filter((it) => share(box, it.box)).map((it) => said + ' / ' + it.said));
  })()`);

/** Tables of which a part is out of sight. */
const scrolledOf = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main table')]
    .map((it) => it.parentElement)
    .filter((it) => it.clientWidth > 0 && it.scrollWidth > it.clientWidth + 1)
    .map((it) => it.getAttribute('aria-label') + ' ' + it.scrollWidth + ' > ' + it.clientWidth)`);

const phone = { viewport: { width: 320, height: 900 }, locale: 'fr-FR' };
const laptop = { viewport: { width: 1280, height: 900 }, locale: 'de-DE' };
/** The same laptop, looked at twice as large. */
const enlarged = { viewport: { width: 640, height: 900 }, locale: 'de-DE' };

describe.skipIf(!hasBrowser)('with little room', () => {
  const ground = layGround();
  let demo: string;

  beforeAll(async () => {
    demo = (await ground.served.ask('POST', '/api/v1/demo', {})).body.organisation;
  });

  const open = (path: string, look: typeof phone) =>
    openApp(ground.browser, ground.served, { path: `/o/${demo}${path}`, ...look });

  it.each([
    ['how frameworks moved', '/history', phone],
    ['the time line of actions', '/actions?view=time-line', phone],
    ['the time line of actions, enlarged', '/actions?view=time-line', enlarged],
    ['the plan of the profile, enlarged', '/csf-profile?plan=line', enlarged],
  ])('given %s, then no text is drawn over another', async (_, path, look) => {
    const { page, close } = await open(path, look);
    await page.locator('main svg, main table').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await overlapsOf(page)).toEqual([]);
    await close();
  });

  it.each([
    ['the time line of actions', '/actions?view=time-line', phone],
    ['the plan of the profile', '/csf-profile?plan=line', phone],
    ['the register of documents', '/documents?tab=documents', phone],
    ['what is due next', '/guide', phone],
    ['the gaps of the profile, enlarged', '/csf-profile?show=gaps', enlarged],
    ['the plan of the profile, enlarged', '/csf-profile', enlarged],
    ['the map of the profile', '/csf-profile', laptop],
  ])('given %s, then no part of a table is out of sight', async (_, path, look) => {
    const { page, close } = await open(path, look);
    await page.locator('main table').filter({ visible: true }).first().waitFor();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => scrolledOf(page), eventually).toEqual([]);
    await close();
  });

  it('given a table whose rows are named in their second column, on a phone, then each row is read in the order in which it is seen, its name first', async () => {
    const { page, close } = await open('/guide', phone);
    const rows = page.locator('main tbody tr').filter({ has: page.getByRole('rowheader') });
    await rows.first().waitFor();
    const orders = await rows.evaluateAll((all) =>
      all.map((row) => {
        const cells = [...row.children];
        const tops = cells.map((it) => it.getBoundingClientRect().top);
        return { first: cells[0]?.tagName, isInOrder: tops.every((top, at) => top >= (tops[at - 1] ?? top)) };
      }),
    );
    expect(new Set(orders.map((order) => JSON.stringify(order)))).toEqual(
      new Set([JSON.stringify({ first: 'TH', isInOrder: true })]),
    );
    await close();
  });

  it('given a table on a phone, then what a cell says stays beside its heading on every line, and a deed has none', async () => {
    const { page, close } = await open('/evidence?tab=frequencies', phone);
    await page
      .getByRole('button', { name: /^Modifier/ })
      .first()
      .waitFor();
    const under = `[...document.querySelectorAll('main td[data-header]')].filter((cell) => {
      const said = document.createRange();
      said.selectNodeContents(cell);
      return [...said.getClientRects()].some((it) => it.width > 0 && it.left < cell.getBoundingClientRect().left + 104);
    }).map((cell) => cell.textContent)`;
    expect(await page.evaluate(under)).toEqual([]);
    expect(await page.locator('main td[data-header] button').count()).toBe(0);
    await close();
  });

  it('given the weeks on Home on a phone, then the days under them stand apart', async () => {
    const { page, close } = await open('', phone);
    const days = page.locator('main ol li > small:not(:empty)');
    await days.first().waitFor();
    const boxes = await days.evaluateAll((all) =>
      all.map((it) => {
        const words = it.ownerDocument.createRange();
        words.selectNodeContents(it);
        const { left, right } = words.getBoundingClientRect();
        return { left, right };
      }),
    );
    expect(boxes.length).toBeGreaterThan(3);
    const gaps = boxes.slice(1).map(({ left }, at) => left - (boxes[at]?.right ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(4);
    await close();
  });

  it('given what waits for somebody, on a phone, when a row of it is pressed anywhere, then it leads to where that is done', async () => {
    const { page, close } = await open('', phone);
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Ouvrir', exact: true }) });
    const title = row.getByText(/^Corriger \d+ erreurs/);
    await title.waitFor();
    const box = await title.boundingBox();
    if (!box) throw new Error('It is not in sight');
    await page.mouse.click(box.x + 8, box.y + 8);
    await page.getByRole('heading', { level: 1, name: 'Déclaration d’applicabilité' }).waitFor();
    await close();
  });

  it('given a requirement on a phone, then what would change it is said as a sentence, and a deed that a heading has no room for stands at the start of a line', async () => {
    const { page, close } = await open('/requirements/iso27001-2022/A.5.23', phone);
    const conditions = page.getByRole('table', { name: 'Ce qui changerait cela' }).getByRole('rowheader');
    await conditions.first().waitFor();
    for (const each of await conditions.allInnerTexts()) expect(each).toMatch(/(^|: ?\n?)Si /);
    const wrapped = await page.locator('main section > header:has(> div:last-child)').evaluateAll((heads) =>
      heads
        .map((head) => [head, ...head.children].map((it) => it.getBoundingClientRect()))
        .filter((boxes) => (boxes.at(-1)?.top ?? 0) >= (boxes.at(-2)?.bottom ?? 0))
        .map((boxes) => (boxes.at(-1)?.left ?? 0) - (boxes[0]?.left ?? 0)),
    );
    expect(wrapped.length).toBeGreaterThan(0);
    expect(new Set(wrapped)).toEqual(new Set([0]));
    await close();
  });

  it('given a requirement that three controls meet, on a phone, then no line of its reason ends within a code', async () => {
    const { page, close } = await open('/requirements/iso27001-2022/A.5.15', phone);
    const reason = page.locator('main header p').filter({ hasText: 'IAM-01' });
    await reason.first().waitFor();
    const broken = `(() => {
      const texts = document.createTreeWalker(document.querySelector('main header p'), NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode())
        for (const { index, 0: code } of texts.currentNode.data.matchAll(/[A-Z]+-\\d+/g)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + code.length);
          if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(code);
        }
      return found;
    })()`;
    for (const width of [320, 340, 360, 380, 400, 420]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await page.evaluate(broken)]).toEqual([width, []]);
    }
    await close();
  });

  it('given how frameworks moved, in French, then of how many is never said on a line of its own', async () => {
    const { page, close } = await open('/history', phone);
    const counted = page.getByText(/^satisfaites/);
    await counted.first().waitFor();
    for (const each of await counted.evaluateAll((all) => all.map((it) => it.textContent)))
      expect(each).toMatch(/sur\u00a0\d+$/);
    await close();
  });

  it('given everything that can be found, on a phone, then a page, which has no code, begins at the edge of the list, and a control with its code', async () => {
    const { page, close } = await open('/library', phone);
    await page.getByRole('button', { name: 'Tout rechercher' }).first().click();
    const dialog = page.getByRole('dialog');
    const edgeOf = async (said: RegExp) => {
      const item = dialog.getByRole('menuitem', { name: said }).first();
      const words = item.locator('span', { hasText: said }).first();
      return ((await words.boundingBox())?.x ?? 0) - ((await item.boundingBox())?.x ?? 0);
    };
    await dialog.getByRole('searchbox').fill('preuves');
    expect(await edgeOf(/^Preuves/)).toBe(8);
    await dialog.getByRole('searchbox').fill('AST-02');
    expect(await edgeOf(/^AST-02/)).toBe(8);
    await close();
  });

  it('given the calendar of evidence on a phone, then back and on stand beside each other', async () => {
    const { page, close } = await open('/evidence?tab=calendar&month=2026-11', phone);
    const [back, on] = ['Mois précédent', 'Mois suivant'].map((name) => page.getByRole('button', { name }));
    expect((await on?.boundingBox())?.y).toBe((await back?.boundingBox())?.y);
    await close();
  });

  it('given a filter that nothing fits, on a phone in French, then what is without it is said as French says it, and the views keep their rows', async () => {
    const { page, close } = await open('/library?text=zzzz', phone);
    await page.getByRole('button', { name: 'Sans «\u00a0Mot\u00a0: zzzz\u00a0»' }).waitFor();
    const [save] = await page.getByRole('button', { name: 'Enregistrer cette vue' }).all();
    const views = page.getByRole('navigation', { name: 'Vues de la bibliothèque' }).getByRole('link');
    const tops = await views.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().bottom));
    expect((await save?.boundingBox())?.y).toBeGreaterThanOrEqual(Math.max(...tops) - 1);
    await close();
  });

  it('given the Statement on a phone, then its deeds stand in one row, the rarer ones in a menu, and an id right under its title', async () => {
    const { page, close } = await open('/statement-of-applicability', phone);
    const deeds = page.getByRole('toolbar', { name: 'Actions sur la déclaration' }).getByRole('button');
    await deeds.last().waitFor();
    const tops = await deeds.evaluateAll((all) => all.map((it) => it.getBoundingClientRect().top));
    expect(tops).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
    const title = await page.locator('[data-row="A.5.1"]').boundingBox();
    const id = await page.getByRole('row').getByText('A.5.1', { exact: true }).boundingBox();
    expect((id?.y ?? 0) - (title?.y ?? 0) - (title?.height ?? 0)).toBeLessThan(8);
    await page.getByRole('button', { name: 'Autres opérations' }).click();
    await page.getByRole('menuitem', { name: 'Importer une déclaration' }).waitFor();
    await page.getByRole('menuitem', { name: 'Versions' }).click();
    await page.getByRole('dialog').waitFor();
    await close();
  });

  it('given a control on a phone, then the way to the next stands in one row, and its name is whole when the window grows narrower', async () => {
    const { page, close } = await open('/library?control=OPS-04', {
      ...phone,
      viewport: { width: 390, height: 900 },
    });
    const name = page.getByRole('dialog').getByRole('textbox', { name: 'Nom' });
    await name.waitFor();
    await page.setViewportSize(phone.viewport);
    await expect
      .poll(() => name.evaluate((it) => it.scrollHeight - it.clientHeight), eventually)
      .toBeLessThanOrEqual(0);
    const [back, on] = ['Mesure précédente', 'Mesure suivante'].map((label) =>
      page.getByRole('button', { name: new RegExp(`^${label}`) }),
    );
    expect((await on?.boundingBox())?.y).toBe((await back?.boundingBox())?.y);
    await close();
  });

  it('given a table on a phone, then what names a row stands first, and a heading never without anything beside it', async () => {
    const due = await open('/guide', phone);
    const rows = due.page.locator('main tbody tr:has(th[scope=row])');
    await rows.first().waitFor();
    const late = await rows.evaluateAll((all) =>
      all
        .filter((row) => {
          const name = row.querySelector('th')?.getBoundingClientRect().top ?? 0;
          return [...row.querySelectorAll('td')].some((it) => it.getBoundingClientRect().top < name);
        })
        .map((row) => row.textContent),
    );
    expect(late).toEqual([]);
    await due.close();

    const { page, close } = await open('/csf-profile', phone);
    await page.locator('main td[data-header="Comble aussi"]').first().waitFor({ state: 'attached' });
    const bare = page.locator('main td[data-header]:not(:empty)').filter({ hasNotText: /\S/ });
    await expect.poll(() => bare.count(), eventually).toBe(0);
    await close();
  });
});
