import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { hasFocus, mouse, pressWhereItStands } from '../testing/hands.ts';
import { overtaken } from '../testing/overtaken.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

const unknown = /^Nobody is called that here/;

describe.skipIf(!hasBrowser)('somebody whom the organisation does not know yet', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
  });

  afterEach(() => opened?.close());

  const open = async (path: string) => {
    opened = await openApp(ground.browser, ground.served, { path: programme.at(path) });
    return opened.page;
  };
  const called = async (name: string) =>
    (await programme.ask('GET', '')).people.find((each: { name: string }) => each.name === name);
  const decided = async (row: string) =>
    (await programme.ask('GET', '/views/statement-of-applicability')).rows.find(
      ({ id }: { id: string }) => id === row,
    );

  it('given a control, when a person is added from the field of its owner, then it is theirs, and they stand among the people', async () => {
    const page = await open('/library?control=AC-01');
    const owner = page.getByRole('combobox', { name: 'Owner' });
    await owner.fill('Petra Huber');
    await page.getByRole('option', { name: 'Add “Petra Huber”' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a person' });
    expect(await dialog.getByRole('textbox', { name: /^Name of the person/ }).inputValue()).toBe(
      'Petra Huber',
    );
    await dialog.getByRole('button', { name: 'Add a person' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await programme.ask('GET', '/controls/AC-01')).owner, eventually)
      .toBe((await called('Petra Huber'))?.id);
    expect(await owner.inputValue()).toBe('Petra Huber');
    expect((await called('Petra Huber')).grants).toEqual([]);
    await page.goto(`${ground.served.base}${programme.at('/about')}`);
    await page.getByRole('row', { name: /^Petra Huber – No role/ }).waitFor();
    expect(opened.complaints).toEqual([]);
  });

  it('given a change of its owner that is on its way, when another name is typed meanwhile, then the name stays once the change is recorded', async () => {
    const { id } = await programme.ask('POST', '/people', { name: 'Mira Albrecht' });
    const page = await open('/library?control=AC-01');
    const owner = page.getByRole('combobox', { name: 'Owner' });
    await owner.fill('Mira');
    await overtaken(page, {
      method: 'PATCH',
      mine: () => page.getByRole('option', { name: 'Mira Albrecht' }).click(),
      theirs: () => owner.fill('Jonas Weber'),
    });
    await page.getByText('AC-01 changed: Owner').waitFor();
    expect((await programme.ask('GET', '/controls/AC-01')).owner).toBe(id);
    await page.getByRole('option', { name: 'Add “Jonas Weber”' }).waitFor();
    expect(await owner.inputValue()).toBe('Jonas Weber');
    expect(opened.complaints).toEqual([]);
  });

  it('given controls said family by family, when a person is added and it is recorded, then the next family begins without a name', async () => {
    for (const code of ['FA-01', 'FA-02'])
      await programme.ask('POST', '/controls', { code, name: code, family: `Family ${code}` });
    const page = await open('/guide?do=practice');
    const dialog = page.getByRole('dialog', { name: 'What works today, and who answers for it?' });
    const owner = dialog.getByRole('combobox', { name: 'Who answers for them' });
    await owner.fill('Jürgen Groß');
    await page.getByRole('option', { name: 'Add “Jürgen Groß”' }).click();
    const adding = page.getByRole('dialog', { name: 'Add a person' });
    await adding.getByRole('button', { name: 'Add a person' }).click();
    await adding.waitFor({ state: 'hidden' });
    expect(await owner.inputValue()).toBe('Jürgen Groß');
    await mouse.choose(dialog.getByRole('radiogroup', { name: 'All of these' }), /^Works$/);
    const family = dialog.getByRole('button', { name: /^Family/ });
    const before = await family.innerText();
    await dialog.getByRole('button', { name: 'Record', exact: true }).click();
    await expect.poll(() => family.innerText(), eventually).not.toBe(before);
    expect(await owner.inputValue()).toBe('');
    expect(await dialog.getByText(unknown).count()).toBe(0);
    expect(await owner.getAttribute('aria-invalid')).not.toBe('true');
    expect(opened.complaints).toEqual([]);
  });

  it('given a decision, when its owner is nobody here, then the name stays and nothing goes out, until somebody is chosen', async () => {
    const page = await open('/statement-of-applicability?row=A.8.28');
    const editor = page.getByRole('form', { name: /^Decision on A\.8\.28/, includeHidden: true });
    await mouse.choose(editor.getByRole('radiogroup', { name: 'Is it necessary?' }), /^No$/);
    await editor.getByRole('textbox', { name: 'Why it is not necessary' }).fill('Nothing is programmed.');
    const owner = editor.getByRole('combobox', { name: 'Who answers for it' });
    await owner.fill('Petra Hubre');
    // Left first: the list lies over the button.
    await owner.blur();
    await editor.getByText(unknown).waitFor();
    await pressWhereItStands(
      editor.getByRole('button', { name: 'Record the decision', includeHidden: true }),
    );
    await editor.getByText(unknown).waitFor();
    await expect.poll(() => hasFocus(owner), eventually).toBe(true);
    expect(await owner.inputValue()).toBe('Petra Hubre');
    expect(await owner.getAttribute('aria-invalid')).toBe('true');
    expect((await decided('A.8.28')).exclusionReason).toBe('');
    await owner.fill('petra huber');
    await editor.getByRole('button', { name: 'Record the decision', includeHidden: true }).click();
    await expect
      .poll(async () => (await decided('A.8.28')).exclusionReason, eventually)
      .toBe('Nothing is programmed.');
    expect((await decided('A.8.28')).owner).toBe((await called('Petra Huber')).id);
  });

  it('given two decisions at once, when their owner is nobody here, then they do not go out either', async () => {
    const page = await open('/statement-of-applicability');
    for (const row of ['A.5.1', 'A.5.2'])
      await mouse.tick(
        page.getByRole('checkbox', { name: new RegExp(`${row.replace('.', '\\.')}\\b`) }).first(),
      );
    await page.getByRole('button', { name: 'Decide together' }).click();
    const dialog = page.getByRole('dialog', { name: 'Decide on 2 rows' });
    await mouse.choose(dialog.getByRole('radiogroup', { name: 'Is it necessary?' }), /^No$/);
    await dialog.getByRole('textbox', { name: 'Why it is not necessary' }).fill('Nothing is programmed.');
    await dialog.getByRole('combobox', { name: 'Who answers for it' }).fill('Petra Hubre');
    await page.keyboard.press('Tab');
    await dialog.getByText(unknown).waitFor();
    await pressWhereItStands(dialog.getByRole('button', { name: 'Record 2 decisions' }));
    await expect
      .poll(() => hasFocus(dialog.getByRole('combobox', { name: 'Who answers for it' })), eventually)
      .toBe(true);
    expect((await decided('A.5.1')).exclusionReason).toBe('');
    await dialog.getByRole('combobox', { name: 'Who answers for it' }).fill('Petra Huber');
    await dialog.getByRole('button', { name: 'Record 2 decisions', includeHidden: true }).click();
    const { id } = await called('Petra Huber');
    await expect.poll(async () => (await decided('A.5.1')).owner, eventually).toBe(id);
  });
});
