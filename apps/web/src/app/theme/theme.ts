import { makeStore } from '../store/store.ts';

/** Light, dark, or what the machine is set to. */
export const themes = ['machine', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const place = 'concord.theme';
const chosen = makeStore<Theme>('machine');

export const useTheme = chosen.use;

export function startTheme(): void {
  const kept = window.localStorage.getItem(place);
  show(themes.find((theme) => theme === kept) ?? 'machine');
}

export function chooseTheme(theme: Theme): void {
  window.localStorage.setItem(place, theme);
  show(theme);
}

function show(theme: Theme): void {
  chosen.set(theme);
  if (theme === 'machine') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
