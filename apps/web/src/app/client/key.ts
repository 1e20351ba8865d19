import { dropAllFiles } from '../drafts/index.ts';
import { forgetEverything } from '../store/forget.ts';

const place = 'concord.key';

/**
 * The key that `npm start` prints stands in the address once; it is kept by this browser for this address alone and
 * taken out of the address bar, so that it is neither copied nor bookmarked with a page.
 */
export async function takeKeyFromAddress(): Promise<void> {
  const address = new URL(window.location.href);
  const key = address.searchParams.get('token');
  if (key === null) return;
  address.searchParams.delete('token');
  window.history.replaceState(window.history.state, '', address);
  // A link from elsewhere may name any key: one that opens nothing does not take the place of one that does.
  if (keptKey() === '' || (await opens(key))) keepKey(key);
}

async function opens(key: string): Promise<boolean> {
  const asked = await fetch('/api/v1/me', { headers: { authorization: `Bearer ${key}` } }).catch(
    () => undefined,
  );
  return asked?.ok === true;
}

export function keptKey(): string {
  return window.localStorage.getItem(place) ?? '';
}

export function keepKey(key: string): void {
  window.localStorage.setItem(place, key.trim());
}

/**
 * Puts the key away, and what is kept here of organisations: this browser opens and shows nothing until it is given one
 * again.
 */
export function forgetKeyHere(): void {
  forgetEverything(window.localStorage);
  void dropAllFiles().finally(() => window.location.assign('/'));
}
