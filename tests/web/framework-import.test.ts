import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type OwnFile, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const iso = 'iso27001-2022';

/** Lets a file fall onto a place, as from the desktop. */
async function dropFile(page: Page, target: Locator, { name, text }: Omit<OwnFile, 'mimeType'>) {
  const folder = mkdtempSync(join(tmpdir(), 'concord-drop-'));
  const path = join(folder, name);
  writeFileSync(path, text);
  const box = await target.boundingBox();
  if (!box) throw new Error('The place to drop on is not in sight');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const devtools = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x, y, data });
  return () => rmSync(folder, { recursive: true });
}

const house = {
  name: 'house.csv',
  text: `id,parent,title,statement,assessable
H,,Household,,no
H1,H,Washing up,Wash up after every meal.,yes
H2,H,Locking up,"Lock the doors, and the windows.",yes
`,
};

describe.skipIf(!hasBrowser)('a framework of one’s own', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
  });

  const catalogue = async () => (await programme.ask('GET', '/catalogue')).rows;
  const imported = async () =>
    (await catalogue()).filter(({ origin }: { origin: string }) => origin === 'imported');

  it('given its file, when it is dropped, then what it would bring is told before anything is recorded; brought in, it can be adopted', async () => {
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: programme.at('/frameworks'),
    });
    await page.getByRole('button', { name: 'Import a file' }).click();
    const dialog = page.getByRole('dialog');
    const deed = dialog.getByRole('button', { name: 'Bring it in' });
    const place = dialog.getByText('Drop the file here');

    const clearFaulty = await dropFile(page, place, {
      ...house,
      name: 'faulty.csv',
      text: 'id,parent,title\nA,,First\nB,X,Orphan\n',
    });
    await dialog
      .getByText(/!B\d|!\w+3/)
      .first()
      .waitFor();
    expect(await deed.isDisabled()).toBe(true);

    const clearHouse = await dropFile(page, place, house);
    await dialog.getByText(/2 requirements to assess/).waitFor();
    expect(await imported()).toEqual([]);
    await deed.click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await imported()).length, eventually).toBe(1);

    await page.getByRole('button', { name: /^Adopt… house/i }).click();
    await page.getByRole('button', { name: 'Adopt the framework' }).click();
    await page.getByText('is adopted.').waitFor();
    expect((await imported())[0]).toHaveProperty('adopted');
    for (const clear of [clearFaulty, clearHouse]) clear();
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
    await close();
  });

  it('given two pages without the server, when both adopt the same framework, then it waits once, is adopted once and nobody is asked', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, {
      path: programme.at('/frameworks'),
    });
    const other = await page.context().newPage();
    await other.goto(`${ground.served.base}${programme.at('/frameworks')}`);
    const isAdopting = (address: URL) => address.pathname.endsWith('/adoption');
    await page.context().route(isAdopting, (route) => route.abort());
    for (const each of [page, other])
      await each.getByRole('button', { name: 'Adopt… ISO/IEC 27001', exact: true }).click();
    for (const each of [page, other]) {
      await each.getByRole('button', { name: 'Adopt the framework' }).click();
      await each.getByRole('dialog').waitFor({ state: 'hidden' });
      await each.getByText('waits to be adopted').waitFor();
    }
    const kept = () =>
      page.evaluate<number>(`JSON.parse(localStorage.getItem('concord.kept') ?? '[]').length`);
    expect(await kept()).toBe(1);

    await page.context().unroute(isAdopting);
    await expect.poll(kept, eventually).toBe(0);
    await page.getByText('waits to be adopted').waitFor({ state: 'hidden' });
    const [row] = (await catalogue()).filter(({ id }: { id: string }) => id === iso);
    expect(JSON.stringify(row)).toContain('organisation');
    expect(await page.getByRole('dialog', { name: /changed the same/ }).count()).toBe(0);
    await close();
  });
});
