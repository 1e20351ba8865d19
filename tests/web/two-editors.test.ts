import type { Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  eventually,
  expectNoOverflow,
  faultsOf,
  hasBrowser,
  layGround,
  type Opened,
  openApp,
} from '../testing/browser.ts';
import { keys } from '../testing/hands.ts';
import { overtaken } from '../testing/overtaken.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';
import { serve } from '../testing/vocabulary.ts';

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name' });
const statementOf = (page: Page) => page.getByRole('textbox', { name: 'How it works' });

describe.skipIf(!hasBrowser)('two editors of one control', () => {
  const ground = layGround();
  let programme: Programme;
  let mine: Opened;
  let theirs: Opened;
  let code: string;
  let count = 0;

  beforeAll(async () => {
    programme = await createProgramme(ground);
  });

  beforeEach(async () => {
    count += 1;
    code = `AC-0${count}`;
    await addControl(programme, code, 'Access reviews');
    const path = programme.at(`/library?control=${code}`);
    [mine, theirs] = await Promise.all([
      openApp(ground.browser, ground.served, { path }),
      openApp(ground.browser, ground.served, { path }),
    ]);
    await Promise.all([statementOf(mine.page).waitFor(), statementOf(theirs.page).waitFor()]);
  });

  afterEach(() => Promise.all([mine.close(), theirs.close()]));

  const control = () => programme.ask('GET', `/controls/${code}`);

  /** Typed and not left yet, while the other one records a change. */
  async function typeWhileTheOther(types: string, change: () => Promise<void>) {
    await statementOf(mine.page).fill(types);
    await change();
    await theirs.page.getByText(`${code} changed`).waitFor();
    expect(await statementOf(mine.page).inputValue()).toBe(types);
    await statementOf(mine.page).press('Tab');
  }

  async function theyChange(field: (page: Page) => ReturnType<typeof nameOf>, text: string) {
    await field(theirs.page).fill(text);
    await field(theirs.page).press('Tab');
  }

  const dialog = () => mine.page.getByRole('dialog', { name: /changed the same/ });

  it('given that the other changed another field, when mine is left, then both are kept and nobody is asked', async () => {
    await typeWhileTheOther('By hand.', () => theyChange(nameOf, 'Reviews of access'));
    await mine.page.getByText(`${code} changed: How it works`).waitFor();
    expect(await dialog().count()).toBe(0);
    expect(await control()).toMatchObject({ name: 'Reviews of access', statement: 'By hand.' });
    await expect.poll(() => nameOf(mine.page).inputValue(), eventually).toBe('Reviews of access');
    await expect.poll(() => statementOf(theirs.page).inputValue(), eventually).toBe('By hand.');
  });

  it('given that the other changed the same field, when mine is kept, then it says who it was and mine stands', async () => {
    const { body: me } = await ground.served.ask('GET', '/api/v1/me');
    await typeWhileTheOther('Mine.', () => theyChange(statementOf, 'Theirs.'));
    await dialog().waitFor();
    expect(await dialog().getByRole('heading', { level: 2 }).textContent()).toContain(me.name);
    const field = dialog().getByRole('region', { name: 'how it works', exact: true });
    await field.getByText('Mine.', { exact: true }).first().waitFor();
    await field.getByText('Theirs.', { exact: true }).first().waitFor();
    await field.getByText(`${me.name}, 1 minute ago`).waitFor();
    await dialog().getByText(`${me.name} changed how it works 1 minute ago, after you opened it.`).waitFor();
    expect(await dialog().evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
    for (const name of ['Keep mine', 'Take theirs'])
      expect(await dialog().getByRole('button', { name }).count()).toBe(1);
    expect(await dialog().getByRole('radio').count()).toBe(0);
    expect((await control()).statement).toBe('Theirs.');
    await dialog().getByRole('button', { name: 'Keep mine' }).click();
    await mine.page.getByText(`${code} changed: How it works`).waitFor();
    expect((await control()).statement).toBe('Mine.');
    await expect.poll(() => statementOf(theirs.page).inputValue(), eventually).toBe('Mine.');
  });

  it('given that the other changed the same field, when theirs is taken, then theirs stands and is shown', async () => {
    await typeWhileTheOther('Mine.', () => theyChange(statementOf, 'Theirs.'));
    await dialog().getByRole('button', { name: 'Take theirs' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => statementOf(mine.page).inputValue(), eventually).toBe('Theirs.');
    expect((await control()).statement).toBe('Theirs.');
  });

  it('given long texts of both, when both are to stand, then they are joined, can be written anew, and are recorded', async () => {
    const first = 'Accounts are checked every week.';
    await mine.page.setViewportSize({ width: 320, height: 640 });
    await statementOf(mine.page).fill(first);
    await statementOf(mine.page).press('Tab');
    await expect.poll(() => statementOf(theirs.page).inputValue(), eventually).toBe(first);
    await typeWhileTheOther('Accounts are checked every day.', () =>
      theyChange(statementOf, 'Accounts are checked every week, by the owner.'),
    );
    await dialog().getByText('Against what it was: left out: “week.”; new: “day.”').waitFor();
    await dialog().getByText(first, { exact: true }).first().waitFor();
    await expectNoOverflow(mine.page);
    expect(await faultsOf(mine.page)).toEqual([]);
    expect(await dialog().getByRole('radiogroup').count()).toBe(0);
    await keys.press(dialog().getByRole('button', { name: 'Keep both' }));
    const joined = dialog().getByRole('textbox', { name: 'Both, as it is to read' });
    expect(await joined.inputValue()).toBe(
      'Accounts are checked every week, by the owner.\n\nAccounts are checked every day.',
    );
    await keys.write(joined, 'Checked every day, by the owner.');
    await keys.press(dialog().getByRole('button', { name: 'Record it so' }));
    await dialog().waitFor({ state: 'hidden' });
    await expect
      .poll(async () => (await control()).statement, eventually)
      .toBe('Checked every day, by the owner.');
  });

  it('given that what joins both is refused, then it is asked again with what was written, and why', async () => {
    await typeWhileTheOther('Mine.', () => theyChange(statementOf, 'Theirs.'));
    await keys.press(dialog().getByRole('button', { name: 'Keep both' }));
    const joined = dialog().getByRole('textbox', { name: 'Both, as it is to read' });
    await joined.fill('a'.repeat(10_001));
    await dialog().getByText('At most 10,000 characters are taken here; these are 10,001.').waitFor();
    await joined.fill('Theirs, and mine.');
    const refusal = { status: 422, code: 'input.malformed', title: 'no', detail: 'Not so, for once.' };
    await mine.page.route(/\/controls\//, (route) =>
      route.request().method() === 'PATCH'
        ? route.fulfill({
            status: 422,
            contentType: 'application/problem+json',
            body: JSON.stringify(refusal),
          })
        : route.continue(),
    );
    await dialog().getByRole('button', { name: 'Record it so' }).click();
    await dialog().getByText('Not so, for once.').waitFor();
    expect(await joined.inputValue()).toBe('Theirs, and mine.');
    await mine.page.unroute(/\/controls\//);
    await dialog().getByRole('button', { name: 'Record it so' }).click();
    await expect.poll(async () => (await control()).statement, eventually).toBe('Theirs, and mine.');
  });

  it('given a coded value that both changed, then what it was, mine and theirs are said in words', async () => {
    const { revision } = await control();
    const address = `/api/v1/organisations/${programme.organisation}/controls/${code}`;
    const change = { implementation: 'planned', name: 'Reviews of access' };
    await overtaken(mine.page, {
      method: 'PATCH',
      mine: () => mine.page.getByRole('radiogroup', { name: 'In place' }).getByText('Partly').click(),
      theirs: () => ground.served.ask('PATCH', address, change, { 'if-match': `"${revision}"` }),
    });
    const field = dialog().getByRole('region', { name: 'implementation', exact: true });
    await field.getByText('Partly', { exact: true }).waitFor();
    for (const word of ['Operating', 'Planned']) await field.getByText(word, { exact: true }).waitFor();
    await dialog().getByText('Both stand without a question: name').waitFor();
    await dialog().getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await control()).implementation, eventually).toBe('partly');
    expect((await control()).name).toBe('Reviews of access');
    await mine.page.getByText(/changed meanwhile, and it stands beside yours: name/).waitFor();
  });

  it('given that the other changed the same field, when it is left for later, then mine stays in the field and is not asked about again', async () => {
    await typeWhileTheOther('Mine.', () => theyChange(statementOf, 'Theirs.'));
    await dialog().getByRole('button', { name: 'Close' }).click();
    await dialog().waitFor({ state: 'hidden' });
    for (const _ of [1, 2, 3]) await mine.page.waitForResponse((answer) => /\/position/.test(answer.url()));
    expect(await dialog().count()).toBe(0);
    expect(await statementOf(mine.page).inputValue()).toBe('Mine.');
    await mine.page
      .getByText(/has changed this meanwhile \(how it works\)/)
      .first()
      .waitFor();
    expect((await control()).statement).toBe('Theirs.');
    await statementOf(mine.page).fill('Mine, after all.');
    await statementOf(mine.page).press('Tab');
    await dialog().getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await control()).statement, eventually).toBe('Mine, after all.');
  });

  it('given that nobody else is there, when a second value is left before the first is answered, then both are recorded and nobody is asked', async () => {
    let answerFirst = () => {};
    const secondIsTyped = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    let held = 0;
    await mine.page.route(/\/controls\//, async (route) => {
      if (route.request().method() === 'PATCH') {
        held += 1;
        if (held === 1) await secondIsTyped;
      }
      await route.continue();
    });
    const first = mine.page.waitForRequest((request) => request.method() === 'PATCH');
    await statementOf(mine.page).fill('First.');
    await statementOf(mine.page).press('Tab');
    await first;
    await statementOf(mine.page).fill('Second.');
    await statementOf(mine.page).press('Tab');
    answerFirst();
    await expect.poll(() => mine.page.getByText(`${code} changed`).count(), eventually).toBe(2);
    expect(await dialog().count()).toBe(0);
    const { id, statement } = await control();
    expect(statement).toBe('Second.');
    const { rows } = await programme.ask('GET', `/records/control/${id}/history`);
    expect(rows).toHaveLength(3);
  });
});

describe.skipIf(!hasBrowser)('two editors of one decision of the Statement, which is said as a whole', () => {
  const ground = layGround();
  let programme: Programme;
  let mine: Opened;
  let row: string;
  const rows = ['A.8.1', 'A.8.2', 'A.8.3'];

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
  });

  beforeEach(async () => {
    row = rows.shift() as string;
    await programme.ask('PUT', address(), was);
    const path = programme.at(`/statement-of-applicability?row=${row}`);
    mine = await openApp(ground.browser, ground.served, { path });
    await why().waitFor();
  });

  afterEach(() => mine.close());

  const was = { applicable: false, exclusionReason: 'No devices.', reviewOn: '2099-01-01' };
  const address = () => `/applicability/iso27001-2022/${row}`;
  const why = () => mine.page.getByRole('textbox', { name: 'Why it is not necessary' });
  const dialog = () => mine.page.getByRole('dialog', { name: /changed the same/ });

  /** Mine is on its way when they decide. */
  const recordAfter = (body: object) =>
    overtaken(mine.page, {
      method: 'PUT',
      mine: () => mine.page.getByRole('button', { name: 'Record the decision' }).click(),
      theirs: () => theyDecide(body),
    });

  async function decision() {
    const { rows: all } = await programme.ask('GET', '/views/statement-of-applicability');
    return all.find(({ id }: { id: string }) => id === row);
  }

  async function theyDecide(body: object) {
    const { revision } = await decision();
    const path = programme.at(address()).replace('/o/', '/api/v1/organisations/');
    const told = await ground.served.ask('PUT', path, body, { 'if-match': `"${revision}"` });
    expect(told.status).toBe(200);
  }

  it('given that they took out another member, when mine is recorded, then it stays out, mine stands, and nobody is asked', async () => {
    await why().fill('No devices of our own.');
    await recordAfter({ applicable: false, exclusionReason: was.exclusionReason });
    await expect
      .poll(async () => (await decision()).exclusionReason, eventually)
      .toBe('No devices of our own.');
    expect(await decision()).not.toHaveProperty('reviewOn');
    expect(await dialog().count()).toBe(0);
    await mine.page.getByText(/changed meanwhile, and it stands beside yours: day of the next/).waitFor();
  });

  it('given that both say another reason, when both are to stand, then they are joined, and what they alone changed stands', async () => {
    await why().fill('Mine.');
    await recordAfter({ ...was, exclusionReason: 'Theirs.', reviewOn: '2098-01-01' });
    await dialog().getByRole('region', { name: 'reason for exclusion' }).getByText('Theirs.').waitFor();
    await dialog().getByText('Both stand without a question: day of the next review').waitFor();
    await dialog().getByRole('button', { name: 'Keep both' }).click();
    await dialog().getByRole('button', { name: 'Record it so' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await expect
      .poll(decision, eventually)
      .toMatchObject({ exclusionReason: 'Theirs.\n\nMine.', reviewOn: '2098-01-01' });
  });

  it('given that both decided, and otherwise, then one of the two has to stand', async () => {
    await why().fill('Mine.');
    await recordAfter({ applicable: true, reasons: [{ kind: 'risk', text: 'They are lost.' }] });
    await dialog().getByText('so one of the two has to stand', { exact: false }).waitFor();
    expect(await dialog().getByRole('radiogroup').count()).toBe(0);
    await dialog().getByRole('button', { name: 'Keep mine' }).click();
    await expect
      .poll(decision, eventually)
      .toMatchObject({ applicability: 'excluded', exclusionReason: 'Mine.' });
  });
});

describe.skipIf(!hasBrowser)('an editor whose server was gone', () => {
  const ground = layGround();

  it('given that the other changed the same meanwhile, when it is left for later, then mine is shown to be sent again, and not asked about by itself', async () => {
    const programme = await createProgramme(ground);
    await addControl(programme, 'AC-01', 'Access reviews');
    const path = programme.at('/library?control=AC-01');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    const dialog = page.getByRole('dialog', { name: /changed the same/ });
    const held = page.getByRole('region', { name: 'A change that was not recorded' });
    await statementOf(page).fill('Mine.');
    await ground.served.end('SIGKILL');
    await statementOf(page).press('Tab');
    await page.getByText('Your change is kept here and goes out when it is back.').waitFor();
    ground.served = await serve(ground.place, { PORT: String(ground.served.port) });
    const { revision } = await programme.ask('GET', '/controls/AC-01');
    const address = `${programme.at('/controls/AC-01').replace('/o/', '/api/v1/organisations/')}`;
    const theirs = await ground.served.ask(
      'PATCH',
      address,
      { statement: 'Theirs.' },
      { 'if-match': `"${revision}"` },
    );
    expect(theirs.status).toBe(200);

    await page.goto(`${ground.served.base}${path}&token=${ground.served.token}`);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await held.getByText('Mine.').waitFor();
    for (const _ of [1, 2, 3]) await page.waitForResponse((answer) => /\/position/.test(answer.url()));
    expect(await dialog.count()).toBe(0);
    await page.reload();
    await held.getByRole('button', { name: 'Send again' }).click();
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await held.waitFor({ state: 'hidden' });
    // It is no longer held as soon as it is under way.
    await expect
      .poll(async () => (await programme.ask('GET', '/controls/AC-01')).statement, eventually)
      .toBe('Mine.');
    await close();
  });
});
