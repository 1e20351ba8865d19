import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { hasFocus, keys } from '../testing/hands.ts';
import { addEvidence, answerSevenQuestions, createProposed, takeStatement } from '../testing/journeys.ts';
import { addControl, claim, createProgramme } from '../testing/programme.ts';

/** What has the focus, as it is read out. */
const focused = (page: Page) =>
  page.evaluate<string>(
    `((it) => it.getAttribute('aria-label') ?? it.labels?.[0]?.textContent ?? it.textContent ?? '')(document.activeElement)`,
  );
const pressAll = async (page: Page, ...presses: readonly string[]) => {
  for (const press of presses) await page.keyboard.press(press);
};

describe.skipIf(!hasBrowser)('with the keys alone', () => {
  const ground = layGround();

  it('given an empty place, when the demo is loaded and removed again, then Home shows it, and set-up is back', async () => {
    const { page, close } = await openApp(ground.browser, ground.served);
    await keys.press(page.getByRole('button', { name: 'Load the demo' }));
    await page.getByRole('heading', { name: 'Needs you' }).waitFor();
    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    await keys.press(rooms.getByRole('link', { name: 'About and settings' }));
    const remove = page.getByRole('button', { name: 'Remove the demo' });
    await keys.press(remove);
    const question = page.getByRole('alertdialog', { name: 'Remove the demo organisation?' });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await hasFocus(remove)).toBe(true);
    await keys.press(remove);
    await keys.press(question.getByRole('button', { name: 'Remove the demo' }));
    await page.getByRole('heading', { level: 1, name: 'Where would you like to begin?' }).waitFor();
    await close();
  });

  it('given an empty place, when set-up is gone through, then the first Statement of Applicability is taken as PDF', async () => {
    const { page, close } = await openApp(ground.browser, ground.served);
    await answerSevenQuestions(page, keys);
    await createProposed(page, keys);
    const { bytes } = await takeStatement(page, keys);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF');
    await close();
  });

  it('given a claim that nothing shows, when evidence is added, then the proof turns to met', async () => {
    const programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
    await claim(programme, 'AC-01', 'A.5.15');
    const path = programme.at('/requirements/iso27001-2022/A.5.15');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    await addEvidence(page, keys, { name: 'Review.txt', mimeType: 'text/plain', text: 'reviewed' });
    // Going back is the browser's own key.
    await page.goBack();
    await page.getByRole('list', { name: 'Proof of A.5.15' }).getByText('Met, by our claim').waitFor();
    await close();
  });

  it('given the document beside the Statement, then it is whole, one stop of Tab with a frame, the keys scroll it and the next stop lies past it', async () => {
    const programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    const path = programme.at('/statement-of-applicability');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    const paper = page.locator('iframe');
    const sheet = page.frameLocator('iframe');
    await sheet.getByText('A.8.34').waitFor();
    const cut = sheet
      .locator('table')
      .evaluateAll((tables) =>
        tables
          .filter((it) => it.scrollWidth > (it.parentElement?.clientWidth ?? 0) + 1)
          .map((it) => it.textContent),
      );
    expect(await cut).toEqual([]);

    await page.getByRole('link', { name: 'See the pages' }).focus();
    await page.keyboard.press('Tab');
    expect(await hasFocus(paper)).toBe(true);
    const frame = `getComputedStyle(document.querySelector('iframe')).outlineStyle`;
    expect(await page.evaluate(frame)).toBe('solid');
    await page.keyboard.press('PageDown');
    const scrolled = () => sheet.locator('html').evaluate((it) => it.scrollTop);
    await expect.poll(scrolled, eventually).toBeGreaterThan(0);
    await page.keyboard.press('Tab');
    expect(await hasFocus(paper)).toBe(false);
    await close();
  });

  it('given a document with contents, then they are one stop of Tab, arrows lead through them, and Enter leads to what is called so', async () => {
    const programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    const path = programme.at('/documents?report=gap-assessment');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    const sheet = page.frameLocator('iframe');
    const links = sheet.locator('nav.contents a');
    await links.first().waitFor();
    expect(await links.count()).toBeGreaterThan(5);
    await page.locator('iframe').focus();
    await page.keyboard.press('Tab');
    expect(await hasFocus(links.first())).toBe(true);
    await pressAll(page, 'ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(await hasFocus(links.nth(1))).toBe(true);
    await page.keyboard.press('End');
    expect(await hasFocus(links.last())).toBe(true);
    await page.keyboard.press('Tab');
    expect(await sheet.locator('nav.contents a:focus').count()).toBe(0);
    await page.keyboard.press('Shift+Tab');
    expect(await hasFocus(links.last())).toBe(true);
    const scrolled = () => sheet.locator('html').evaluate((it) => it.scrollTop);
    const before = await scrolled();
    await page.keyboard.press('Enter');
    await expect.poll(scrolled, eventually).toBeGreaterThan(before);
    await close();
  });

  it('given a Statement of 93 rows, then it is one stop of Tab, an id leads to its row, Enter opens it and Escape leads back', async () => {
    const programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    const path = programme.at('/statement-of-applicability');
    const { page, complaints, close } = await openApp(ground.browser, ground.served, { path });
    const row = (id: string) => page.locator(`[data-row="${id}"]`);
    await row('A.5.1').waitFor();
    await pressAll(page, 'Tab', 'Tab');
    expect(await focused(page)).toBe('Skip to the list');
    await page.keyboard.press('Enter');
    expect(await hasFocus(row('A.5.1'))).toBe(true);

    await page.reload();
    await row('A.5.1').waitFor();
    let stops = 0;
    for (; stops < 50 && !(await hasFocus(row('A.5.1'))); stops += 1) await page.keyboard.press('Tab');
    expect(stops).toBeLessThanOrEqual(15);

    await page.keyboard.type('A.8.5');
    expect(await hasFocus(row('A.8.5'))).toBe(true);
    await pressAll(page, 'ArrowDown', 'ArrowDown', 'ArrowUp');
    expect(await hasFocus(row('A.8.6'))).toBe(true);
    await pressAll(page, 'ControlOrMeta+End');
    expect(await hasFocus(row('A.8.34'))).toBe(true);
    await pressAll(page, 'PageUp');
    expect(await hasFocus(row('A.8.34'))).toBe(false);
    await pressAll(page, 'ControlOrMeta+Home');
    expect(await hasFocus(row('A.5.1'))).toBe(true);
    await pressAll(page, 'ArrowLeft', 'ArrowDown', 'Space', 'ArrowRight');
    expect(await page.getByRole('checkbox', { name: /A\.5\.2\b/ }).isChecked()).toBe(true);
    expect(await hasFocus(row('A.5.2'))).toBe(true);

    await page.keyboard.press('Enter');
    const editor = page.getByRole('form', { name: /^Decision on A\.5\.2/ });
    await editor.waitFor();
    await expect
      .poll(() => editor.evaluate((it) => it.contains(it.ownerDocument.activeElement)), eventually)
      .toBe(true);
    await page.keyboard.press('Escape');
    await editor.waitFor({ state: 'hidden' });
    expect(await hasFocus(row('A.5.2'))).toBe(true);

    await page.keyboard.press('Enter');
    await keys.choose(editor.getByRole('radiogroup', { name: 'Is it necessary?' }), /^No$/);
    await keys.write(editor.getByRole('textbox', { name: 'Why it is not necessary' }), 'Nobody is here.');
    await keys.press(editor.getByRole('button', { name: 'Record the decision' }));
    await editor.waitFor({ state: 'hidden' });
    await expect.poll(() => hasFocus(row('A.5.2')), eventually).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('[data-list]')`)).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  it('given a form whose deed stands at the foot of its dialog, when Enter is pressed in a line, then it goes out, or leads to what is missing', async () => {
    const programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: programme.at('/library'),
    });
    await keys.press(page.getByRole('button', { name: 'New control' }));
    const dialog = page.getByRole('dialog', { name: 'New control' });
    const [code, name] = [/^Code/, /^Name/].map((each) => dialog.getByRole('textbox', { name: each }));
    if (!code || !name) throw new Error('no fields');
    await keys.write(name, 'Backups');
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(code), eventually).toBe(true);
    await dialog.getByText('Fill in “Code” first.').waitFor();
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('BC-01');
    await expect.poll(() => dialog.getByText('Fill in “Code” first.').count(), eventually).toBe(0);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await programme.ask('GET', '/controls?text=Backups')).total, eventually)
      .toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('given a name that is nobody here, when the person is added from its field, then the next line to fill has the focus, and after it the field', async () => {
    const programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: programme.at('/library?control=AC-01'),
    });
    const owner = page.getByRole('combobox', { name: 'Owner' });
    await owner.waitFor();
    await keys.write(owner, 'Petra Huber');
    await page.getByRole('option', { name: 'Add “Petra Huber”' }).waitFor();
    await pressAll(page, 'ArrowDown', 'Enter');
    const dialog = page.getByRole('dialog', { name: 'Add a person' });
    const mail = dialog.getByRole('textbox', { name: /^Mail address/ });
    await mail.waitFor();
    await expect.poll(() => hasFocus(mail), eventually).toBe(true);
    for (let stops = 0; stops < 12; stops += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((it) => it.contains(it.ownerDocument.activeElement))).toBe(true);
    }
    await keys.write(mail, 'petra@havelmark.example');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => hasFocus(owner), eventually).toBe(true);
    await expect.poll(() => owner.inputValue(), eventually).toBe('Petra Huber');
    await keys.write(owner, 'Jonas Weber');
    await page.getByRole('option', { name: 'Add “Jonas Weber”' }).waitFor();
    await pressAll(page, 'ArrowDown', 'Enter');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => hasFocus(owner), eventually).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});
