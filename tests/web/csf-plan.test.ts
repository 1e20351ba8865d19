import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const csf = 'nist-csf-2.0';
const plan = (page: Page) => page.getByRole('table', { name: 'Actions with what they lift' });
const keepsOne = (page: Page) => page.getByRole('button', { name: /^Keep as action: / });

/** A profile that a sector publishes: what is wanted of each outcome, and nothing of how anybody stands. */
const community = [
  'CSF 2.0 Core,CSF 2.0 Outcomes,Priority (recommended),Rationale (recommended),Notes (optional)',
  'PR.AA-01,Identities,High,Attacks begin there,',
  'PR.AA-05,Rights,Medium,,See the guide of the sector',
  'PR.DS-11,Backups,Low,,',
].join('\n');

describe.skipIf(!hasBrowser)('the plan of a CSF profile', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;
  let profile: string;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    const { ask } = programme;
    await ask('PUT', `/frameworks/${csf}/adoption`, {});
    await addControl(programme, 'AC-01', 'Access reviews');
    profile = (await ask('POST', '/profiles', { name: 'Two years', framework: csf })).id;
    for (const requirement of ['PR.AA-05', 'GV.PO-01', 'RC.RP-01'])
      await ask('PUT', `/profiles/${profile}/targets/${requirement}`, {
        priority: 'high',
        due: '2040-06-30',
      });
    const stated = { controls: ['AC-01'], framework: csf, requirement: 'PR.AA-05' };
    const { id } = await ask('POST', '/claims', stated);
    await ask('POST', `/claims/${id}/confirmation`, {});
    opened = await openApp(ground.browser, ground.served, { path: programme.at('/csf-profile') });
  });

  afterAll(() => opened?.close());

  const titles = async () =>
    (await programme.ask('GET', '/actions')).rows.map(({ title }: { title: string }) => title).sort();
  const planned = ['GV.PO-01', 'RC.RP-01', 'Show that AC-01 works: Access reviews'];

  it('given three gaps, when all proposals of the plan are kept, then they stand in the plan and among the actions, and nothing is proposed twice', async () => {
    const { page } = opened;
    await plan(page).getByRole('rowheader').nth(2).waitFor();
    expect(await plan(page).getByRole('rowheader').count()).toBe(3);
    expect(await titles()).toEqual([]);

    await page.getByRole('button', { name: 'Keep all 3 proposals as actions' }).click();
    await page.getByText('3 actions are kept.').waitFor();
    await keepsOne(page).first().waitFor({ state: 'hidden' });
    expect(await plan(page).getByRole('rowheader').count()).toBe(3);
    const kept = await titles();
    expect(kept).toHaveLength(3);
    for (const [at, part] of planned.entries()) expect(kept[at]).toContain(part);

    await page.reload();
    await plan(page).getByRole('link', { name: 'Show that AC-01 works: Access reviews' }).waitFor();
    expect(await keepsOne(page).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Keep all/ }).count()).toBe(0);

    await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Actions' }).click();
    const list = page.getByRole('grid', { name: 'Actions, mine first' });
    for (const title of kept) await list.getByRole('rowheader', { name: title }).waitFor();
  });

  it('given a plan that is kept, when one more outcome is wanted, then that alone is proposed', async () => {
    const { page } = opened;
    await programme.ask('PUT', `/profiles/${profile}/targets/DE.CM-01`, { priority: 'low' });
    await page.goto(`${ground.served.base}${programme.at('/csf-profile')}`);
    await keepsOne(page).waitFor();
    await plan(page).getByRole('rowheader').nth(3).waitFor();
    expect(await plan(page).getByRole('rowheader').count()).toBe(4);
    await keepsOne(page).click();
    await page.getByText(/^Kept as action: DE\.CM-01/).waitFor();
    await keepsOne(page).waitFor({ state: 'hidden' });
    expect(await titles()).toHaveLength(4);
  });

  it('given targets of our own, when a community profile is dropped in, then it says what it would do, keeps ours, and overwrites them only when the switch says so', async () => {
    const { page, complaints } = opened;
    const target = async (requirement: string) => {
      const { rows } = await programme.ask('GET', `/views/csf-profile?profile=${profile}`);
      return rows.find(({ id }: { id: string }) => id === requirement).target;
    };
    await page.goto(`${ground.served.base}${programme.at('/csf-profile')}`);
    await page.getByRole('button', { name: 'Take in a profile' }).click();
    const dialog = page.getByRole('dialog', { name: 'Take in a profile' });
    const choose = () => dialog.getByRole('button', { name: 'choose a file' }).click();
    await chooseFile(page, choose, { name: 'sector.csv', mimeType: 'text/csv', text: community });
    await dialog.getByText('sector.csv would change 2 records.').waitFor();
    await dialog.getByText('Targets of your own that were kept: 1, the first PR.AA-05').waitFor();
    expect(await dialog.textContent()).not.toMatch(/`|--/);
    expect((await target('PR.AA-01'))?.wanted ?? false).toBe(false);

    await dialog.getByText('Also overwrite targets of our own').click();
    await dialog.getByText('sector.csv would change 3 records.').waitFor();
    await dialog.getByText('Also overwrite targets of our own').click();
    await dialog.getByText('sector.csv would change 2 records.').waitFor();
    await dialog.getByRole('button', { name: 'Take it in' }).click();
    await page.getByText('sector.csv is taken in.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    expect(await target('PR.AA-01')).toMatchObject({ wanted: true, priority: 'high' });
    expect(await target('PR.DS-11')).toMatchObject({ wanted: true, priority: 'low' });
    expect(await target('PR.AA-05')).toMatchObject({ wanted: true, priority: 'high', due: '2040-06-30' });
    expect(complaints).toEqual([]);
  });
});
