declare module 'virtual:routes' {
  import type { Route } from '@concord/operations/client';

  /** By name of the row. */
  export const routes: Readonly<Record<string, Route>>;
}
