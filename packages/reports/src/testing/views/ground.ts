import type { Ground } from '@concord/views';

/** Members of a row to change; `undefined` takes one away. */
export type Said<T> = { readonly [Member in keyof T]?: T[Member] | undefined };

/** Of the whole of an organisation, at a place in its ledger. */
export const ground = (view: string): Ground => ({
  view,
  organisation: { id: 'havelmark', name: 'Havelmark Managed Services GmbH' },
  scope: { id: 'organisation', name: 'Havelmark Managed Services GmbH', statement: '' },
  on: '2026-11-22',
  knownAt: 14_320,
  position: 14_320,
  head: '4be1'.repeat(16),
});
