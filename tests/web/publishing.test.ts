import { beforeAll, describe, expect, it } from 'vitest';
import { eventually, hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { createProgramme, type Programme } from '../testing/programme.ts';

const report = 'statement-of-applicability';

describe.skipIf(!hasBrowser)('publishing a statement with findings open', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
  });

  const openErrors = async (): Promise<number> => (await programme.ask('GET', `/views/${report}`)).checked.E;
  const published = async () => (await programme.ask('GET', `/reports/${report}/publications`)).rows;

  it('given errors, then both rooms say how many before it, and it is published all the same', async () => {
    const errors = await openErrors();
    expect(errors).toBeGreaterThan(1);
    const { page, complaints, close } = await openApp(ground.browser, ground.served, {
      path: programme.at(`/${report}`),
    });
    await page.getByText(`${errors} errors are open.`).waitFor();
    await page.getByText('A version can be published with them, and lists them.').waitFor();
    const dialog = page.getByRole('dialog', { name: 'Publish Statement of Applicability, version 1?' });
    const warning = dialog.getByText(`Still open: ${errors} errors`, { exact: false });
    await page.getByRole('button', { name: 'Publish version 1' }).click();
    await warning.waitFor();
    await dialog.getByRole('button', { name: 'Not yet' }).click();

    await page.goto(`${ground.served.base}${programme.at(`/documents?report=${report}`)}`);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await warning.waitFor();
    await dialog.getByRole('button', { name: 'Publish version 1' }).click();
    await page.getByText('Statement of Applicability, version 1, is published.').waitFor();
    expect(await published()).toMatchObject([{ version: 1 }]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('given a version, while the versions are still on their way, then no number is said of the next and nothing of the last', async () => {
    const { page, close } = await openApp(ground.browser, ground.served, { path: programme.at('/') });
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(
      (address) => address.pathname.endsWith(`/reports/${report}/publications`),
      async (route) => {
        await held;
        await route.continue();
      },
    );
    await page.goto(`${ground.served.base}${programme.at(`/${report}`)}`);
    const publish = page.getByRole('button', { name: /^Publish/ });
    await publish.waitFor();
    expect(await publish.textContent()).toBe('Publish');
    expect(await publish.getAttribute('aria-disabled')).toBe('true');
    await page.getByText(/errors are open\./).waitFor();
    expect(await page.getByText('No version is published yet.').count()).toBe(0);
    answer();
    await expect.poll(() => publish.textContent(), eventually).toBe('Publish version 2');
    expect(await publish.getAttribute('aria-disabled')).toBeNull();
    await close();
  });
});
