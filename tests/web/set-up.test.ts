import { describe, expect, it } from 'vitest';
import { hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { mouse } from '../testing/hands.ts';
import { answerSevenQuestions, createProposed, takeStatement } from '../testing/journeys.ts';

describe.skipIf(!hasBrowser)('set-up', () => {
  const ground = layGround();

  it('given figures that are none or could be two, when somebody goes on, then they are told and kept; with either decimal mark they are read as meant', async () => {
    const opened = await openApp(ground.browser, ground.served);
    const { page, complaints } = opened;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await button('Begin with your name').click();
    await page.getByRole('textbox', { name: 'Name of the organisation' }).fill('Figures GmbH');
    await button('Next: what you do').click();
    await button('Next: people and turnover').click();
    const people = page.getByRole('textbox', { name: 'People, as annual work units' });
    for (const [typed, told] of [
      ['1.200', 'This can be read in two ways. Write 1200 or 1.2. Your entry is kept.'],
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
    await people.fill('1200');
    await page.getByRole('textbox', { name: 'Turnover of the last closed year' }).fill('28,5');
    await button('Next: where you work').click();
    await page.getByRole('searchbox', { name: 'Find a country' }).waitFor();
    const kept = (await page.evaluate("localStorage.getItem('concord.set-up.answers')")) as string | null;
    expect(JSON.parse(kept ?? '')).toMatchObject({ persons: 1200, turnover: 28.5 });
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
    await page
      .getByText('The scope is stated')
      .or(page.getByText('It is stated what the programme covers.'))
      .waitFor();

    const { name, bytes } = await takeStatement(page, mouse);
    expect(name).toMatch(/\.pdf$/);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF');
    expect(complaints).toEqual([]);
    await opened.close();
  });
});
