import { createContext, use } from 'react';
import type { ClaimShown } from '../why/node.ts';

/** What somebody is about to do on a requirement. */
export type OpenDeed =
  | { readonly deed: 'claim'; readonly joint: boolean }
  | { readonly deed: 'judge' }
  | { readonly deed: 'withdraw'; readonly claim: Pick<ClaimShown, 'id' | 'state' | 'controls'> }
  | { readonly deed: 'relate' }
  | { readonly deed: 'unrelate'; readonly relation: string; readonly says: string };

const OpenDeedContext = createContext<(deed: OpenDeed) => void>(() => undefined);

export const OpenDeedProvider = OpenDeedContext.Provider;

/** Opens the dialog of a deed from wherever it is offered. */
export function useOpenDeed(): (deed: OpenDeed) => void {
  return use(OpenDeedContext);
}
