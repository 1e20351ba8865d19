import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const csf = 'nist-csf-2.0';
const directive = 'nis2-directive';

describe.skipIf(!hasBrowser)('a framework that is adopted after the controls', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await programme.ask('POST', '/starter-library/adoption', { all: true, without: ['ot', 'cloud'] });
  });

  const waiting = async (framework: string): Promise<number> => {
    const { rows } = await programme.ask('GET', '/starter-library/proposals');
    return rows.find((each: { framework: string }) => each.framework === framework).claims;
  };
  const proposedFor = async (framework: string): Promise<number> =>
    (await programme.ask('GET', `/controls?framework=${framework}&unconfirmed=true&limit=1`)).total;

  it('given its proposals are taken with it, then it is not empty; given they are left, then the guide says so and takes them', async () => {
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: programme.at('/frameworks'),
    });
    const forCsf = await waiting(csf);
    expect(forCsf).toBeGreaterThan(400);
    await page.getByRole('button', { name: 'Adopt… NIST Cybersecurity Framework', exact: true }).click();
    const taken = page.getByRole('checkbox', { name: new RegExp(`^Take over ${forCsf} proposed claims`) });
    await taken.waitFor();
    expect(await taken.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Adopt the framework' }).click();
    await page.getByText(`${forCsf} claims are proposed now`).waitFor();
    expect(await waiting(csf)).toBe(0);
    expect(await proposedFor(csf)).toBeGreaterThan(100);
    expect((await programme.ask('GET', '/controls?limit=1')).total).toBe(124);
    const rowOf = (name: RegExp) => page.getByRole('table', { name: 'Adopted' }).getByRole('row', { name });
    const toConfirm = rowOf(/NIST Cybersecurity/).getByRole('link', { name: /claims proposed$/ });
    expect(await toConfirm.getAttribute('href')).toContain(`framework=${csf}&unconfirmed=true`);

    const forDirective = await waiting(directive);
    await page.getByRole('button', { name: /^Adopt… NIS 2 Directive/ }).click();
    await page.getByText(`Take over ${forDirective} proposed claims`).click();
    await page.getByRole('button', { name: 'Adopt the framework' }).click();
    await page.getByText('is adopted.').last().waitFor();
    expect(await waiting(directive)).toBe(forDirective);
    const offered = `${forDirective} more in the starter library`;
    await rowOf(/NIS 2 Directive/)
      .getByRole('link', { name: offered })
      .waitFor();

    await page.goto(`${ground.served.base}${programme.at('/guide')}`);
    const step = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { level: 3, name: 'Take over controls' }),
    });
    await step.getByText(/^Begun$/).waitFor();
    await step.getByText(new RegExp(`${forDirective} claims that the starter library proposes`)).waitFor();
    await step.getByRole('button', { name: 'Take over proposed claims' }).click();
    await page.getByRole('button', { name: `Take over ${forDirective} claims` }).click();
    await step.getByText(/^Done$/).waitFor();
    expect(await waiting(directive)).toBe(0);

    // Two are not needed here: they are counted beside, and stand behind the link.
    await step.getByRole('link', { name: '2 more are not needed here.' }).click();
    await page.getByText('NET-06').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
