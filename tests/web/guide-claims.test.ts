import { describe, expect, it } from 'vitest';
import { expectNoOverflow, faultsOf, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { mouse } from '../testing/hands.ts';
import { createProgramme } from '../testing/programme.ts';

const iso = 'iso27001-2022';

describe.skipIf(!hasBrowser)('confirming what working controls are claimed for', () => {
  const ground = layGround();

  it('given rows that were excluded, then what is claimed for them is passed over and told, and no check is raised by it', async () => {
    const programme = await createProgramme(ground);
    const { ask } = programme;
    for (const framework of [iso, 'nist-csf-2.0']) await ask('PUT', `/frameworks/${framework}/adoption`, {});
    await ask('POST', '/starter-library/adoption', { controls: ['DEV-01'] });
    const { id, revision } = await ask('GET', '/controls/DEV-01');
    const path = programme.at(`/controls/${id}`).replace('/o/', '/api/v1/organisations/');
    const working = { implementation: 'operating' };
    await ground.served.ask('PATCH', path, working, { 'if-match': `"${revision}"` });
    const claims = async (framework: string) =>
      (await ask('GET', `/controls/${id}`)).claimed.filter(
        (each: { framework: string }) => each.framework === framework,
      );
    const [excluded] = (await claims(iso)).filter(({ requirement }: { requirement: string }) =>
      requirement.startsWith('A.'),
    );
    const decided = { applicable: false, exclusionReason: 'Nothing is programmed here.' };
    await ask('PUT', `/applicability/${iso}/${excluded.requirement}`, decided);

    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: programme.at('/guide?do=claims'),
      viewport: { width: 390, height: 844 },
    });
    const dialog = page.getByRole('dialog', { name: 'Confirm the claims of working controls?' });
    await dialog.getByText(/decided not to be applicable, passed over: 1\./).waitFor();
    const way = dialog.getByRole('link', { name: 'See the excluded rows' });
    expect(await way.getAttribute('href')).toContain('/statement-of-applicability?applicable=no');
    await expectNoOverflow(page);
    expect(await faultsOf(page)).toEqual([]);
    await mouse.press(dialog.getByRole('button', { name: /^Confirm \d+ claims?$/ }));
    await dialog.waitFor({ state: 'hidden' });
    expect((await ask('GET', '/controls?toConfirm=true')).total).toBe(0);
    expect(
      (await claims('nist-csf-2.0')).every(({ state }: { state: string }) => state === 'confirmed'),
    ).toBe(true);
    const { checks } = await ask('GET', '/views/statement-of-applicability');
    expect(checks.filter((each: { id: string }) => each.id === 'SOA-04')).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
