import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const day = '2031-03-14';

async function sayWhoAndWhen(page: Page, dialog: Locator) {
  await dialog.getByRole('combobox', { name: 'Owner' }).fill('Petra');
  await page.getByRole('option', { name: 'Petra Huber' }).click();
  await dialog.getByText('It needs somebody and a day.').waitFor();
  await dialog.getByRole('textbox', { name: 'Due' }).fill('14 Mar 2031');
}

describe.skipIf(!hasBrowser)('an action from what is not as it should be', () => {
  const ground = layGround();
  let programme: Programme;
  let person: string;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    for (const framework of ['iso27001-2022', 'nis2-directive'])
      await programme.ask('PUT', `/frameworks/${framework}/adoption`, {});
    person = (await programme.ask('POST', '/people', { name: 'Petra Huber', role: 'none' })).id;
    await programme.ask('PUT', '/applicability/iso27001-2022/A.8.28', {
      applicable: true,
      reasons: [{ kind: 'risk', text: 'What is programmed here runs at customers.' }],
    });
  });

  const added = async (title: string) =>
    (await programme.ask('GET', '/actions')).rows.find((each: { title: string }) => each.title === title);

  it('given a line that is necessary and not in place, when somebody and a day are said, and only then, then an action leads to it', async () => {
    const path = programme.at('/statement-of-applicability');
    const { page, complaints, close } = await openApp(ground.browser, ground.served, { path });
    await page.getByRole('button', { name: /^Add an action.*A\.8\.28/ }).click();
    const dialog = page.getByRole('dialog', { name: 'An action for A.8.28' });
    const add = dialog.getByRole('button', { name: 'Add an action' });
    await dialog.getByText('It needs somebody and a day.').waitFor();
    expect(await add.isDisabled()).toBe(true);
    await sayWhoAndWhen(page, dialog);
    await add.click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await added('Put A.8.28 Secure coding in place')).toMatchObject({
      owner: person,
      due: day,
      closes: [{ kind: 'requirement', id: 'iso27001-2022/A.8.28' }],
    });
    expect(complaints).toEqual([]);
    await close();
  });

  it('given a duty that is not met, when an action is said whole, then it leads to the duty and the check is content', async () => {
    const judged = { judgement: 'not-met', reasons: 'The board has approved nothing.' };
    await programme.ask('POST', '/assessments/nis2-directive/20(1)', judged);
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: programme.at('/nis2'),
    });
    const offer = page.getByRole('button', { name: '20(1): add an action' });
    await offer.click();
    const dialog = page.getByRole('dialog', { name: '20(1): add an action' });
    const title = dialog.getByRole('textbox', { name: /^What is to be done/ });
    await title.fill('');
    await dialog.getByText('Say what is to be done, in a line.').waitFor();
    await title.fill('Let the board approve the measures');
    await sayWhoAndWhen(page, dialog);
    await title.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await added('Let the board approve the measures')).toMatchObject({
      owner: person,
      due: day,
      closes: [{ kind: 'requirement', id: 'nis2-directive/20(1)' }],
    });
    await offer.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await close();
  });
});
