import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, type Opened, openApp } from '../testing/browser.ts';
import { addControl, createProgramme, type Programme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('an address that narrows a list by what is not there', () => {
  const ground = layGround();
  let programme: Programme;
  let opened: Opened;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
    await programme.ask('POST', '/evidence', {
      controls: ['AC-01'],
      outcome: 'works',
      title: 'Review of March',
      link: 'https://example.org/review',
    });
  });

  afterAll(() => opened?.close());

  it.each([
    ['owner=gone', 'Owner', 'There is no person “gone” in this organisation.'],
    ['scope=gone', 'Scope', 'There is no scope “gone”.'],
    ['family=gone', 'Family', 'No control of the library belongs to a family “gone”.'],
    ['property=gone', 'Security property', 'Property: is none of these: -, Availability'],
  ])(
    'given /library?%s, then the library stands, with the filter and why nothing is found, and without it all is found',
    async (asked, filter, says) => {
      opened = await openApp(ground.browser, ground.served, { path: programme.at(`/library?${asked}`) });
      const { page } = opened;
      await page.getByText(says).first().waitFor();
      await page.getByRole('heading', { name: 'Library', exact: true }).waitFor();
      await page.getByRole('button', { name: `Without “${filter}: gone” there is 1` }).click();
      await page.getByRole('rowheader', { name: 'Access reviews' }).waitFor();
      await opened.close();
    },
  );

  it('given /evidence?control=gone, then the evidence stands and says that there is no such control', async () => {
    opened = await openApp(ground.browser, ground.served, { path: programme.at('/evidence?control=gone') });
    const { page } = opened;
    await page.getByText('There is no control “gone”.').first().waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('rowheader', { name: 'Review of March' }).waitFor();
    await expect.poll(() => page.url(), eventually).not.toContain('gone');
  });
});
