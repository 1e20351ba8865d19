import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { hasFocus, keys } from '../testing/hands.ts';
import { addControl, claim, createProgramme, type Programme } from '../testing/programme.ts';

/** Where the focus is, in a few words; empty where it fell to the page as a whole. */
const where = (page: Page) =>
  page.evaluate<string>(
    `((it) => it === document.body || it === null ? '' : it.tagName + ' ' + (it.getAttribute('aria-label') ?? it.id + it.textContent.slice(0, 60)))(document.activeElement)`,
  );
const holds = (place: Locator) => place.evaluate((it) => it.contains(it.ownerDocument.activeElement));

describe.skipIf(!hasBrowser)('a deed takes away what had the focus', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    const { ask } = programme;
    await ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    for (const [code, name] of [
      ['AC-01', 'Access reviews'],
      ['AC-02', 'Joiners and leavers'],
      ['BC-01', 'Backups'],
    ] as const)
      await addControl(programme, code, name);
    await claim(programme, 'BC-01', 'A.5.15');
    for (const control of ['AC-01', 'AC-02'])
      await ask('POST', '/claims', {
        controls: [control],
        framework: 'iso27001-2022',
        requirement: 'A.5.15',
      });
    await ask('PUT', '/frameworks/nist-csf-2.0/adoption', {});
    await ask('POST', '/profiles', { name: 'Two years', framework: 'nist-csf-2.0' });
    for (const title of ['Review the accounts', 'Try the backups'])
      await ask('POST', '/actions', { title, closes: [] });
  });

  afterEach(() => opened?.close());

  const open = async (path: string) => {
    opened = await openApp(ground.browser, ground.served, { path: programme.at(path) });
    return opened.page;
  };

  it('given a proposed claim, when it is confirmed, then what stands at it now has the focus; when another is refused, then the proof', async () => {
    const page = await open('/requirements/iso27001-2022/A.5.15');
    const proof = page.getByRole('list', { name: 'Proof of A.5.15' });
    const confirm = page.getByRole('button', { name: 'Confirm the claim of AC-01' });
    await keys.press(confirm);
    await confirm.waitFor({ state: 'hidden' });
    await expect
      .poll(() => hasFocus(page.getByRole('button', { name: 'More on the claim of AC-01' })), eventually)
      .toBe(true);
    const refuse = page.getByRole('button', { name: 'Refuse… the claim of AC-02' });
    await keys.press(refuse);
    const dialog = page.getByRole('dialog', { name: 'Refuse the proposed claim?' });
    await keys.write(dialog.getByRole('textbox'), 'It is about leavers alone.');
    await keys.press(dialog.getByRole('button', { name: 'Refuse the claim' }));
    await refuse.waitFor({ state: 'hidden' });
    await expect.poll(() => holds(proof), eventually).toBe(true);
    expect(opened.complaints).toEqual([]);
  });

  it('given a control, when it is retired, then its panel keeps the focus, and once that is closed the list has it', async () => {
    const page = await open('/library');
    const list = page.getByRole('grid', { name: 'Controls' });
    await list.getByText('BC-01').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('BC-01');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Control' });
    await keys.press(panel.getByRole('button', { name: 'Retire', exact: true }));
    const dialog = page.getByRole('dialog', { name: 'Retire BC-01?' });
    await keys.write(dialog.getByRole('textbox'), 'Another one does it.');
    await keys.press(dialog.getByRole('button', { name: 'Retire', exact: true }));
    await dialog.waitFor({ state: 'hidden' });
    await panel.getByText('It is retired').first().waitFor();
    await expect.poll(() => holds(panel), eventually).toBe(true);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await expect.poll(() => holds(list), eventually).toBe(true);
    expect(opened.complaints).toEqual([]);
  });

  it('given that what had the focus in a dialog has gone, when Escape or Tab is pressed at once, then it is meant for the dialog', async () => {
    const page = await open('/evidence?do=add');
    const dialog = page.getByRole('dialog', { name: 'Add evidence' });
    await dialog.getByRole('button', { name: 'choose a file' }).waitFor();
    const pressOnceGone = (key: string) =>
      page.evaluate(`(() => {
        const gone = document.createElement('button');
        document.querySelector('[role=dialog]').append(gone);
        gone.focus();
        gone.remove();
        const press = new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(press);
      })()`);
    await pressOnceGone('Tab');
    expect(await holds(dialog)).toBe(true);
    await pressOnceGone('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(opened.complaints).toEqual([]);
  });

  const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', text });
  const dropped = [
    {
      of: 'the statement',
      path: '/statement-of-applicability',
      deed: 'Import a statement',
      file: csv('statement.csv', 'Control,Title,Applicable,Justification\nA.5.1,Policies,Yes,We want it.\n'),
      read: 'What statement.csv would decide',
      next: 'choose a file',
    },
    {
      of: 'a framework',
      path: '/frameworks',
      deed: 'Import a file',
      file: csv(
        'house.csv',
        'id,parent,title,statement,assessable\nH,,Household,,no\nH1,H,Washing,Wash.,yes\n',
      ),
      read: 'This would be brought in',
      next: 'choose a file',
    },
    {
      of: 'a CSF profile',
      path: '/csf-profile',
      deed: 'Take in a profile',
      file: csv(
        'sector.csv',
        'CSF 2.0 Core,CSF 2.0 Outcomes,Priority (recommended)\nPR.AA-01,Identities,High\n',
      ),
      read: 'sector.csv would change one record.',
      next: 'sector.csv',
    },
  ];

  it.each(dropped)(
    'given a file of $of, when it is chosen by keys, then the focus stands where it goes on, not on what closes the dialog',
    async ({ path, deed, file, read, next }) => {
      const page = await open(path);
      await keys.press(page.getByRole('button', { name: deed, exact: true }));
      const dialog = page.getByRole('dialog');
      await chooseFile(page, () => keys.press(dialog.getByRole('button', { name: 'choose a file' })), file);
      await dialog.getByText(read).first().waitFor();
      await expect.poll(() => where(page), eventually).toContain(next);
      expect(await holds(dialog)).toBe(true);
      expect(opened.complaints.filter((each) => !each.includes('422'))).toEqual([]);
    },
  );

  it('given an action, when it is closed, then its panel keeps the focus, and the notice gives it back when it is dismissed', async () => {
    const page = await open('/actions');
    const list = page.getByRole('grid');
    await list.getByText('Try the backups').waitFor();
    await keys.press(page.getByRole('link', { name: 'Skip to the list' }));
    await page.keyboard.type('Try');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Action' });
    await keys.press(panel.getByRole('button', { name: 'It is done' }));
    const dialog = page.getByRole('dialog', { name: 'Done: Try the backups' });
    await keys.write(dialog.getByRole('textbox', { name: /^What came of it/ }), 'They can be restored.');
    await keys.press(dialog.getByRole('button').filter({ hasNotText: 'Cancel' }).last());
    await dialog.waitFor({ state: 'hidden' });
    await panel.getByText('They can be restored.').waitFor();
    await expect.poll(() => holds(panel), eventually).toBe(true);
    const dismiss = page.getByRole('button', { name: 'Close this notice' });
    await keys.press(dismiss.first());
    await dismiss.waitFor({ state: 'hidden' });
    await expect.poll(() => where(page), eventually).not.toBe('');
    expect(opened.complaints).toEqual([]);
  });

  it('given a piece of evidence, when it is recorded, then its dialog keeps the focus, and the room has it once that is closed', async () => {
    const page = await open('/evidence?do=add');
    const dialog = page.getByRole('dialog', { name: 'Add evidence' });
    const file = { name: 'Review.txt', mimeType: 'text/plain', text: 'reviewed' };
    await chooseFile(page, () => keys.press(dialog.getByRole('button', { name: 'choose a file' })), file);
    await keys.write(dialog.getByRole('combobox').first(), 'AC-02');
    await page.getByRole('option', { name: /AC-02/ }).waitFor();
    await page.keyboard.press('Enter');
    const shows = dialog.getByRole('radiogroup', { name: /^What it shows of the control/ });
    await keys.choose(shows, /^It works$/);
    await keys.press(dialog.getByRole('button', { name: 'Record evidence' }));
    await dialog.getByRole('button', { name: 'Done', exact: true }).waitFor();
    await expect.poll(() => holds(dialog), eventually).toBe(true);
    await keys.press(dialog.getByRole('button', { name: 'Done', exact: true }));
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => where(page), eventually).not.toBe('');
    expect(opened.complaints).toEqual([]);
  });
});
