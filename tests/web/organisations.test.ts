import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { keys } from '../testing/hands.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('several organisations', () => {
  const ground = layGround();
  let programme: Programme;
  let demo: string;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
    demo = (await ground.served.ask('POST', '/api/v1/demo', {})).body.organisation;
  });

  it('given two, when the menu of the one that is open is used by keys, then it says which it is and leads to the other and to the set-up', async () => {
    const { body } = await ground.served.ask('GET', '/api/v1/me');
    const nameOf = (id: string) => body.organisations.find((each: { id: string }) => each.id === id).name;
    const [ours, theirs] = [nameOf(programme.organisation), nameOf(demo)];
    const { page, close } = await openApp(ground.browser, ground.served, { path: programme.at('') });
    const menu = (name: string) => page.getByRole('complementary').getByRole('button', { name });
    await keys.pick(menu(ours), theirs);
    await expect.poll(() => new URL(page.url()).pathname, eventually).toBe(`/o/${demo}`);
    await menu(theirs).waitFor();
    await menu(theirs).click();
    await page.getByRole('menu').getByText('Demo organisation').waitFor();
    expect(await page.getByRole('menuitem', { name: 'Load the demo' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await keys.pick(menu(theirs), 'Set up another organisation');
    await expect.poll(() => new URL(page.url()).pathname, eventually).toBe('/set-up');
    await close();
  });

  it('given a change that waits, when its organisation is removed, then any other shows what it was, in words, until it is given up', async () => {
    const { body } = await ground.served.ask('GET', `/api/v1/organisations/${demo}/controls?limit=1`);
    const [{ code }] = body.rows;
    const path = `/o/${demo}/library?control=${code}`;
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    const inPlace = page.getByRole('radiogroup', { name: 'In place' });
    await inPlace.waitFor();
    await page.route(/\/controls\//, (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    const isPartly = await inPlace.getByRole('radio', { name: 'Partly' }).isChecked();
    await inPlace.getByText(isPartly ? 'No' : 'Partly').click();
    await page.getByRole('button', { name: 'Show what waits' }).click();
    const waits = page.getByRole('list', { name: 'What waits' });
    await waits.getByText(/^implementation: (Partly|Planned)$/).waitFor();
    await ground.served.ask('POST', '/api/v1/demo/removal', {});

    await page.goto(`${ground.served.base}${programme.at('')}?token=${ground.served.token}`);
    const held = page.getByRole('region', { name: 'A change that was not recorded' });
    await held.getByText('Its organisation is not here any more.', { exact: false }).waitFor();
    await held.getByText(/^implementation: (Partly|Planned)$/).waitFor();
    await page.reload();
    await held.getByRole('button', { name: 'Give it up' }).click();
    await held.waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await held.count()).toBe(0);
    await close();
  });
});
