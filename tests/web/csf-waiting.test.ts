import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const csf = 'nist-csf-2.0';

describe.skipIf(!hasBrowser)('an outcome of a CSF profile', () => {
  const ground = layGround();
  let programme: Programme;
  let profile: string;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', `/frameworks/${csf}/adoption`, {});
    profile = (await programme.ask('POST', '/profiles', { name: 'Two years', framework: csf })).id;
  });

  const target = async () => {
    const { rows } = await programme.ask('GET', `/views/csf-profile?profile=${profile}`);
    return rows.find(({ id }: { id: string }) => id === 'PR.AA-05').target;
  };
  const path = () => programme.at('/csf-profile?category=PR.AA&outcome=PR.AA-05');

  it('when a priority is chosen that the server does not take, then the field shows it as waiting, also on a page loaded anew; given up, what is recorded', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, { path: path() });
    const priority = page.getByRole('button', { name: /Priority$/ });
    await priority.waitFor();
    await page.route(/\/targets\//, (route) => route.abort());
    await priority.click();
    await page.getByRole('option', { name: 'High' }).click();
    await page.getByText('is kept here').waitFor();
    await page.getByRole('button', { name: /High.*Priority$/ }).waitFor();
    await page.getByText('waiting', { exact: true }).waitFor();

    await page.goto(`${ground.served.base}${path()}`);
    await page.getByRole('button', { name: /High.*Priority$/ }).waitFor();
    expect((await target())?.priority).toBeUndefined();

    await page.getByRole('button', { name: 'Show what waits' }).click();
    await page.getByRole('button', { name: /^Give it up/ }).click();
    await expect.poll(() => priority.innerText(), eventually).not.toContain('High');
    await expect.poll(() => page.getByText('waiting', { exact: true }).count(), eventually).toBe(0);

    await page.unroute(/\/targets\//);
    await priority.click();
    await page.getByRole('option', { name: 'Medium' }).click();
    await expect.poll(async () => (await target())?.priority, eventually).toBe('medium');
    await close();
  });

  it('given its panel beside the overview at 1280 pixels, then each of the two scrolls up and down as one', async () => {
    const viewport = { width: 1280, height: 800 };
    const { page, close } = await openApp(ground.browser, ground.served, { path: path(), viewport });
    await page.getByRole('complementary').getByRole('textbox', { name: 'Why', exact: true }).waitFor();
    const scrolling = await page.evaluate<string[]>(`[...document.querySelectorAll('main *')]
      .filter((it) => ['auto', 'scroll'].includes(getComputedStyle(it).overflowY))
      .filter((it) => it.scrollHeight > it.clientHeight && it.tagName !== 'TEXTAREA')
      .map((it) => (it.closest('aside') ? 'panel' : 'page'))`);
    expect(scrolling.sort()).toEqual(['page', 'panel']);
    await close();
  });
});
