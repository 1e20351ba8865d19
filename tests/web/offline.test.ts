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
});
