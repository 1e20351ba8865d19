import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { mouse } from '../testing/hands.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const csf = 'nist-csf-2.0';

describe.skipIf(!hasBrowser)('a form that stands open while somebody else changes the same record', () => {
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
  const patch = async (path: string, revision: number, change: object) => {
    const address = `/api/v1/organisations/${programme.organisation}${path}`;
    const { status } = await ground.served.ask('PATCH', address, change, { 'if-match': `"${revision}"` });
    expect(status).toBe(200);
  };

  it('given another renames the organisation, when its zone alone is changed, then their name stands', async () => {
    const page = await open('/about');
    await page.getByRole('button', { name: 'Change name or time zone' }).click();
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('Europe/Dub');
    await page.getByRole('option', { name: 'Europe/Dublin' }).click();
    const { revision } = (await programme.ask('GET', '')).organisation;
    await patch('', revision, { name: 'Havelmark Water SE' });
    await page.getByRole('definition').filter({ hasText: 'Havelmark Water SE' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The organisation is changed').waitFor();
    const { organisation } = await programme.ask('GET', '');
    expect(organisation).toMatchObject({ name: 'Havelmark Water SE', zone: 'Europe/Dublin' });
  });

  it('given another states the scope meanwhile, when mine is recorded, then it is asked which stands', async () => {
    await programme.ask('PATCH', '/scopes/organisation/statement', { statement: 'All of it.' });
    const page = await open('/guide');
    await page.getByRole('button', { name: 'Read or change it' }).click();
    await page.getByRole('textbox', { name: 'Statement of scope' }).fill('All but the plant.');
    const scope = async () =>
      (await programme.ask('GET', '/scopes')).rows.find(({ id }: { id: string }) => id === 'organisation');
    await patch('/scopes/organisation/statement', (await scope()).revision, { statement: 'And the ships.' });
    await page.getByText('It is stated: “And the ships.”').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'State the scope' }).click();
    await page.getByRole('dialog', { name: /changed the same/ }).waitFor();
    expect((await scope()).statement).toBe('And the ships.');
  });

  it('given another changes a control of the family, when mine is recorded, then theirs stands until I have looked again', async () => {
    await programme.ask('POST', '/controls', { code: 'AC-01', name: 'Reviews', implementation: 'planned' });
    await programme.ask('POST', '/controls', { code: 'AC-02', name: 'Rights', implementation: 'planned' });
    const control = (code: string) => programme.ask('GET', `/controls/${code}`);
    const page = await open('/guide?do=practice');
    const dialog = page.getByRole('dialog', { name: 'What works today, and who answers for it?' });
    await mouse.choose(dialog.getByRole('radiogroup', { name: 'All of these' }), /^Works$/);
    await patch('/controls/AC-02', (await control('AC-02')).revision, { implementation: 'partly' });
    await page.waitForResponse((answer) => /\/position/.test(answer.url()));
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await dialog.getByText(/^Nothing was changed: 1 of 2 controls/).waitFor();
    expect((await control('AC-02')).implementation).toBe('partly');
    await dialog.getByRole('button', { name: 'Look again, and record it of what is there now' }).click();
    await dialog.getByText(/^Nothing was changed/).waitFor({ state: 'hidden' });
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await page.getByText('2 controls are recorded so.').waitFor();
    for (const code of ['AC-01', 'AC-02']) expect((await control(code)).implementation).toBe('operating');
  });

  describe('given a profile of the CSF', () => {
    let profile: string;
    const kept = async () =>
      (await programme.ask('GET', '/profiles')).rows.find(({ id }: { id: string }) => id === profile);

    beforeEach(async () => {
      await programme.ask('PUT', `/frameworks/${csf}/adoption`, {});
      profile = (await programme.ask('POST', '/profiles', { name: 'Two years', framework: csf })).id;
    });

    it('when another renames it and I say what it assumes, then both stand', async () => {
      const page = await open('/csf-profile');
      await mouse.pick(page.getByRole('button', { name: 'Two years' }), 'Change name, scope, assumptions');
      await page.getByRole('textbox', { name: 'Assumptions' }).fill('No plant.');
      await patch(`/profiles/${profile}`, (await kept()).revision, { name: 'Three years' });
      await page.getByText('Three years').first().waitFor({ state: 'attached' });
      await page.getByRole('dialog').getByRole('button', { name: 'Change name, scope, assumptions' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await expect.poll(async () => (await kept()).assumptions, eventually).toBe('No plant.');
      expect((await kept()).name).toBe('Three years');
    });
  });
});
