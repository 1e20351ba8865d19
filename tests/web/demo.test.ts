import { describe, expect, it } from 'vitest';
import { hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';

describe.skipIf(!hasBrowser)('the first look', () => {
  const ground = layGround();
  const setUp = ({ page }: Opened) => page.getByRole('heading', { name: 'Where would you like to begin?' });

  it('given an empty data directory, when the printed address is opened, then set-up asks where to begin and the key has left the address bar', async () => {
    const opened = await openApp(ground.browser, ground.served);
    await setUp(opened).waitFor();
    expect(opened.page.url()).toBe(`${ground.served.base}/set-up`);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });

  it('given a key that opens nothing, when the app is opened, then it asks for the key; given the printed address, it opens', async () => {
    const opened = await openApp(ground.browser, { ...ground.served, token: 'wrong' });
    const { page } = opened;
    const field = page.getByRole('textbox', { name: 'Address or key' });
    await field.waitFor();
    await page.getByText('opens nothing any more').waitFor();
    expect(page.url()).not.toContain('token');
    await field.fill(`${ground.served.base}/?token=${ground.served.token}`);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await setUp(opened).waitFor();
    await opened.close();
  });

  it('given set-up, when the demo is loaded, then Home shows what needs one; when it is removed in About, then nothing of it is left', async () => {
    const opened = await openApp(ground.browser, ground.served);
    const { page, complaints } = opened;
    await page.getByRole('button', { name: 'Load the demo' }).click();
    await page.getByRole('heading', { level: 1, name: /need.? you/ }).waitFor();
    await page.getByRole('heading', { name: 'Needs you' }).waitFor();
    await page.getByText('Demo organisation').first().waitFor();
    expect(complaints).toEqual([]);

    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'About' }).click();
    const remove = page.getByRole('button', { name: 'Remove the demo' });
    await remove.click();
    const question = page.getByRole('alertdialog', { name: 'Remove the demo organisation?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'hidden' });
    expect((await ground.served.ask('GET', '/api/v1/organisations')).body.rows).toHaveLength(1);

    await remove.click();
    await question.getByRole('button', { name: 'Remove the demo' }).click();
    await setUp(opened).waitFor();
    expect((await ground.served.ask('GET', '/api/v1/organisations')).body.rows).toEqual([]);
    await opened.close();
  });
});
