import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { hasFocus, pressWhereItStands } from '../testing/hands.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const noDay = /^This is no date/;
const unknown = /^Nobody is called that here/;

describe.skipIf(!hasBrowser)('a button that is pressed straight out of a field', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
  });

  afterEach(() => opened?.close());

  const open = async (path: string): Promise<Page> => {
    opened = await openApp(ground.browser, ground.served, { path: programme.at(path) });
    return opened.page;
  };
  const actions = async () => (await programme.ask('GET', '/actions')).rows;

  it('given a name that is nobody’s, then the press lands, leads back to the field, and nothing goes out, nor by Enter', async () => {
    const page = await open('/actions?do=new');
    const dialog = page.getByRole('dialog', { name: 'New action', includeHidden: true });
    await dialog.getByRole('textbox', { name: /^What is to be done/ }).fill('Try the backups');
    const owner = dialog.getByRole('combobox', { name: 'Owner' });
    await owner.pressSequentially('Petra Hubre');
    // The list that stands open hides the rest from who hears the page, not from who presses.
    const add = dialog.getByRole('button', { name: 'Add an action', includeHidden: true });
    await pressWhereItStands(add);
    await dialog.getByText(unknown).waitFor();
    await expect.poll(() => hasFocus(owner), eventually).toBe(true);
    expect(await owner.inputValue()).toBe('Petra Hubre');
    await dialog.getByRole('textbox', { name: /^What is to be done/ }).press('Enter');
    await expect.poll(() => hasFocus(owner), eventually).toBe(true);
    expect(await actions()).toEqual([]);
  });

  it('given a day that is none, then the press lands and leads back; given it is mended, then the next one is not missed as what was told goes', async () => {
    const { id } = await programme.ask('POST', '/actions', { title: 'Try the backups' });
    const page = await open(`/actions?action=${id}`);
    await page.getByRole('button', { name: 'It is done' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What came of it' }).fill('They came back.');
    const day = dialog.getByRole('textbox', { name: 'On', exact: true });
    await day.fill('some day');
    await pressWhereItStands(dialog.getByRole('button', { name: 'Close as done' }));
    await dialog.getByText(noDay).waitFor();
    await expect.poll(() => hasFocus(day), eventually).toBe(true);
    expect((await actions())[0].status).toBe('open');
    await day.fill('');
    await dialog.getByText(noDay).waitFor();
    await pressWhereItStands(dialog.getByRole('button', { name: 'Close as done' }));
    await dialog.waitFor({ state: 'hidden' });
    expect((await actions())[0].status).toBe('done');
  });

  it('given a day that is none, when a record is ended at the foot of a dialog, then it does not end on another day', async () => {
    const said = { kind: 'insurer', name: 'Alte Kasse', asks: 'Tests' };
    const { id } = await programme.ask('POST', '/parties', said);
    const page = await open(`/documents?tab=parties&party=${id}`);
    await page.getByRole('button', { name: 'No longer interested' }).click();
    const dialog = page.getByRole('dialog');
    const day = dialog.getByRole('textbox', { name: 'No longer from' });
    await day.fill('some day');
    await pressWhereItStands(dialog.getByRole('button', { name: 'No longer interested' }));
    await dialog.getByText(noDay).waitFor();
    await expect.poll(() => hasFocus(day), eventually).toBe(true);
    expect((await programme.ask('GET', '/parties')).rows[0].ended).toBeFalsy();
  });
});
