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

const owned = {
  name: 'measures.csv',
  mimeType: 'text/csv',
  text: `Code,Name,Owner
O-1,Access reviews,Mira Albrecht
O-2,Backups,jonas@example.org
O-3,Visitors,IT department
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
    await dialog.getByText(/^Es lässt sich zurücknehmen/).waitFor();
    const offered = page.getByRole('button', { name: 'Rückgängig', includeHidden: true });
    await dialog.getByRole('button', { name: 'Zurücknehmen', exact: true }).click();
    await dialog.getByText('Zurückgenommen. Die Bibliothek ist wie zuvor.').waitFor();
    expect(await offered.count()).toBe(0);
    expect(await dialog.getByText(/^Übernommen/).count()).toBe(1);
    await expect.poll(codes, eventually).toEqual([]);
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

  it('given owners who are nobody here, when some are chosen by keyboard, then they stay chosen while the file is read otherwise, are added together, and the file is read again', async () => {
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: `${programme.at('/library')}?do=import`,
    });
    const dialog = page.getByRole('dialog');
    await chooseFile(page, () => dialog.getByRole('button', { name: 'Choose a file' }).click(), owned);
    await dialog.getByText('3 people whom the file names are nobody here').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Check it');
    await dialog.getByRole('button', { name: 'Add people', exact: true }).waitFor();
    for (const called of ['Mira Albrecht', 'jonas@example.org']) {
      await dialog.getByRole('checkbox', { name: called }).focus();
      await page.keyboard.press('Space');
    }
    await dialog.getByText('Give the name of jonas@example.org first.').waitFor();
    await dialog.getByRole('textbox', { name: 'Name of jonas@example.org' }).fill('Jonas Weber');
    if (shots) await page.screenshot({ path: `${shots}/strangers.png` });
    expect(await faultsOf(page)).toEqual([]);
    const isReadAgain = page.waitForResponse((response) => response.status() === 422);
    await dialog.getByRole('switch').focus();
    await page.keyboard.press('Space');
    await isReadAgain;
    const named = dialog.getByRole('textbox', { name: 'Name of jonas@example.org' });
    await expect.poll(() => named.inputValue(), eventually).toBe('Jonas Weber');
    await dialog.getByRole('button', { name: 'Add 2 people' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText('1 person whom the file names is nobody here').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('2 people are added');
    expect(await dialog.getByRole('row').filter({ hasText: 'Mira Albrecht' }).count()).toBe(0);
    const { people } = await programme.ask('GET', '');
    expect(
      people
        .filter(({ name }: { name: string }) => name !== 'Administrator')
        .map(({ name, mail, grants }: { name: string; mail: string; grants: unknown[] }) => [
          name,
          mail,
          grants,
        ])
        .sort(),
    ).toEqual([
      ['Jonas Weber', 'jonas@example.org', []],
      ['Mira Albrecht', '', []],
    ]);
    await dialog.getByRole('button', { name: 'Leave “Owner” out and check again' }).waitFor();
    await close();
    // A preview that is refused stands in the console.
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
  });
});
