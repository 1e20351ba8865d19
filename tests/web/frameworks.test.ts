import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';
const proof = (page: Page) => page.getByRole('list', { name: /^Proof of/ });

/** Adds to the controls that a claim is to be of. */
async function pickControl(page: Page, code: string) {
  const dialog = page.getByRole('dialog', { name: /^These together meet|^A control for/ });
  await dialog.getByRole('combobox').first().fill(code);
  await page.getByRole('option', { name: new RegExp(`^${code}`) }).click();
}

describe.skipIf(!hasBrowser)('what controls and frameworks are to each other', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    for (const each of [iso, csf]) await programme.ask('PUT', `/frameworks/${each}/adoption`, {});
    await addControl(programme, 'AC-01', 'Access reviews');
    await addControl(programme, 'AC-02', 'Joiners and leavers');
    opened = await openApp(ground.browser, ground.served, {
      path: programme.at(`/requirements/${iso}/A.5.15`),
    });
  });

  afterAll(() => opened?.close());

  const why = (framework: string, requirement: string) =>
    programme.ask('GET', `/why/${framework}/${requirement}`);
  const showRequirement = async (page: Page, framework: string, requirement: string) => {
    await page.goto(`${ground.served.base}${programme.at(`/requirements/${framework}/${requirement}`)}`);
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${requirement}`) }).waitFor();
  };

  it('given two controls, when they are said to meet a requirement together, then it is proposed; when it is confirmed, then it counts', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'These together meet it' }).click();
    const dialog = page.getByRole('dialog', { name: 'These together meet A.5.15' });
    await pickControl(page, 'AC-01');
    expect(await dialog.getByRole('button', { name: 'Propose the claim' }).isDisabled()).toBe(true);
    await pickControl(page, 'AC-02');
    await dialog
      .getByRole('textbox', { name: 'Why' })
      .fill('Rights are given by one and looked over by the other.');
    await dialog.getByRole('button', { name: 'Propose the claim' }).click();
    await page.getByText('A claim of AC-01, AC-02 is proposed. Confirm it when it holds.').waitFor();
    await proof(page).getByRole('button', { name: 'Confirm the claim of AC-01, AC-02' }).waitFor();
    expect((await why(iso, 'A.5.15')).claims).toMatchObject([{ joint: true, state: 'proposed' }]);

    await proof(page).getByRole('button', { name: 'Confirm the claim of AC-01, AC-02' }).click();
    await page.getByText('The claim of AC-01, AC-02 is confirmed and counts.').waitFor();
    expect((await why(iso, 'A.5.15')).claims).toMatchObject([{ joint: true, state: 'confirmed' }]);
  });

  it('given a proposed claim, when it is refused with its reason, then it is gone from the proof and the reason is kept', async () => {
    const { page } = opened;
    const stated = { controls: ['AC-01'], framework: iso, requirement: 'A.5.18' };
    const { id } = await programme.ask('POST', '/claims', stated);
    await showRequirement(page, iso, 'A.5.18');
    await proof(page)
      .getByRole('button', { name: /Refuse.* the claim of AC-01$/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Refuse the proposed claim?' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('It looks at rights and gives none.');
    await dialog.getByRole('button', { name: 'Refuse the claim' }).click();
    await page.getByText('The claim of AC-01 is refused.').waitFor();
    await page.getByText('Nobody claims yet that a control meets it.').waitFor();
    expect((await why(iso, 'A.5.18')).claims).toEqual([]);
    const { rows } = await programme.ask('GET', `/records/claim/${id}/history`);
    expect(JSON.stringify(rows)).toContain('It looks at rights and gives none.');
  });

  it('given what would change a requirement, when it is looked at in what if, then the same is supposed there', async () => {
    const { page } = opened;
    await showRequirement(page, iso, 'A.5.15');
    await page
      .getByRole('link', { name: /^See it in what if.*AC-01/ })
      .first()
      .click();
    await page.getByRole('region', { name: 'What if' }).getByText('Nothing here is recorded.').waitFor();
    await page.getByText('A.5.15').first().waitFor();
    const supposed = new URL(page.url()).searchParams.get('set')?.split(',') ?? [];
    expect(supposed.sort()).toEqual(['AC-01=works', 'AC-02=works']);
  });

  it('given two requirements that ask the same, when that relation is stated and confirmed, then a result follows over it; when it is withdrawn, then none does', async () => {
    const { page, complaints } = opened;
    await showRequirement(page, iso, 'A.5.15');
    await page.getByRole('button', { name: 'State a relation' }).click();
    const dialog = page.getByRole('dialog', { name: 'How A.5.15 relates to another requirement' });
    await dialog.getByRole('button', { name: /Framework/ }).click();
    await page.getByRole('option', { name: /Cybersecurity Framework|CSF 2\.0/ }).click();
    await dialog.getByRole('combobox', { name: 'Requirement there' }).fill('PR.AA-05');
    await page.getByRole('option', { name: /^PR\.AA-05/ }).click();
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Both ask for rules on who may do what.');
    await dialog.getByRole('button', { name: 'State the relation' }).click();
    await page.getByText('The relation is stated, a draft until it is confirmed.').waitFor();
    const readings = page.locator('section', {
      has: page.getByRole('heading', { name: 'Our own relations' }),
    });
    await readings.getByText('Draft', { exact: true }).waitFor();

    await readings.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('The relation is confirmed.').waitFor();
    await readings.getByText('Confirmed', { exact: true }).waitFor();
    expect((await programme.ask('GET', '/relations')).rows).toMatchObject([{ status: 'confirmed' }]);

    await readings.getByRole('button', { name: 'Withdraw…' }).click();
    const asked = page.getByRole('dialog', { name: 'Withdraw the relation?' });
    await asked.getByRole('textbox', { name: 'Reason' }).fill('Theirs asks for more.');
    await asked.getByRole('button', { name: 'Withdraw the relation' }).click();
    await page.getByText('The relation is withdrawn.').waitFor();
    await readings.getByText('None yet.', { exact: false }).waitFor();
    expect((await why(iso, 'A.5.15')).relations).toEqual([]);
    expect(complaints.filter((text) => !/status of 409/.test(text))).toEqual([]);
  });

  it('given the starter library, when one more control of it is adopted, then it stands in the library with what it is proposed for, and the dialog counts it', async () => {
    const { page } = opened;
    await page.goto(`${ground.served.base}${programme.at('/library')}`);
    await page.getByRole('button', { name: 'Bring in' }).click();
    await page.getByRole('menuitem', { name: 'Starter library' }).click();
    const dialog = page.getByRole('dialog', { name: 'Starter library' });
    const said = dialog.getByText(/controls written by us/);
    expect(await said.textContent()).toContain(': 0 adopted, 0 adopted and retired since');
    await dialog.getByRole('searchbox', { name: 'Word' }).fill('NET-02');
    await dialog.getByRole('checkbox', { name: /^Choose NET-02/ }).click();
    await dialog.getByText(/^1 control would be added, \d+ claims proposed\.$/).waitFor();
    expect((await programme.ask('GET', '/controls')).total).toBe(2);
    await dialog.getByRole('button', { name: 'Adopt 1 control' }).click();
    await page.getByText(/^1 control adopted, \d+ claims proposed$/).waitFor();
    await dialog.getByText(': 1 adopted, 0 adopted and retired since', { exact: false }).waitFor();
    await dialog
      .getByRole('row', { name: /NET-02/ })
      .getByText('Adopted')
      .waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    const { rows } = await programme.ask('GET', '/controls?text=NET-02');
    expect(rows).toMatchObject([{ code: 'NET-02', implementation: 'planned' }]);
    expect(rows[0].unconfirmed).toBeGreaterThan(0);
    await page.getByRole('grid', { name: 'Controls' }).getByRole('rowheader', { name: rows[0].name }).click();
    const panel = page.getByRole('complementary', { name: 'Control' });
    await panel
      .getByText(/proposed/)
      .first()
      .waitFor();

    await panel.getByRole('button', { name: 'Retire' }).click();
    const asked = page.getByRole('dialog', { name: /NET-02/ });
    await asked.getByRole('textbox', { name: 'Reason' }).fill('Bought in.');
    await asked.getByRole('button', { name: 'Retire' }).click();
    await asked.waitFor({ state: 'hidden' });
    await page.goto(`${ground.served.base}${programme.at('/library?do=starter')}`);
    await dialog.getByText(': 0 adopted, 1 adopted and retired since', { exact: false }).waitFor();
  });
});
