import { useRouterState } from '@tanstack/react-router';

/** Whether another page is on its way: the address is that of the next one already, what is on screen is not. */
export function useIsLeaving(): boolean {
  return useRouterState({
    select: ({ location, resolvedLocation }) =>
      resolvedLocation !== undefined && location.pathname !== resolvedLocation.pathname,
  });
}
