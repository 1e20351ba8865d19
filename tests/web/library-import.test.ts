import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, eventually, faultsOf, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const list = {
  name: 'maßnahmen.csv',
  mimeType: 'text/csv',
  text: `Nr.;Maßnahme;Umsetzung;Turnus;Aktenzeichen
Z-1;Zutritt zu Räumen;umgesetzt;monatlich;4711
Z-2;Besucherbuch;teilweise;jährlich;4712
`,
};

const odd = {
  ...list,
  text: `Pos;Vorgang;Umsetzung;Turnus
Y-1;Schlüssel;ungefähr;monatlich
Y-2;Ausweise;umgesetzt;jährlich
`,
};

const shots = process.env.CONCORD_SHOTS;

describe.skipIf(!hasBrowser)('a list of controls in German', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    if (shots) mkdirSync(shots, { recursive: true });
  });

  const codes = async () =>
    (await programme.ask('GET', '/controls')).rows.map(({ code }: { code: string }) => code).sort();

  async function openImport() {
    return openApp(ground.browser, ground.served, {
      path: `${programme.at('/library')}?do=import`,
      locale: 'de-DE',
    });
  }

  it('given one column of nobody’s, when it is imported, then it is told apart, left out with a note, and the rest is taken in', async () => {
    const { page, complaints, close } = await openImport();
    const dialog = page.getByRole('dialog');
    await chooseFile(page, () => dialog.getByRole('button', { name: 'Datei auswählen' }).click(), list);
    await dialog.getByText('Eine Spalte wird nicht gelesen').waitFor();
    expect(
      await dialog.getByRole('button', { name: 'Weggelassen Aktenzeichen lesen als' }).count(),
    ).toBeLessThan(2);
    await dialog.getByText('4711').first().waitFor();
    if (shots) await page.screenshot({ path: `${shots}/columns.png` });
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Zeilen prüfen' }).click();
    await dialog.getByText(/nicht gelesene Spalten: Aktenzeichen/).waitFor();
    if (shots) await page.screenshot({ path: `${shots}/check.png` });
    await dialog.getByRole('button', { name: 'Übernehmen', exact: true }).click();
    await dialog.getByText(/nicht gelesene Spalten: Aktenzeichen/).waitFor();
    await expect.poll(codes, eventually).toEqual(['Z-1', 'Z-2']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('given headings nobody knows, when it is said what they are, then faults are told in German and the rows are read', async () => {
    const { page, close } = await openImport();
    const dialog = page.getByRole('dialog');
    await chooseFile(page, () => dialog.getByRole('button', { name: 'Datei auswählen' }).click(), odd);
    await dialog.getByText('Geben Sie an, welche Spalte das ist: Kennung.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Zeilen prüfen' }).isDisabled()).toBe(true);
    for (const [column, field] of [
      ['Pos', 'Kennung'],
      ['Vorgang', 'Bezeichnung'],
    ] as const) {
      await dialog
        .getByRole('row', { name: new RegExp(`^${column}`) })
        .getByRole('button')
        .click();
      await page.getByRole('option', { name: field, exact: true }).click();
    }
    await dialog.getByRole('button', { name: 'Zeilen prüfen' }).click();
    await dialog.getByText(/„ungefähr“.*geplant, teilweise, umgesetzt/).waitFor();
    if (shots) await page.screenshot({ path: `${shots}/faults.png` });
    await dialog.getByRole('button', { name: 'Zurück zu den Spalten' }).click();
    await dialog
      .getByRole('row', { name: /^Umsetzung/ })
      .getByRole('button')
      .click();
    await page.getByRole('option', { name: 'Weggelassen', exact: true }).click();
    await dialog.getByRole('button', { name: 'Zeilen prüfen' }).click();
    await dialog.getByText('kann übernommen werden').waitFor();
    await close();
  });
});
