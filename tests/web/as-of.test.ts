import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { claim, createProgramme, type Programme } from '../testing/programme.ts';

const rooms = ['Home', 'Library', 'Evidence', 'Applicability', 'Frameworks', 'Documents', 'History'];

describe.skipIf(!hasBrowser)('another day', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;
  /** Position of the ledger at which the claim was not confirmed yet. */
  let before: number;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    const { ask, at } = programme;
    await ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    const operates = { frequency: 'quarterly', implementation: 'operating', effective: '2025-01-01' };
    await ask('POST', '/controls', { code: 'AC-01', name: 'Access reviews', ...operates });
    before = (await ask('GET', '/position')).position;
    await claim(programme, 'AC-01', 'A.5.15');
    const shown = { controls: ['AC-01'], outcome: 'works', collectedOn: '2025-03-01' };
    await ask('POST', '/evidence', { ...shown, title: 'Review of March', link: 'https://example.org/1' });
    const path = at('/requirements/iso27001-2022/A.5.15');
    opened = await openApp(ground.browser, ground.served, { path });
  });

  afterAll(() => opened?.close());

  const proof = () => opened.page.getByRole('list', { name: 'Proof of A.5.15' });
  const band = () => opened.page.getByRole('region', { name: 'Look at another day' });

  it('given a day before the ledger, when it is chosen, then it says when the ledger begins and offers that day; what was recorded later can be shown', async () => {
    const { page } = opened;
    await proof().getByText('Stale').first().waitFor();
    expect(await band().count()).toBe(0);
    await page.getByRole('button', { name: 'As of today' }).click();
    const dialog = page.getByRole('dialog', { name: 'Look at another day' });
    expect(await dialog.getByRole('radio', { name: /^As it was known at the end/ }).isChecked()).toBe(true);
    await dialog.getByRole('textbox', { name: 'As of' }).fill('20/03/2025');
    await dialog.getByRole('button', { name: 'Show', exact: true }).click();
    await dialog.getByText(/^The ledger begins on/).waitFor();
    await dialog.getByRole('button', { name: /^Show \d/ }).waitFor();
    await dialog.getByRole('button', { name: 'Show what was recorded of it later' }).click();
    await proof().getByText('Met, by our claim').waitFor();
    await band()
      .getByText(/As of Thursday,? 20 March 2025/)
      .waitFor();
    for (const room of rooms) {
      await page
        .getByRole('navigation', { name: 'Rooms' })
        .getByRole('link', { name: room, exact: true })
        .click();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await band()
        .getByText(/As of Thursday,? 20 March 2025/)
        .waitFor();
      expect(new URL(page.url()).searchParams.get('on')).toBe('2025-03-20');
    }
  });

  it('given that day, when a control is looked at, then nothing of it can be changed and the reason is said; back to now it can', async () => {
    const { page } = opened;
    await page.goto(`${ground.served.base}${programme.at('/library?control=AC-01&on=2025-03-20')}`);
    await page.getByText(/^The ledger begins on/).waitFor();
    await page.getByRole('button', { name: 'Show what was recorded of it later' }).click();
    const panel = page.getByRole('complementary', { name: 'Control' });
    await panel.getByText('You look at the past. Go back to now to change something.').first().waitFor();
    expect(await panel.getByRole('textbox', { name: 'Name' }).isEditable()).toBe(false);
    const deeds = [
      page.getByRole('button', { name: 'New control' }),
      panel.getByRole('button', { name: 'Retire' }),
    ];
    for (const deed of deeds) expect(await deed.getAttribute('aria-disabled')).toBe('true');
    await band().getByRole('button', { name: 'Back to now' }).click();
    await band().waitFor({ state: 'hidden' });
    const name = panel.getByRole('textbox', { name: 'Name' });
    await expect.poll(() => name.isEditable(), eventually).toBe(true);
    expect(new URL(page.url()).searchParams.get('on')).toBe(null);
  });

  it('given an entry of the ledger, when it is looked at as known then, then what came later is not known; the history is one step away', async () => {
    const { page, complaints } = opened;
    const path = programme.at('/requirements/iso27001-2022/A.5.15');
    await page.goto(`${ground.served.base}${path}`);
    await proof().getByText('Stale').first().waitFor();
    await page.getByRole('button', { name: 'As of today' }).click();
    const dialog = page.getByRole('dialog', { name: 'Look at another day' });
    await dialog.getByText('As known at an entry of the ledger').click();
    await dialog.getByRole('textbox', { name: 'As known at entry' }).fill(String(before));
    await dialog.getByRole('button', { name: 'Show' }).click();
    await band().getByText(`As known at entry ${before}`, { exact: false }).waitFor();
    await page.getByRole('button', { name: `As known at entry ${before}` }).waitFor();
    await proof().getByText('Unclaimed').waitFor();
    await band().getByRole('link', { name: 'Choose from the history' }).click();
    await page.getByRole('tab', { name: 'Day by day' }).waitFor();
    await band().getByText(`As known at entry ${before}`, { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('a day of a ledger with a past', () => {
  const ground = layGround();
  let opened: Opened;
  let organisation: string;
  let begins: string;
  let end: number;

  beforeAll(async () => {
    await ground.served.ask('POST', '/api/v1/demo', {});
    const { body: me } = await ground.served.ask('GET', '/api/v1/me');
    organisation = me.organisations[0].id;
    const position = (day: string) =>
      ground.served.ask('GET', `/api/v1/organisations/${organisation}/position?day=${day}`);
    begins = (await position('2000-01-01')).body.begins;
    end = (await position(dayAfter(begins, 60))).body.position;
    opened = await openApp(ground.browser, ground.served, { path: `/o/${organisation}` });
  });

  afterAll(() => opened?.close());

  const band = () => opened.page.getByRole('region', { name: 'Look at another day' });
  const said = () => Object.fromEntries(new URL(opened.page.url()).searchParams);

  it('when a day is chosen, then it is shown as it was known at its end; one press shows it with what is known today, and back', async () => {
    const { page } = opened;
    const day = dayAfter(begins, 60);
    await page.getByRole('button', { name: 'As of today' }).click();
    const dialog = page.getByRole('dialog', { name: 'Look at another day' });
    await dialog.getByRole('textbox', { name: 'As of' }).fill(day.split('-').reverse().join('/'));
    await dialog.getByRole('button', { name: 'Show', exact: true }).click();
    await band().getByText('as it was known at the end of that day', { exact: false }).waitFor();
    expect(said()).toEqual({ on: day, knownAt: String(end) });
    await band().getByRole('button', { name: 'With what is known today' }).click();
    await band().getByText('with what is known today about that day', { exact: false }).waitFor();
    expect(said()).toEqual({ on: day });
    await band().getByRole('button', { name: 'As it was known then' }).click();
    await band().getByText('as it was known at the end of that day', { exact: false }).waitFor();
    expect(said()).toEqual({ on: day, knownAt: String(end) });
    await page.goBack();
    await band().getByText('with what is known today about that day', { exact: false }).waitFor();
  });

  it('when a day before its first is asked for, then no room draws anything of it, and the first day is one press away', async () => {
    const { page, complaints } = opened;
    const before = dayAfter(begins, -40);
    for (const room of ['', '/library', '/csf-profile', '/statement-of-applicability']) {
      await page.goto(`${ground.served.base}/o/${organisation}${room}?on=${before}`);
      await page.getByText(/^The ledger begins on/).waitFor();
      expect(await page.getByRole('main').getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.getByRole('main').getByRole('img').count()).toBe(0);
    }
    await page.getByRole('button', { name: /^Show \d/ }).click();
    await band().getByText('as it was known at the end of that day', { exact: false }).waitFor();
    expect(said().on).toBe(begins);
    expect(complaints).toEqual([]);
  });
});

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
