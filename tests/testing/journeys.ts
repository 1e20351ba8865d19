import type { Page } from 'playwright-core';
import { chooseFile, downloaded, type OwnFile, type Taken } from './browser.ts';
import type { Hand } from './hands.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const group = (page: Page, name: string) => page.getByRole('radiogroup', { name });

/** Answers the seven questions of an empty place, for a managed service provider of 120 people in Germany. */
export async function answerSevenQuestions(page: Page, hand: Hand): Promise<void> {
  await hand.press(button(page, 'Begin with your name'));
  await hand.write(page.getByRole('textbox', { name: 'Name of the organisation' }), 'Havelmark Energie GmbH');
  await hand.press(button(page, 'Next: what you do'));
  await hand.write(page.getByRole('searchbox', { name: 'Find an activity' }), 'managed service');
  await hand.tick(page.getByRole('checkbox', { name: /^Managed service provider/ }));
  await hand.press(button(page, 'Next: people and turnover'));
  await hand.write(page.getByRole('textbox', { name: 'People, as annual work units' }), '120');
  await hand.write(page.getByRole('textbox', { name: 'Turnover of the last closed year' }), '24');
  await hand.write(page.getByRole('textbox', { name: 'Balance sheet total' }), '11');
  await hand.choose(group(page, 'Do you have linked or partner enterprises?'), /^No$/);
  await hand.press(button(page, 'Next: where you work'));
  await hand.write(page.getByRole('searchbox', { name: 'Find a country' }), 'Germany');
  await hand.tick(page.getByRole('checkbox', { name: 'Established in: Germany' }));
  await hand.press(button(page, 'Next: what is in scope'));
  await hand.choose(group(page, 'It covers'), /^The whole organisation$/);
  await hand.press(button(page, 'Next: facts'));
  await hand.choose(group(page, 'Do you develop or change software?'), /^No$/);
  await hand.choose(group(page, 'Do you have premises of your own?'), /^Yes$/);
  await hand.press(button(page, 'Next: frameworks'));
  await hand.choose(group(page, 'Leads'), /^ISO\/IEC 27001/);
  await hand.press(button(page, 'See the proposal'));
  await page
    .getByRole('heading', { level: 1, name: 'A first programme for Havelmark Energie GmbH' })
    .waitFor();
}

/** Creates what was proposed and waits for what comes next. */
export async function createProposed(page: Page, hand: Hand): Promise<void> {
  await hand.press(button(page, 'Create the programme'));
  await page.getByRole('heading', { name: 'Steps' }).waitFor();
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
}

/** Goes to the Statement of Applicability and takes it along as PDF. */
export async function takeStatement(page: Page, hand: Hand): Promise<Taken> {
  await hand.press(
    page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Applicability' }),
  );
  await page.getByRole('heading', { level: 1, name: 'Statement of Applicability' }).waitFor();
  return downloaded(page, () => hand.pick(button(page, 'Take it as'), 'PDF'));
}

/** Opens a control from the proof of a requirement and adds a file to it as evidence. */
export async function addEvidence(page: Page, hand: Hand, file: OwnFile): Promise<void> {
  await hand.press(
    page.getByRole('list', { name: /^Proof of/ }).getByRole('link', { name: 'Access reviews' }),
  );
  const panel = page.getByRole('complementary', { name: 'Control' });
  await panel.getByText('Nothing shows that this works').waitFor();
  await chooseFile(page, () => hand.press(panel.getByRole('button', { name: 'choose a file' })), file);
  await hand.choose(
    panel.getByRole('radiogroup', { name: 'What it shows of the control' }),
    /^That it works$/,
  );
  await hand.press(panel.getByRole('button', { name: 'Record evidence' }));
  await page.getByText('AC-01: evidence recorded').waitFor();
  await panel.getByText('Nothing shows that this works').waitFor({ state: 'hidden' });
}
