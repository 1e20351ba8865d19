import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Search = Readonly<Record<string, string | undefined>>;

/**
 * What the address says after its `?`, and how to change it: everything that is looked at can be copied with the
 * address. Members set to undefined or '' leave it. `replace` keeps "back" from stepping through every letter typed.
 */
export function useAddress(): readonly [Search, (changed: Search, how?: { replace?: boolean }) => void] {
  const search = useRouterState({ select: ({ location }) => location.search as Search });
  const navigate = useNavigate();
  const change = useCallback(
    (changed: Search, { replace = false } = {}) => {
      void navigate({
        to: '.',
        search: ((before: Search) => withoutEmpty({ ...before, ...changed })) as never,
        replace,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [search, change];
}

export function withoutEmpty(search: Search): Search {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** Reads what stands after the `?`, each member as text. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Record<string, unknown>): string {
  const members = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(members.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}
