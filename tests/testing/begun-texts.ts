import type { Locator, Page } from 'playwright-core';
import { csf, type Laid, panel } from './begun-forms.ts';
import type { Programme } from './programme.ts';

interface TextInPlace {
  readonly name: string;
  readonly path: (laid: Laid) => string;
  readonly field: (page: Page) => Locator;
  readonly recorded: (programme: Programme, laid: Laid) => Promise<unknown>;
}

const outcomeOf = async ({ ask }: Programme, { profiles }: Laid) => {
  const { rows } = await ask('GET', `/views/csf-profile?profile=${profiles.other.id}`);
  return rows.find(({ id }: { id: string }) => id === 'PR.AA-05');
};
const outcome = (laid: Laid) => csf(laid, 'other', '&category=PR.AA&outcome=PR.AA-05');

/** Texts that are recorded when they are left. */
export const inPlace: readonly TextInPlace[] = [
  {
    name: 'how a control works',
    path: () => '/library?control=AC-04',
    field: (page) => panel(page).getByRole('textbox', { name: 'How it works' }),
    recorded: async ({ ask }) => (await ask('GET', '/controls/AC-04')).statement,
  },
  {
    name: 'what an action does',
    path: ({ actions }) => `/actions?action=${actions.other.id}`,
    field: (page) => panel(page).getByRole('textbox', { name: 'What exactly' }),
    recorded: async ({ ask }, { actions }) => (await ask('GET', `/actions/${actions.other.id}`)).what,
  },
  {
    name: 'how an outcome stands',
    path: outcome,
    field: (page) => panel(page).getByRole('textbox', { name: 'How it stands, in your words' }),
    recorded: async (programme, laid) => (await outcomeOf(programme, laid)).status?.text,
  },
  {
    name: 'why an outcome is wanted',
    path: outcome,
    field: (page) => panel(page).getByRole('textbox', { name: 'Why', exact: true }),
    recorded: async (programme, laid) => (await outcomeOf(programme, laid)).target?.rationale,
  },
];
