import { beforeAll, describe, expect, it } from 'vitest';
import { chooseFile, faultsOf, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const csf = 'nist-csf-2.0';
const head = '"CSF Outcome (Function, Category, or Subcategory)",Target Priority';

/** The report as we write it: a table of gaps stands below that of the profile. */
const report = {
  name: 'profile.csv',
  mimeType: 'text/csv',
  text: `${head}
PR.AA-05,High
PR.AA-01,Medium

Gaps

${head}
PR.AA-05,High

About this report

Made by,Concord
`,
};

describe.skipIf(!hasBrowser)('a profile that is taken in', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', `/frameworks/${csf}/adoption`, {});
    await programme.ask('POST', '/profiles', { name: 'Two years', framework: csf });
  });

  it('given a report with several tables, when one is chosen, then it is read; taken in, it changes nothing any more', async () => {
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: `${programme.at('/csf-profile')}?dialog=take-in`,
    });
    const dialog = page.getByRole('dialog');
    const choose = (file = report) =>
      chooseFile(page, () => dialog.getByRole('button', { name: 'Choose a file' }).click(), file);
    await choose({ ...report, name: 'empty.csv', text: `${head}\n` });
    await dialog.getByText('has the headings of a profile and no row below them').waitFor();
    await dialog.getByRole('button', { name: 'Another file' }).click();
    await choose();
    await dialog.getByText(/Several sheets of “profile\.csv” hold a profile/).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Take “profile.csv”' }).click();
    await dialog.getByText('profile.csv would change 2 records').waitFor();
    await dialog.getByRole('button', { name: 'Take it in' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.goto(`${ground.served.base}${programme.at('/csf-profile')}?dialog=take-in`);
    await choose();
    await dialog.getByRole('button', { name: 'Take “Gaps”' }).click();
    await dialog.getByText('Nothing would change.').first().waitFor();
    // A preview that is refused stands in the console.
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([]);
    await close();
  });
});
