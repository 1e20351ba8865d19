import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chooseFile, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { mouse } from '../testing/hands.ts';
import { answerSevenQuestions, createProposed, takeStatement } from '../testing/journeys.ts';

/** Presses and lets go where it stands at first, as a hand does: whatever moves in between is not followed. */
async function clickWhereItStands(page: Page, aim: Locator): Promise<void> {
  const box = await aim.evaluate((element) => {
    const { x, y, width, height } = (element as unknown as Sized).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  await page.mouse.move(box.x, box.y);
  await page.mouse.down();
  // Two frames: what leaving the field changed is drawn.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.mouse.up();
}

interface Sized {
  getBoundingClientRect(): Record<'x' | 'y' | 'width' | 'height', number>;
}

describe.skipIf(!hasBrowser)('set-up', () => {
  const ground = layGround();

  it('given figures that are none or could be two, when somebody goes on, then they are told and kept; made right, they are read as meant, and what is clicked next does not move', async () => {
    const opened = await openApp(ground.browser, ground.served);
    const { page, complaints } = opened;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Begin with your name').click();
    await page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Figures GmbH');
    await button('Next: what you do').click();
    await button('Next: people and turnover').click();
    const people = page.getByRole('textbox', { name: 'People, as annual work units' });
    const turnover = page.getByRole('textbox', { name: 'Turnover of the last closed year' });
    await turnover.fill('1.200');
    await button('Next: where you work').click();
    const twoWays = page.getByText('This can be read in two ways. Write 1200 or 1.2. Your entry is kept.');
    await twoWays.waitFor();
    expect(await turnover.inputValue()).toBe('1.200');
    await turnover.fill('28,5');
    await twoWays.waitFor({ state: 'hidden' });
    for (const [typed, told] of [
      ['abc', /^This is no number/],
      ['-5', /^The smallest number here is 0/],
      ['1e9', /^This is no number/],
      ['99999999999999', /^The largest number here is/],
    ] as const) {
      await people.fill(typed);
      await button('Next: where you work').click();
      await page.getByRole('alert').getByText(told).waitFor();
      expect(await people.inputValue()).toBe(typed);
    }
    await people.fill('1.200');
    // What was told is gone while it is typed: the click that leaves the field finds what it aimed at.
    const linked = page.getByRole('radiogroup', { name: 'Do you have linked or partner enterprises?' });
    await clickWhereItStands(page, linked.getByRole('radio', { name: 'No', exact: true }));
    expect(await linked.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true);
    await button('Next: where you work').click();
    await page.getByRole('searchbox', { name: 'Find a country' }).waitFor();
    const kept = (await page.evaluate("localStorage.getItem('concord.set-up.answers')")) as string | null;
    expect(JSON.parse(kept ?? '')).toMatchObject({ persons: 1200, turnover: 28.5 });
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('given a name that no document can bear, when somebody goes on, then that is said there, and it is mended with one press', async () => {
    const opened = await openApp(ground.browser, ground.served);
    const { page, complaints } = opened;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Begin with your name').click();
    const name = page.getByRole('textbox', { name: 'Name of the organisation' });
    await name.fill('Muster KG \u200fשלום');
    await page
      .getByText(/^This is no name that a document can bear/)
      .first()
      .waitFor();
    expect(await button('Next: what you do').isDisabled()).toBe(true);
    await button('Take it out').click();
    expect(await name.inputValue()).toBe('Muster KG שלום');
    await button('Next: what you do').click();
    const search = page.getByRole('searchbox', { name: 'Find an activity' });
    await search.fill('Spedition');
    await page.getByText('“Spedition” is in neither annex').waitFor();
    await search.fill('logistics');
    await page.getByText(/Only who collects, sorts, transports and delivers post and parcels/).waitFor();
    await page.getByText('“logistics” can also be something in neither annex').waitFor();
    await page.getByRole('button', { name: 'None of these' }).click();
    await page.getByText('Out of scope').first().waitFor();
    await search.fill('managed service');
    await mouse.tick(page.getByRole('checkbox', { name: /^Managed service provider/ }));
    await button('Next: people and turnover').click();
    const people = page.getByRole('textbox', { name: 'People, as annual work units' });
    const follows = page.getByRole('complementary', { name: 'What follows so far' });
    await people.fill('1200');
    await people.blur();
    await follows.getByText(/1,200/).first().waitFor();
    expect(await people.inputValue()).toBe('1,200');
    await people.fill('abc');
    await people.blur();
    await follows.getByText(/1,200/).first().waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('given an answer that the server refuses, when the programme is created, then the way leads back to its question', async () => {
    const opened = await openApp(ground.browser, ground.served);
    const { page } = opened;
    const run = {
      id: crypto.randomUUID(),
      name: 'Muster',
      steps: [{ operation: 'organisations create', input: { name: 'Muster \u200f KG' } }],
      came: [],
    };
    await page.evaluate(
      `localStorage.setItem('concord.set-up.run', ${JSON.stringify(JSON.stringify(run))});
       localStorage.setItem('concord.set-up.answers', ${JSON.stringify(JSON.stringify({ name: 'Muster' }))})`,
    );
    await page.goto(`${ground.served.base}/set-up?at=creation`);
    await page.getByRole('button', { name: 'Change the answer' }).click();
    await page.getByRole('textbox', { name: 'Name of the organisation' }).waitFor();
    expect(await page.evaluate("localStorage.getItem('concord.set-up.run')")).toBe(null);
    await opened.close();
  });

  it('given part of a word, when Enter is pressed, then the zone that fits is taken; a step begins at its top; hospitals are found', async () => {
    const opened = await openApp(ground.browser, ground.served);
    const { page, complaints } = opened;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Begin with your name').click();
    await page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Zones GmbH');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('brus');
    await page.getByRole('option', { name: 'Europe/Brussels' }).waitFor();
    await zone.press('Enter');
    await page.getByRole('option').first().waitFor({ state: 'hidden' });
    expect(await zone.inputValue()).toBe('Europe/Brussels');
    await button('Next: what you do').click();
    await page.getByRole('searchbox', { name: 'Find an activity' }).fill('Krankenhaus');
    await page.getByRole('checkbox', { name: /^Healthcare providers/ }).waitFor();
    await page.getByRole('searchbox', { name: 'Find an activity' }).fill('');
    await page.getByRole('checkbox', { name: /^None of these/ }).check({ force: true });
    await page.getByText('Out of scope').first().waitFor();
    await page.evaluate('window.scrollTo(0, 10000)');
    await button('Next: people and turnover').click();
    await page.getByRole('heading', { level: 1, name: /^How many people/ }).waitFor();
    expect(await page.evaluate('window.scrollY')).toBe(0);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await button('Next: where you work').click();
    await button('Next: what is in scope').click();
    await mouse.choose(page.getByRole('radiogroup', { name: 'It covers' }), /^A part of it$/);
    await page.getByText('Write which part it covers first; one sentence does.').waitFor();
    expect(await button('Next: facts').isDisabled()).toBe(true);
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('given an empty place, when seven questions are answered, then their class and library follow, and the first Statement of Applicability can be taken as PDF', async () => {
    const opened = await openApp(ground.browser, ground.served);
    const { page, complaints } = opened;
    await answerSevenQuestions(page, mouse);
    await page.getByText('Essential entity').or(page.getByText('Important entity')).first().waitFor();
    expect((await ground.served.ask('GET', '/api/v1/organisations')).body.rows).toEqual([]);

    // Nobody answered about remote work, cloud and suppliers: what rests on them is told apart, and not ticked.
    await page.getByText(/^\d+ rows need your look$/).waitFor();
    expect(await page.getByRole('checkbox', { name: /^A\.5\.19 / }).isChecked()).toBe(false);
    await mouse.tick(page.getByRole('checkbox', { name: /^A\.5\.20 / }));

    await createProposed(page, mouse);
    const { rows } = (await ground.served.ask('GET', '/api/v1/organisations')).body;
    expect(rows).toMatchObject([{ name: 'Havelmark Energie GmbH' }]);
    const inside = (path: string) =>
      ground.served.ask('GET', `/api/v1/organisations/${rows[0].id}${path}`).then(({ body }) => body);
    expect((await inside('/controls')).total).toBeGreaterThan(100);
    expect((await inside('/entities')).rows).toHaveLength(1);
    const standing = new Map<string, string>(
      (await inside('/views/statement-of-applicability')).rows.map((row: Record<string, string>) => [
        row.id,
        row.applicability,
      ]),
    );
    expect(['A.5.1', 'A.5.19', 'A.5.20', 'A.8.28'].map((id) => standing.get(id))).toEqual([
      'applicable',
      'undecided',
      'applicable',
      'excluded',
    ]);
    await page.getByText('It is stated: “The whole of Havelmark Energie GmbH with all it does.”').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Next: Decide Annex A' }).waitFor();
    expect(await page.getByRole('button', { name: /^Confirm/ }).count(), 'nothing works yet').toBe(0);

    // What works is said in lots; only of that are claims confirmed.
    await mouse.press(page.getByRole('button', { name: 'Say it family by family' }));
    const lots = page.getByRole('dialog', { name: 'What works today, and who answers for it?' });
    await mouse.choose(lots.getByRole('radiogroup', { name: 'All of these' }), /^Works$/);
    await mouse.press(lots.getByRole('button', { name: 'Record', exact: true }));
    await page.getByText(/controls are recorded so\.$/).waitFor();
    await mouse.press(lots.getByRole('button', { name: 'Close', exact: true }).last());
    const working = (await inside('/controls?implementation=operating&limit=1000')).rows as { id: string }[];
    expect(working.length).toBeGreaterThan(2);
    await mouse.press(page.getByRole('button', { name: 'Confirm by family' }));
    const claims = page.getByRole('dialog', { name: 'Confirm the claims of working controls?' });
    await mouse.press(claims.getByRole('button', { name: /^Confirm \d+ claims$/ }));
    await claims.waitFor({ state: 'hidden' });
    expect((await inside('/controls?toConfirm=true')).total).toBe(0);
    expect((await inside('/controls?unconfirmed=true&implementation=planned')).total).toBeGreaterThan(50);

    // The checks are told together; what is not in place is planned for all rows at once.
    await mouse.press(
      page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Applicability' }),
    );
    const told = page.getByRole('list', { name: 'What the checks say, by check' });
    await told.getByText(/^\d+ rows are necessary and not, or not fully, in place/).waitFor();
    await mouse.press(told.getByRole('button', { name: /^Plan \d+ together$/ }));
    const plan = page.getByRole('dialog', { name: /^Plan \d+ together$/ });
    await mouse.write(plan.getByRole('textbox', { name: 'By' }), '31/12/2027');
    await page.keyboard.press('Tab');
    await mouse.press(plan.getByRole('button', { name: /^Add \d actions$/ }));
    await plan.waitFor({ state: 'hidden' });
    const { checks } = await inside('/views/statement-of-applicability');
    expect(checks.filter(({ id }: { id: string }) => id === 'SOA-06')).toEqual([]);

    const { name, bytes } = await takeStatement(page, mouse);
    expect(name).toMatch(/\.pdf$/);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF');
    expect(complaints).toEqual([]);
    await opened.close();
  });

  it('given a certificate whose controls name people, when they are chosen, then they are added and the controls are theirs', async () => {
    const opened = await openApp(ground.browser, ground.served, { path: '/set-up?at=certificate' });
    const { page } = opened;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Certified GmbH');
    await button('Go on').click();
    await button('Do this later').click();
    await page.getByRole('heading', { level: 1, name: 'Bring your controls' }).waitFor();
    const file = {
      name: 'controls.csv',
      mimeType: 'text/csv',
      text: 'Code,Name,Owner\nZ-1,Gates,Mira Albrecht\n',
    };
    await chooseFile(page, () => page.getByRole('button', { name: 'choose a file' }).click(), file);
    await page.getByText('1 person whom the file names is nobody here').waitFor();
    await page.getByText('Add the people above, mend the file, or drop another.').waitFor();
    await mouse.tick(page.getByRole('checkbox', { name: 'Mira Albrecht' }));
    await button('Add 1 person').click();
    await page.getByText(/^controls\.csv can be taken in/).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('1 person is added');
    await button('Take in the controls').click();
    await page
      .getByRole('heading', { level: 1, name: 'What should stand beside the certificate?' })
      .waitFor();
    const { rows } = (await ground.served.ask('GET', '/api/v1/organisations')).body;
    const { id } = rows.find(({ name }: { name: string }) => name === 'Certified GmbH');
    const ask = async (path: string) =>
      (await ground.served.ask('GET', `/api/v1/organisations/${id}${path}`)).body;
    const mira = (await ask('')).people.find(({ name }: { name: string }) => name === 'Mira Albrecht');
    expect((await ask('/controls/Z-1')).owner).toBe(mira.id);
    await opened.close();
  });
});
