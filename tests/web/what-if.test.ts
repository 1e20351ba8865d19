import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { addControl, claim, createProgramme, type Programme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('what if', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
    await claim(programme, 'AC-01', 'A.5.15');
  });

  it('given what is supposed is about to be kept, when somebody else records something, then what was entered stays', async () => {
    const { ask, at } = programme;
    const opened = await openApp(ground.browser, ground.served, { path: at('/what-if?set=AC-01=works') });
    const { page, complaints } = opened;
    await page.getByRole('button', { name: 'Keep as actions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep this as actions' });
    const owner = dialog.getByRole('combobox', { name: /does them/ });
    await owner.fill('Petra');
    const isReadAgain = page.waitForResponse((response) => response.url().includes('/what-if?'));
    await ask('POST', '/people', { name: 'Jonas Weber', role: 'none' });
    await isReadAgain;
    await dialog.getByText('1 action would be added. It can be undone.').waitFor();
    expect(await owner.inputValue()).toBe('Petra');
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('given a control that nothing shows to work, when it is supposed to, then what would be met is shown and nothing recorded; when that is kept, then it stands on the list of actions', async () => {
    const { ask, at } = programme;
    const before = await ask('GET', '/position');
    const opened = await openApp(ground.browser, ground.served, { path: at('/what-if') });
    const { page, complaints } = opened;
    const band = page.getByRole('region', { name: 'What if' });
    await band.getByText('Nothing here is recorded.').waitFor();
    await page.getByRole('button', { name: 'Suppose it works: AC-01' }).click();
    await page
      .getByRole('heading', { level: 1, name: '1 more requirement would be met, and none lost.' })
      .waitFor();
    const turned = page.getByRole('table', { name: /requirements that would stand otherwise/ });
    await turned.getByText('A.5.15').first().waitFor();
    expect((await ask('GET', '/position')).position).toBe(before.position);

    await band.getByRole('button', { name: 'Keep as actions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep this as actions' });
    await dialog.getByText('1 action would be added. It can be undone.').waitFor();
    expect((await ask('GET', '/actions')).total).toBe(0);
    await dialog.getByRole('button', { name: 'Add 1 action' }).click();

    await page.getByRole('heading', { level: 1, name: 'Actions and due' }).waitFor();
    const list = page.getByRole('grid', { name: 'Actions, mine first' });
    await list.getByRole('rowheader', { name: 'Show that AC-01 Access reviews works' }).waitFor();
    const { rows } = await ask('GET', '/actions');
    expect(rows).toMatchObject([{ title: 'Show that AC-01 Access reviews works', status: 'open' }]);
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('given that this is on the list of actions already, when it is kept once more, then it is recognised and only added by whoever ticks it', async () => {
    const { ask, at } = programme;
    const [other] = (await ask('GET', '/actions')).rows;
    const address = `/api/v1/organisations/${programme.organisation}/actions/${other.id}`;
    const title = { title: 'Look at the access rights' };
    await ground.served.ask('PATCH', address, title, { 'if-match': `"${other.revision}"` });
    const { page, close } = await openApp(ground.browser, ground.served, { path: at('/what-if') });
    const band = page.getByRole('region', { name: 'What if' });
    await page.getByRole('button', { name: 'Suppose it works: AC-01' }).click();
    await band.getByRole('button', { name: 'Keep as actions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keep this as actions' });
    await dialog.getByText('Already an action, and still open.').waitFor();
    await dialog.getByRole('link', { name: 'Look at the access rights' }).waitFor();
    expect(await dialog.getByRole('button', { name: /^Add 0/ }).isDisabled()).toBe(true);
    await dialog.getByText('Show that AC-01 Access reviews works').click();
    await dialog.getByText('Added beside what is on the list already:').waitFor();
    await dialog.getByRole('button', { name: 'Add 1 action' }).click();
    await page.getByRole('heading', { level: 1, name: 'Actions and due' }).waitFor();
    expect((await ask('GET', '/actions')).total).toBe(2);
    await close();
  });
});
