import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const name = 'Havelmark Netz GmbH';
const figures = (page: Page) => page.getByRole('form', { name: 'Figures' });
const figure = (page: Page, label: string) => figures(page).getByRole('textbox', { name: label });

/** Writes a figure as a person does, and leaves the field. */
async function writeFigure(page: Page, label: string, value: string) {
  await figure(page, label).fill(value);
  await figure(page, label).press('Tab');
}

describe.skipIf(!hasBrowser)('legal entities under NIS 2', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/nis2-directive/adoption', {});
    opened = await openApp(ground.browser, ground.served, { path: programme.at('/nis2') });
  });

  afterAll(() => opened?.close());

  const kept = async () => (await programme.ask('GET', '/entities')).rows;
  const section = (page: Page) => page.locator('section', { has: page.getByRole('heading', { name }) });
  const trail = (page: Page) => section(page).getByRole('table', { name: 'The way through the articles' });

  it('given no entity, when figures are tried, then the class turns up and nothing is recorded; when they are recorded, then the class stands there with its articles', async () => {
    const { page } = opened;
    await page.getByRole('tab', { name: 'Who is bound' }).click();
    await page.getByText('No legal entity is recorded yet.').waitFor();
    await page.getByRole('button', { name: 'Try figures, or add an entity' }).click();
    await figure(page, 'Name').fill(name);
    await figures(page).getByRole('combobox', { name: 'What it does' }).fill('Systemhaus');
    await page.getByRole('option', { name: /^Managed service provider/ }).click();
    await figure(page, 'Established in').fill('de');
    await writeFigure(page, 'Persons, annual work units', '120');
    await writeFigure(page, 'Annual turnover', '24');
    await writeFigure(page, 'Balance sheet total', '11');
    await page.getByText('Important', { exact: true }).first().waitFor();
    expect(await kept()).toEqual([]);

    await page.getByRole('button', { name: 'Record as legal entity' }).click();
    await page.getByText(`${name} is recorded.`).waitFor();
    await section(page).getByText('Important', { exact: true }).first().waitFor();
    expect(await trail(page).getByRole('rowheader').count()).toBeGreaterThan(2);
    expect(
      await trail(page)
        .getByRole('rowheader', { name: /3\(2\)/ })
        .count(),
    ).toBeGreaterThan(0);
    expect(await kept()).toMatchObject([
      { name, establishedIn: ['DE'], alone: { persons: 120, turnover: 24_000_000, balance: 11_000_000 } },
    ]);
  });

  it('given an entity, then countries are called by their names wherever it is told, and its deeds stand clear of the note above', async () => {
    const { page } = opened;
    await section(page).getByRole('button', { name: 'What follows' }).click();
    await section(page)
      .getByText(/Here: Germany\.$/)
      .waitFor();
    const note = await section(page)
      .getByText(/^This is the baseline of the directive/)
      .boundingBox();
    const deed = await section(page)
      .getByRole('button', { name: 'Change figures, or try others' })
      .boundingBox();
    expect((deed?.y ?? 0) - (note?.y ?? 0) - (note?.height ?? 0)).toBeGreaterThanOrEqual(8);

    const other = await openApp(ground.browser, ground.served, {
      path: programme.at('/documents?tab=entities'),
      locale: 'de-DE',
    });
    await other.page.getByText('Deutschland', { exact: true }).waitFor();
    await other.close();
  });

  it('given an entity, when its figures are changed, then another class turns up; nothing else of it is changed', async () => {
    const { page } = opened;
    const [before] = await kept();
    await section(page).getByRole('button', { name: 'Change figures, or try others' }).click();
    const record = section(page).getByRole('button', { name: 'Record the change' });
    expect(await record.isDisabled()).toBe(true);
    await writeFigure(page, 'Persons, annual work units', '300');
    await figures(page).page().getByText('Essential', { exact: true }).first().waitFor();
    expect((await kept())[0].alone.persons).toBe(120);

    await record.click();
    await page.getByText(`${name} is changed.`).waitFor();
    await section(page).getByRole('button', { name: 'Change figures, or try others' }).waitFor();
    await section(page).getByText('Essential', { exact: true }).first().waitFor();
    expect(
      await trail(page)
        .getByRole('rowheader', { name: /3\(1\)/ })
        .count(),
    ).toBeGreaterThan(0);
    const [after] = await kept();
    expect(after).toMatchObject({
      ...before,
      alone: { ...before.alone, persons: 300 },
      revision: after.revision,
    });
  });

  it('given an entity, when it is ended, then it has no class any more and stays in the register; when that is taken back, then it stands again', async () => {
    const { page, complaints } = opened;
    await section(page).getByRole('button', { name: 'End the entity' }).click();
    const dialog = page.getByRole('dialog', { name: `End ${name}?` });
    await dialog.getByRole('textbox', { name: 'Why' }).fill('Merged into the parent.');
    await dialog.getByRole('button', { name: 'End the entity' }).click();
    await page.getByText(`${name} has ended.`).waitFor();
    await page.getByText('No legal entity is recorded yet.').waitFor();
    expect(await kept()).toMatchObject([{ name, state: 'ended' }]);

    await page.getByRole('button', { name: 'Undo' }).last().click();
    await section(page).getByText('Essential', { exact: true }).first().waitFor();
    expect(await kept()).toMatchObject([{ name, state: 'in-force' }]);
    expect(complaints).toEqual([]);
  });
});
