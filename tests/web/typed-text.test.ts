import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('what is typed over the name of a control', () => {
  const ground = layGround();
  let programme: Programme;
  let control: string;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    control = (await programme.ask('POST', '/controls', { code: 'AC-1', name: 'Access' })).id;
  });

  const shown = async () => programme.ask('GET', `/controls/${control}`);
  const open = () => openApp(ground.browser, ground.served, { path: programme.at('/library?control=AC-1') });

  it('given more than a name takes, when it is pasted, then that is said, nothing is cut and nothing recorded', async () => {
    const { page, complaints, close } = await open();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('W'.repeat(12_000));
    await page.getByText(/these are 12,000/).waitFor();
    await name.press('Tab');
    expect((await name.inputValue()).length).toBe(12_000);
    expect((await shown()).name).toBe('Access');
    await name.fill('Access to rooms');
    await name.press('Tab');
    await expect.poll(async () => (await shown()).name, eventually).toBe('Access to rooms');
    expect(complaints).toEqual([]);
    await close();
  });

  it('given somebody else changed it, when the page is loaded anew while that is asked, then what was typed is still there', async () => {
    const { page, close } = await open();
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('Mine, typed for long');
    const other = await open();
    const theirs = other.page.getByRole('textbox', { name: 'Name', exact: true });
    await theirs.fill('Theirs');
    await theirs.press('Tab');
    await expect.poll(async () => (await shown()).name, eventually).toBe('Theirs');
    await other.close();
    await name.press('Tab');
    await page.getByRole('dialog', { name: /changed the same/ }).waitFor();
    await page.reload();
    await expect.poll(() => name.inputValue(), eventually).toBe('Mine, typed for long');
    await page.getByText(/^Begun/).waitFor();
    await name.focus();
    await name.press('Tab');
    await page.getByRole('dialog', { name: /changed the same/ }).waitFor();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await shown()).name, eventually).toBe('Mine, typed for long');
    await page.reload();
    await expect.poll(() => name.inputValue(), eventually).toBe('Mine, typed for long');
    expect(await page.getByText(/^Begun/).count()).toBe(0);
    await close();
  });
});
