import type { Room } from '../place/rooms.ts';
import { themes } from '../theme/theme.ts';
import { languages } from '../words/language.ts';

/** A deed that begins on a page: where that is. */
interface Begun {
  readonly deed: string;
  readonly room: Room;
  readonly search: Readonly<Record<string, string>>;
}

const begun = (deed: string, room: Room, search: Begun['search'] = {}): Begun => ({ deed, room, search });

export const begunDeeds: readonly Begun[] = [
  begun('add-evidence', 'evidence', { do: 'add' }),
  begun('add-control', 'library', { do: 'new' }),
  begun('import-controls', 'library', { do: 'import' }),
  begun('take-starter', 'library', { do: 'starter' }),
  begun('add-action', 'actions', { do: 'new' }),
  begun('see-due', 'actions', { view: 'due' }),
  begun('publish', 'documents', { tab: 'reports' }),
  begun('export', 'documents', { tab: 'exports' }),
  begun('back-up', 'documents', { tab: 'exports' }),
  begun('import-framework', 'frameworks'),
  begun('verify', 'history', { tab: 'trust' }),
  begun('add-person', 'about'),
];

/** Settings of this browser, changed at once. */
export const settings = [
  ...themes.map((theme) => ({ deed: `theme-${theme}`, theme }) as const),
  ...languages.map((language) => ({ deed: `language-${language}`, language }) as const),
];
export type Setting = (typeof settings)[number];
