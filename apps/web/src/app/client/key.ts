const place = 'concord.key';

/**
 * The key that `npm start` prints stands in the address once; it is kept by this browser for this address alone and
 * taken out of the address bar, so that it is neither copied nor bookmarked with a page.
 */
export function takeKeyFromAddress(): void {
  const address = new URL(window.location.href);
  const key = address.searchParams.get('token');
  if (key === null) return;
  keepKey(key);
  address.searchParams.delete('token');
  window.history.replaceState(window.history.state, '', address);
}

export function keptKey(): string {
  return window.localStorage.getItem(place) ?? '';
}

export function keepKey(key: string): void {
  window.localStorage.setItem(place, key.trim());
}

/** Puts the key away: this browser opens nothing here until it is given one again. */
export function forgetKeyHere(): void {
  window.localStorage.removeItem(place);
  window.location.assign('/');
}
