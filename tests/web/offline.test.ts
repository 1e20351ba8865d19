import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';
import { serve } from '../testing/vocabulary.ts';

describe.skipIf(!hasBrowser)('without the server', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
  });

  it('given a name being edited, when the server is killed, then the change is kept and said to be; when it is back, then it is recorded once', async () => {
    const path = programme.at('/library?control=AC-01');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    const name = page.getByRole('textbox', { name: 'Name' });
    await name.fill('Reviews of access');
    await ground.served.end('SIGKILL');
    await name.press('Tab');
    await page.getByText('Your change is kept here and goes out when it is back.').waitFor();
    expect(await name.inputValue()).toBe('Reviews of access');

    // The same address, and a key of its own: each start makes a new one.
    ground.served = await serve(ground.place, { PORT: String(ground.served.port) });
    await page.goto(`${ground.served.base}${path}&token=${ground.served.token}`);
    await page.getByText('AC-01 changed: Name').first().waitFor();
    await page.getByText('kept here').waitFor({ state: 'hidden' });
    await expect.poll(() => name.inputValue(), eventually).toBe('Reviews of access');

    const { name: recorded, id } = await programme.ask('GET', '/controls/AC-01');
    expect(recorded).toBe('Reviews of access');
    const { rows } = await programme.ask('GET', `/records/control/${id}/history`);
    expect(rows.map(({ type }: { type: string }) => type)).toEqual(['ControlAdded', 'ControlChanged']);
    await page.reload();
    await name.waitFor();
    expect((await programme.ask('GET', `/records/control/${id}/history`)).rows).toHaveLength(2);
    await close();
  });

  it('given a change that was kept and is refused later, then any page tells what it is, and leads to where it was typed', async () => {
    await addControl(programme, 'AC-02', 'Leavers');
    const path = programme.at('/library?control=AC-02');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    await page.getByRole('button', { name: 'Code, family, scope and test' }).click();
    const code = page.getByRole('textbox', { name: 'Code' });
    await code.fill('AC-09');
    await ground.served.end('SIGKILL');
    await code.press('Tab');
    await page.getByText('Your change is kept here').waitFor();
    ground.served = await serve(ground.place, { PORT: String(ground.served.port) });
    await addControl(programme, 'AC-09', 'Somebody was quicker');

    const elsewhere = programme.at('/actions');
    await page.goto(`${ground.served.base}${elsewhere}?token=${ground.served.token}`);
    const held = page.getByRole('region', { name: 'A change that was not recorded' });
    await held.getByText('Not recorded: “AC-02 changed: Code”.').waitFor();
    await held.getByText('AC-09', { exact: true }).waitFor();
    await held.getByRole('link', { name: 'Where it was typed' }).click();
    await page.getByRole('heading', { name: 'Leavers' }).waitFor();
    expect(new URL(page.url()).searchParams.get('control')).toBe('AC-02');
    expect(await held.getByRole('link').count()).toBe(0);

    const { revision } = await programme.ask('GET', '/controls/AC-09');
    const free = `/api/v1/organisations/${programme.organisation}/controls/AC-09`;
    await ground.served.ask('PATCH', free, { code: 'AC-10' }, { 'if-match': `"${revision}"` });
    await held.getByRole('button', { name: 'Send again' }).click();
    await held.waitFor({ state: 'hidden' });
    // It is no longer held as soon as it is under way.
    await expect
      .poll(async () => (await ground.served.ask('GET', free)).body.name, eventually)
      .toBe('Leavers');
    await close();
  });
});
