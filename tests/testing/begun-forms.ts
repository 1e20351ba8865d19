import type { Locator, Page } from 'playwright-core';
import { mouse } from './hands.ts';

/** Of each record there are two: the one whose form is begun, and the other. */
export type Which = 'one' | 'other';

type Two = Readonly<Record<Which, { readonly id: string }>>;

/** Ids of what a form is about. */
export interface Laid {
  readonly profiles: Two;
  readonly actions: Two;
  readonly parties: Two;
}

/** A form of which the text is typed, and not sent at first. */
interface BegunForm {
  readonly name: string;
  readonly path: (laid: Laid, which: Which) => string;
  readonly open: (page: Page, laid: Laid, which: Which) => Promise<void>;
  /** What is typed, where the field takes only words of a kind. */
  readonly text?: string;
  /** What is chosen before the text is typed. */
  readonly before?: (page: Page) => Promise<void>;
  readonly field: (page: Page) => Locator;
  readonly send: (page: Page) => Promise<void>;
  /** How it is opened again, once Escape has closed it; left out where it stands in no dialog. */
  readonly again?: (page: Page) => Promise<void>;
}

const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'));
const inDialog = (name: string) => (page: Page) => dialog(page).getByRole('textbox', { name });
const pressInDialog = (name: string) => (page: Page) =>
  mouse.press(dialog(page).getByRole('button', { name, exact: true }));
const pressOf = (name: string | RegExp) => async (page: Page) =>
  mouse.press(page.getByRole('button', { name }).first());
/** What stands beside a list. */
export const panel = (page: Page) => page.getByRole('complementary');
const by = <Value>(which: Which, one: Value, other: Value) => (which === 'one' ? one : other);

const pressBy = (one: string, other: string) => (page: Page, _: Laid, which: Which) =>
  pressOf(by(which, one, other))(page);
const addPerson = (name: string) => async (page: Page) => {
  await page.getByRole('combobox', { name: 'Owner' }).fill(name);
  await page.getByRole('option', { name: `Add “${name}”` }).click();
};
const frequency = (name: string) => (page: Page) =>
  mouse.press(
    page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('button')
      .first(),
  );

const tick = async (page: Page, names: readonly string[]) => {
  for (const name of names)
    await mouse.tick(
      page.getByRole('checkbox', { name: new RegExp(`${name.replaceAll('.', '\\.')}\\b`) }).first(),
    );
};
const pickOf = async (field: Locator, text: string, option: RegExp) => {
  await field.fill(text);
  await field.page().getByRole('option', { name: option }).first().click();
};
const selectOf = async (page: Page, field: RegExp, option: string) => {
  await mouse.press(dialog(page).getByRole('button', { name: field }));
  await page.getByRole('option', { name: option }).first().click();
};

const ofStatement: readonly BegunForm[] = [
  {
    name: 'decisions on many rows of the Statement',
    path: () => '/statement-of-applicability',
    open: async (page, _, which) => {
      await tick(page, by(which, ['A.5.1', 'A.5.2'], ['A.5.1', 'A.5.3']));
      await mouse.press(page.getByRole('button', { name: 'Decide together' }));
    },
    before: (page) => mouse.choose(dialog(page).getByRole('radiogroup', { name: /necessary/ }), /^Yes$/),
    field: inDialog('Why'),
    send: pressInDialog('Record 2 decisions'),
    again: pressOf('Decide together'),
  },
];

const ofRequirement: readonly BegunForm[] = [
  {
    name: 'a reading of how a requirement lies to another',
    path: (_, which) => `/requirements/iso27001-2022/${by(which, 'A.5.18', 'A.5.17')}`,
    open: pressOf('State a relation'),
    before: async (page) => {
      await selectOf(page, /Framework/, 'NIST');
      const there = dialog(page).getByRole('combobox', { name: 'Requirement there' });
      await pickOf(there, 'PR.AA-05', /PR\.AA-05/);
    },
    field: inDialog('Why'),
    send: pressInDialog('State the relation'),
    again: pressOf('State a relation'),
  },
];

const ofLibrary: readonly BegunForm[] = [
  {
    name: 'the reason why a claim is refused',
    path: (_, which) => `/library?control=${by(which, 'AC-01', 'AC-02')}`,
    open: pressOf(/^Refuse$/),
    field: inDialog('Reason'),
    send: pressInDialog('Refuse'),
    again: pressOf(/^Refuse$/),
  },
  {
    name: 'a claim that is added to a control',
    path: (_, which) => `/library?control=${by(which, 'AC-03', 'AC-04')}`,
    open: pressOf('Add a claim'),
    before: (page) =>
      pickOf(dialog(page).getByRole('combobox', { name: 'Requirement' }), 'A.5.15', /^A\.5\.15/),
    field: inDialog('Why'),
    send: pressInDialog('State the claim'),
    again: pressOf('Add a claim'),
  },
  {
    name: 'the reason why many controls are retired',
    path: () => '/library',
    open: async (page, _, which) => {
      await tick(page, by(which, ['AC-01', 'AC-02'], ['AC-01', 'AC-03']));
      await mouse.press(page.getByRole('button', { name: 'Retire …' }));
    },
    field: inDialog('Reason'),
    send: pressInDialog('Retire'),
    again: pressOf('Retire …'),
  },
];

/** Address of a profile. */
export const csf = (laid: Laid, which: Which, more = '') =>
  `/csf-profile?profile=${laid.profiles[which].id}${more}`;

const ofProfile: readonly BegunForm[] = [
  {
    name: 'the tiers of an organisation',
    path: (laid, which) => csf(laid, which),
    open: pressOf('Choose tiers'),
    before: (page) => selectOf(page, /Governing risk, current/, '2 Risk informed'),
    field: inDialog('Why'),
    send: pressInDialog('Record the tiers'),
    again: pressOf('Choose tiers'),
  },
  {
    name: 'the score of an outcome',
    path: (laid, which) => csf(laid, 'one', `&category=PR.AA&outcome=${by(which, 'PR.AA-05', 'PR.AA-01')}`),
    open: async () => undefined,
    field: (page) => panel(page).getByRole('textbox', { name: 'What was looked at, and why this value' }),
    send: pressOf('Record the score'),
  },
  {
    name: 'the reason why a profile ends',
    path: (laid, which) => csf(laid, which, '&dialog=retire'),
    open: async () => undefined,
    field: inDialog('Why'),
    send: pressInDialog('Retire the profile'),
  },
];

const ofRegisters: readonly BegunForm[] = [
  {
    name: 'what came of an action',
    path: ({ actions }, which) => `/actions?action=${actions[which].id}`,
    open: pressOf('It is done'),
    field: inDialog('What came of it'),
    send: pressInDialog('Close as done'),
    again: pressOf('It is done'),
  },
  {
    name: 'the reason why a party is no longer interested',
    path: ({ parties }, which) => `/documents?tab=parties&party=${parties[which].id}`,
    open: pressOf('No longer interested'),
    field: inDialog('Why'),
    send: pressInDialog('No longer interested'),
    again: pressOf('No longer interested'),
  },
  {
    name: 'the note of a version that is handed out',
    path: (_, which) => (which === 'one' ? '/statement-of-applicability' : '/documents?tab=reports'),
    open: pressOf(/^Publish/),
    field: inDialog('Note'),
    send: pressInDialog('Publish version 1'),
    again: pressOf(/^Publish/),
  },
  {
    name: 'how long evidence of a frequency counts',
    path: () => '/evidence?tab=frequencies',
    open: (page, _, which) => frequency(by(which, 'Quarterly', 'Annual'))(page),
    field: inDialog('Why'),
    send: pressInDialog('Set'),
    again: frequency('Quarterly'),
  },
];

const ofOthers: readonly BegunForm[] = [
  {
    name: 'a legal entity and its figures',
    path: () => '/nis2?show=class',
    open: pressBy('Try figures, or add an entity', 'Change figures, or try others'),
    field: (page) => page.getByRole('form', { name: 'Figures' }).getByRole('textbox', { name: 'Name' }),
    send: pressOf('Record as legal entity'),
  },
  {
    name: 'a person who is added from a field',
    path: () => '/library?control=AC-03',
    open: (page, _, which) => addPerson(by(which, 'Petra Huber', 'Jan Huber'))(page),
    text: 'petra.huber@havelmark.example',
    field: inDialog('Mail address'),
    send: pressInDialog('Add a person'),
  },
];

/** Forms that are sent as a whole. */
export const forms: readonly BegunForm[] = [
  ...ofStatement,
  ...ofRequirement,
  ...ofLibrary,
  ...ofProfile,
  ...ofRegisters,
  ...ofOthers,
];
