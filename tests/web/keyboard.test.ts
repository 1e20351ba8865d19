import { describe, expect, it } from 'vitest';
import { hasBrowser, layGround, openApp } from '../testing/browser.ts';
import { hasFocus, keys } from '../testing/hands.ts';
import { addEvidence, answerSevenQuestions, createProposed, takeStatement } from '../testing/journeys.ts';
import { addControl, claim, createProgramme } from '../testing/programme.ts';

describe.skipIf(!hasBrowser)('with the keys alone', () => {
  const ground = layGround();

  it('given an empty place, when the demo is loaded and removed again, then Home shows it, and set-up is back', async () => {
    const { page, close } = await openApp(ground.browser, ground.served);
    await keys.press(page.getByRole('button', { name: 'Load the demo' }));
    await page.getByRole('heading', { name: 'Needs you' }).waitFor();
    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    await keys.press(rooms.getByRole('link', { name: 'About and settings' }));
    const remove = page.getByRole('button', { name: 'Remove the demo' });
    await keys.press(remove);
    const question = page.getByRole('alertdialog', { name: 'Remove the demo organisation?' });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await hasFocus(remove)).toBe(true);
    await keys.press(remove);
    await keys.press(question.getByRole('button', { name: 'Remove the demo' }));
    await page.getByRole('heading', { level: 1, name: 'Where would you like to begin?' }).waitFor();
    await close();
  });

  it('given an empty place, when set-up is gone through, then the first Statement of Applicability is taken as PDF', async () => {
    const { page, close } = await openApp(ground.browser, ground.served);
    await answerSevenQuestions(page, keys);
    await createProposed(page, keys);
    const { bytes } = await takeStatement(page, keys);
    expect(bytes.subarray(0, 4).toString('latin1')).toBe('%PDF');
    await close();
  });

  it('given a claim that nothing shows, when evidence is added, then the proof turns to met', async () => {
    const programme = await createProgramme(ground);
    await programme.ask('PUT', '/frameworks/iso27001-2022/adoption', {});
    await addControl(programme, 'AC-01', 'Access reviews');
    await claim(programme, 'AC-01', 'A.5.15');
    const path = programme.at('/requirements/iso27001-2022/A.5.15');
    const { page, close } = await openApp(ground.browser, ground.served, { path });
    await addEvidence(page, keys, { name: 'Review.txt', mimeType: 'text/plain', text: 'reviewed' });
    // Going back is the browser's own key.
    await page.goBack();
    await page.getByRole('list', { name: 'Proof of A.5.15' }).getByText('Met, by our claim').waitFor();
    await close();
  });
});
