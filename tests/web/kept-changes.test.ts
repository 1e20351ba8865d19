import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { overtaken } from '../testing/overtaken.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';
import { serve } from '../testing/vocabulary.ts';

const csf = 'nist-csf-2.0';
const conflict = (page: Page) => page.getByRole('dialog', { name: /changed the same/ });

describe.skipIf(!hasBrowser)('records that are not there yet', () => {
  const ground = layGround();

  it('given two frameworks and two frequencies, when one is set after the other, then each is recorded and nobody is asked', async () => {
    const programme = await createProgramme(ground);
    const { page, close, complaints } = await openApp(ground.browser, ground.served, {
      path: programme.at('/frameworks'),
    });
    for (const done of [1, 2]) {
      await page
        .getByRole('button', { name: /^Adopt… / })
        .first()
        .click();
      await page.getByRole('button', { name: 'Adopt the framework' }).click();
      await page
        .getByText('is adopted.')
        .nth(done - 1)
        .waitFor();
    }
    await page.goto(`${ground.served.base}${programme.at('/evidence?tab=frequencies')}`);
    for (const often of ['Monthly', 'Quarterly']) {
      await page.getByRole('button', { name: `Change ${often}: how long evidence counts` }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Days of grace' }).fill('9');
      await dialog.getByRole('textbox', { name: 'Why' }).fill('Agreed.');
      await dialog.getByRole('button', { name: 'Set', exact: true }).click();
      await page.getByText(`${often}: how long evidence counts is set`).waitFor();
    }
    const { rows } = await programme.ask('GET', '/frequencies');
    const ours = rows.filter(({ basis }: { basis: string }) => basis !== 'practice');
    expect(ours.map(({ graceDays }: { graceDays: number }) => graceDays)).toEqual([9, 9]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(!hasBrowser)('an outcome of a CSF profile nobody has spoken of', () => {
  const ground = layGround();
  let programme: Programme;
  let profile: string;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', `/frameworks/${csf}/adoption`, {});
    profile = (await programme.ask('POST', '/profiles', { name: 'Two years', framework: csf })).id;
  });

  const said = async (requirement: string) => {
    const { rows } = await programme.ask('GET', `/views/csf-profile?profile=${profile}`);
    return rows.find(({ id }: { id: string }) => id === requirement);
  };
  const openOutcome = (requirement: string) =>
    openApp(ground.browser, ground.served, {
      path: programme.at(`/csf-profile?category=PR.AA&outcome=${requirement}`),
    });
  const choosePriority = async (page: Page, name: RegExp, value: string) => {
    await page.getByRole('button', { name }).click();
    await page.getByRole('option', { name: value }).click();
  };
  const write = async (page: Page, name: string, text: string) => {
    const field = page.getByRole('textbox', { name, exact: true });
    await field.fill(text);
    await field.press('Tab');
  };

  it('when a second member of its target is set before the first is answered, then both stand and nobody is asked', async () => {
    const { page, close } = await openOutcome('PR.AA-01');
    let answerFirst = () => {};
    const secondIsTyped = new Promise<void>((resolve) => {
      answerFirst = resolve;
    });
    let sent = 0;
    await page.route(/\/targets\//, async (route) => {
      sent += 1;
      if (sent === 1) await secondIsTyped;
      await route.continue();
    });
    const first = page.waitForRequest((request) => request.method() === 'PUT');
    await choosePriority(page, /Priority$/, 'High');
    await first;
    await write(page, 'Why', 'Attacks begin there.');
    answerFirst();
    const wanted = { wanted: true, priority: 'high', rationale: 'Attacks begin there.' };
    await expect.poll(async () => (await said('PR.AA-01')).target, eventually).toMatchObject(wanted);
    expect(await conflict(page).count()).toBe(0);
    await close();
  });

  it('when somebody else has spoken of it and that is not read yet, then both stand and nobody is asked', async () => {
    const { page, close } = await openOutcome('PR.AA-03');
    await page.getByRole('textbox', { name: 'How it stands, in your words' }).waitFor();
    await overtaken(page, {
      method: 'PATCH',
      mine: () => choosePriority(page, /How much it matters today$/, 'Low'),
      theirs: () => programme.ask('PATCH', `/profiles/${profile}/outcomes/PR.AA-03`, { status: 'Theirs.' }),
    });
    const both = { text: 'Theirs.', priority: 'low' };
    await expect.poll(async () => (await said('PR.AA-03')).status, eventually).toMatchObject(both);
    expect(await conflict(page).count()).toBe(0);
    await close();
  });

  it('when two members of its target and two words of its status are said without the server, then all are recorded once it is back', async () => {
    const { page, close } = await openOutcome('PR.AA-05');
    const status = page.getByRole('textbox', { name: 'How it stands, in your words' });
    await status.waitFor();
    await ground.served.end('SIGKILL');
    await choosePriority(page, /Priority$/, 'High');
    await write(page, 'Why', 'Attacks begin there.');
    await status.fill('Half done.');
    await status.press('Tab');
    await choosePriority(page, /How much it matters today$/, 'Low');
    await page.getByText('Your 4 changes are kept here').waitFor();
    expect(await status.inputValue()).toBe('Half done.');
    await page.getByRole('button', { name: 'Show what waits' }).click();
    const waiting = page.getByRole('list', { name: 'What waits' });
    expect(await waiting.getByRole('listitem').count()).toBe(4);
    await waiting.getByText('Attacks begin there.').waitFor();

    ground.served = await serve(ground.place, { PORT: String(ground.served.port) });
    await page.goto(`${ground.served.base}${programme.at('/csf-profile')}?token=${ground.served.token}`);
    await expect
      .poll(async () => (await said('PR.AA-05')).target, eventually)
      .toMatchObject({ wanted: true, priority: 'high', rationale: 'Attacks begin there.' });
    await expect
      .poll(async () => (await said('PR.AA-05')).status, eventually)
      .toMatchObject({ text: 'Half done.', priority: 'low' });
    await page.getByText('kept here').waitFor({ state: 'hidden' });
    expect(await conflict(page).count()).toBe(0);
    expect(await page.getByRole('region', { name: 'A change that was not recorded' }).count()).toBe(0);
    await close();
  });
});

describe.skipIf(!hasBrowser)('a change that was kept', () => {
  const ground = layGround();
  let programme: Programme;
  let code: string;
  let count = 0;

  beforeAll(async () => {
    programme = await createProgramme(ground);
  });

  beforeEach(async () => {
    count += 1;
    code = `AC-0${count}`;
    await addControl(programme, code, 'Access reviews');
  });

  const isSaving = (address: URL) => address.pathname.includes('/controls/');
  const control = () => programme.ask('GET', `/controls/${code}`);
  const openControl = () =>
    openApp(ground.browser, ground.served, { path: programme.at(`/library?control=${code}`) });
  const field = (page: Page, name: string) => page.getByRole('textbox', { name });
  const write = async (page: Page, name: string, text: string) => {
    await field(page, name).fill(text);
    await field(page, name).press('Tab');
  };

  it('when the server fails over it, then it is held and what was kept after it goes out; given up, its field shows what is recorded and takes the same again', async () => {
    const { page, close } = await openControl();
    await field(page, 'How it works').waitFor();
    await page.route(isSaving, (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await write(page, 'How it works', 'By hand.');
    await write(page, 'Name', 'Reviews of access');
    await page.getByText('2 changes are kept here').waitFor();
    expect(await field(page, 'How it works').inputValue()).toBe('By hand.');

    let fails = 0;
    await page.unroute(isSaving);
    await page.route(isSaving, async (route) => {
      if (route.request().method() !== 'PATCH' || fails > 0) return route.continue();
      fails += 1;
      const problem = { status: 500, code: 'internal', detail: 'Something broke.' };
      return route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      });
    });
    const held = page.getByRole('region', { name: 'A change that was not recorded' });
    await held.getByText('Something broke.').waitFor();
    await held.getByText('By hand.', { exact: true }).waitFor();
    expect((await control()).statement ?? '').toBe('');
    await expect.poll(async () => (await control()).name, eventually).toBe('Reviews of access');

    await held.getByRole('button', { name: 'Give it up' }).click();
    await held.waitFor({ state: 'hidden' });
    await expect.poll(() => field(page, 'How it works').inputValue(), eventually).toBe('');
    await write(page, 'How it works', 'By hand.');
    await expect.poll(async () => (await control()).statement, eventually).toBe('By hand.');
    await close();
  });

  it('when theirs is taken for it, then its field shows theirs', async () => {
    const { page, close } = await openControl();
    await field(page, 'How it works').waitFor();
    await page.route(isSaving, (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await write(page, 'How it works', 'Mine.');
    await page.getByText('is kept here').waitFor();
    const { revision } = await control();
    const address = `/api/v1/organisations/${programme.organisation}/controls/${code}`;
    await ground.served.ask('PATCH', address, { statement: 'Theirs.' }, { 'if-match': `"${revision}"` });
    await page.unroute(isSaving);
    await conflict(page).getByRole('button', { name: 'Take theirs' }).click();
    await expect.poll(() => field(page, 'How it works').inputValue(), eventually).toBe('Theirs.');
    await write(page, 'How it works', 'Mine.');
    await expect.poll(async () => (await control()).statement, eventually).toBe('Mine.');
    await close();
  });

  it('when one at once is left for later and its field is left once more, then it is asked about again', async () => {
    const { page, close } = await openControl();
    await field(page, 'How it works').fill('Mine.');
    const { revision } = await control();
    const address = `/api/v1/organisations/${programme.organisation}/controls/${code}`;
    await ground.served.ask('PATCH', address, { statement: 'Theirs.' }, { 'if-match': `"${revision}"` });
    await field(page, 'How it works').press('Tab');
    await conflict(page).getByRole('button', { name: 'Close' }).click();
    await conflict(page).waitFor({ state: 'hidden' });
    await field(page, 'How it works').focus();
    await field(page, 'How it works').press('Tab');
    await conflict(page).getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await control()).statement, eventually).toBe('Mine.');
    await close();
  });
});
