import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('the organisation, on the page about the app', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    opened = await openApp(ground.browser, ground.served, { path: programme.at('/about') });
  });

  afterAll(() => opened?.close());

  const shown = async () => (await programme.ask('GET', '')).organisation;

  it('given it is called otherwise by now, when name and zone are changed, then both are, everywhere; and it can be taken back', async () => {
    const { page } = opened;
    const before = await shown();
    await page.getByRole('button', { name: 'Change name or time zone' }).click();
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Fill in “Name” first.').waitFor();
    expect(await shown()).toEqual(before);
    await name.fill('Havelmark Water SE');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('Europe/Dub');
    await page.getByRole('option', { name: 'Europe/Dublin' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The organisation is changed').waitFor();
    expect(await shown()).toMatchObject({ name: 'Havelmark Water SE', zone: 'Europe/Dublin' });
    await page.getByRole('definition').filter({ hasText: 'Havelmark Water SE' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    expect(await shown()).toMatchObject({ name: before.name, zone: before.zone });
  });
});
