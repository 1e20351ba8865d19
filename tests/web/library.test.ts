import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  chooseFile,
  downloaded,
  eventually,
  hasBrowser,
  layGround,
  type Opened,
  openApp,
} from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const table = (page: Page) => page.getByRole('grid', { name: 'Controls' });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Control' });

describe.skipIf(!hasBrowser)('the library', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
    await addControl(programme, 'AC-02', 'Joiners and leavers');
    await addControl(programme, 'BC-01', 'Backups');
    opened = await openApp(ground.browser, ground.served, { path: programme.at('/library') });
  });

  afterAll(() => opened?.close());

  const shownControl = (code: string) => programme.ask('GET', `/controls/${code}`);

  it('given a library, when a control is added without a name, then it says what is missing; with one, its panel opens', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'New control' }).click();
    const dialog = page.getByRole('dialog', { name: 'New control' });
    await dialog.getByRole('textbox', { name: 'Code' }).fill('NW-01');
    await dialog.getByRole('button', { name: 'Add the control' }).click();
    await dialog.getByText('Fill in “Name” first.').first().waitFor();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Network zones');
    await dialog.getByRole('button', { name: 'Add the control' }).click();
    await panel(page).getByRole('heading', { name: 'NW-01 Network zones' }).waitFor();
    await table(page).getByRole('rowheader', { name: 'Network zones' }).waitFor();
    expect(await shownControl('NW-01')).toMatchObject({ name: 'Network zones', implementation: 'planned' });
  });

  it('given a control just added, when that is taken back, then it is gone, and its panel offers nothing to edit', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, { path: programme.at('/library') });
    await page.getByRole('button', { name: 'New control' }).click();
    const dialog = page.getByRole('dialog', { name: 'New control' });
    await dialog.getByRole('textbox', { name: 'Code' }).fill('NW-02');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Added by mistake');
    await dialog.getByRole('button', { name: 'Add the control' }).click();
    await panel(page).getByRole('heading', { name: 'NW-02 Added by mistake' }).waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await panel(page).getByText('It is there no more').waitFor();
    expect(await panel(page).getByText('NW-02').count()).toBe(0);
    expect(await panel(page).getByRole('textbox').count()).toBe(0);
    await table(page).getByRole('rowheader', { name: 'Added by mistake' }).waitFor({ state: 'detached' });
    await panel(page).getByRole('button', { name: 'Close' }).click();
    await panel(page).waitFor({ state: 'detached' });
    await close();
  });

  it('given an open control, when its name is edited in place and taken back, then each is recorded', async () => {
    const { page } = opened;
    await table(page).getByRole('rowheader', { name: 'Backups' }).click();
    const name = panel(page).getByRole('textbox', { name: 'Name' });
    await expect.poll(() => name.inputValue(), eventually).toBe('Backups');
    await name.fill('Backups, tried');
    await name.press('Tab');
    await page.getByText('BC-01 changed: Name').waitFor();
    await table(page).getByRole('rowheader', { name: 'Backups, tried' }).waitFor();
    expect((await shownControl('BC-01')).name).toBe('Backups, tried');

    await page.getByRole('button', { name: 'Undo' }).last().click();
    await page.getByText('Undone', { exact: true }).waitFor();
    await expect.poll(() => name.inputValue(), eventually).toBe('Backups');
    expect((await shownControl('BC-01')).name).toBe('Backups');
  });

  it('given a filter, when the page is loaded anew or left and come back to, then it is still there', async () => {
    const { page } = opened;
    const rows = page.getByText(/^\d+ of \d+$/);
    await page.goto(`${ground.served.base}${programme.at('/library')}`);
    await page.getByRole('searchbox', { name: 'Filter by word' }).fill('joiners');
    await page.getByText('1 of 4', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('text')).toBe('joiners');

    await page.reload();
    await page.getByText('1 of 4', { exact: true }).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Filter by word' }).inputValue()).toBe('joiners');

    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Frameworks' }).click();
    await page.getByRole('heading', { level: 1, name: 'Frameworks' }).waitFor();
    await page.goBack();
    await page.getByText('1 of 4', { exact: true }).waitFor();
    expect(await rows.count()).toBe(1);
    expect(await table(page).getByRole('rowheader').allTextContents()).toEqual(['Joiners and leavers']);
  });

  it('given two that were ticked, when the same change is tried, then it is shown and not made; when it is made, then in both', async () => {
    const { page } = opened;
    await page.goto(`${ground.served.base}${programme.at('/library?text=AC-')}`);
    await table(page).getByRole('checkbox', { name: 'Choose AC-01 Access reviews' }).click();
    await table(page).getByRole('checkbox', { name: 'Choose AC-02 Joiners and leavers' }).click();
    await page.getByRole('button', { name: 'Change …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change 2 controls' });
    await dialog.getByRole('button', { name: 'What is changed' }).click();
    await page.getByRole('option', { name: 'How often' }).click();
    await dialog.getByRole('button', { name: 'To' }).click();
    await page.getByRole('option', { name: 'Every year' }).click();
    await dialog.getByText('This would change 2 of 2. Nothing is recorded yet.').waitFor();
    const would = dialog.getByRole('table', { name: 'What would change' });
    expect(await would.getByRole('row', { name: 'AC-02' }).textContent()).toMatch(
      /Every quarter.*Every year/,
    );
    expect((await shownControl('AC-02')).frequency).toBe('quarterly');

    await dialog.getByRole('button', { name: 'Change 2 controls' }).click();
    await page.getByText('2 controls changed: How often').waitFor();
    expect((await shownControl('AC-01')).frequency).toBe('annual');
    expect((await shownControl('AC-02')).frequency).toBe('annual');
    expect((await shownControl('BC-01')).frequency).toBe('quarterly');
  });

  it('given two that were ticked, when they are to be retired, then it is tried first; when done, both are, and one deed takes it back', async () => {
    const { page } = opened;
    await page.goto(`${ground.served.base}${programme.at('/library?text=AC-')}`);
    await table(page).getByRole('checkbox', { name: 'Choose AC-01 Access reviews' }).click();
    await table(page).getByRole('checkbox', { name: 'Choose AC-02 Joiners and leavers' }).click();
    await page.getByRole('button', { name: 'Retire …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Retire 2 controls?' });
    await dialog.getByText('This would retire 2 controls of 2. Nothing is recorded yet.').waitFor();
    expect((await shownControl('AC-01')).retired).toBe(false);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Bought in');
    await dialog.getByRole('button', { name: 'Retire' }).click();
    await page.getByText('2 controls retired').waitFor();
    expect((await shownControl('AC-01')).retired).toBe(true);
    expect((await shownControl('AC-02')).retired).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    expect((await shownControl('AC-01')).retired).toBe(false);
    expect((await shownControl('AC-02')).retired).toBe(false);
  });

  const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', text });

  it('given a file with mistakes, when it is imported, then each is named by its cell and nothing is taken in; given it mended, all of it is', async () => {
    const { page } = opened;
    await page.goto(`${ground.served.base}${programme.at('/library')}`);
    await page.getByRole('button', { name: 'Bring in' }).click();
    await page.getByRole('menuitem', { name: 'Import a file' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import controls' });
    const choose = () => dialog.getByRole('button', { name: 'choose a file' }).click();
    const wrong = 'Code,Name,Frequency\nIM-01,First,quaterly\nIM-02,,monthly\nIM-01,Third,monthly\n';
    await chooseFile(page, choose, csv('ours.csv', wrong));
    await dialog.getByText('Nothing was imported').waitFor();
    const faults = dialog.getByRole('table', { name: /faults, each at its place/ });
    expect(await faults.getByRole('rowheader').allTextContents()).toEqual([
      'ours.csv!C2',
      'ours.csv!B3',
      'ours.csv!A4',
    ]);
    expect(await faults.textContent()).toContain('quaterly');
    expect(await page.getByText(/It is being read|Mend the file/).count()).toBe(1);
    expect((await programme.ask('GET', '/controls')).total).toBe(4);

    await dialog.getByRole('button', { name: 'Choose another file' }).click();
    const right = 'Code,Name,Frequency\nIM-01,First,quarterly\nIM-02,Second,monthly\nAC-01,Reviews,\n';
    await chooseFile(page, choose, csv('mended.csv', right));
    await dialog.getByText('mended.csv can be taken in. Nothing is recorded yet.').waitFor();
    expect((await programme.ask('GET', '/controls')).total).toBe(4);
    await dialog.getByRole('button', { name: 'Take it in' }).click();
    await dialog.getByRole('button', { name: 'See the library' }).click();
    await table(page).getByRole('rowheader', { name: 'Second' }).waitFor();
    expect(await shownControl('IM-02')).toMatchObject({ name: 'Second', frequency: 'monthly' });
    expect(await shownControl('AC-01')).toMatchObject({ name: 'Reviews', frequency: 'annual' });
  });

  it('given filters, when what is seen is exported, then exactly that is in the file; the whole library can be imported again', async () => {
    const { page, complaints } = opened;
    await page.goto(`${ground.served.base}${programme.at('/library?text=IM-')}`);
    await page.getByRole('button', { name: 'Export 2' }).click();
    const seen = await downloaded(page, () => page.getByRole('menuitem', { name: 'What is seen' }).click());
    const lines = seen.bytes.toString('utf8').trim().split(/\r?\n/);
    expect(seen.name).toBe('controls.csv');
    expect(lines.map((line) => line.split(/[,;]/)[0]?.replace('\uFEFF', ''))).toEqual([
      'Code',
      'IM-01',
      'IM-02',
    ]);

    await page.getByRole('button', { name: 'Export 2' }).click();
    const whole = await downloaded(page, () => page.getByRole('menuitem', { name: 'All controls' }).click());
    const file = await programme.ask('GET', '/controls');
    expect(whole.bytes.toString('utf8').trim().split(/\r?\n/)).toHaveLength(file.total + 1);
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  });
});
