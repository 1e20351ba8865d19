import { beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { mouse } from '../testing/hands.ts';
import { addEvidence } from '../testing/journeys.ts';
import { addControl, claim, createProgramme, type Programme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('evidence of a control', () => {
  const ground = layGround();
  let programme: Programme;

  beforeAll(async () => {
    programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
    await claim(programme, 'AC-01', 'A.5.15');
  });

  it('given a claim that nothing shows, when the owner of the control adds a file in its panel, then the proof of the requirement turns to met', async () => {
    const path = programme.at('/requirements/iso27001-2022/A.5.15');
    const opened = await openApp(ground.browser, ground.served, { path });
    const { page, complaints } = opened;
    const proof = page.getByRole('list', { name: 'Proof of A.5.15' });
    await proof.getByText('Nothing shows that AC-01 works.').waitFor();
    expect(await proof.getByText('Met, by our claim').count()).toBe(0);
    const panel = page.getByRole('complementary', { name: 'Control' });

    const review = { name: 'Review of March.txt', mimeType: 'text/plain', text: 'all accounts reviewed' };
    await addEvidence(page, mouse, review);
    await panel.getByRole('link', { name: 'Review of March' }).waitFor();

    await page.goBack();
    await proof.getByText('Met, by our claim').waitFor();
    await proof.getByRole('link', { name: 'Review of March' }).waitFor();
    await page.getByText('AC-01 is confirmed to meet it and is shown to work.').waitFor();
    expect(complaints).toEqual([]);
    await opened.close();
  });
});
