import { createContext, type ReactNode, use } from 'react';

/** Whose programme is looked at, and who looks. */
export interface Place {
  readonly organisation: string;
  readonly name: string;
  /** IANA zone of the organisation. */
  readonly zone: string;
  /** Local date in that zone. */
  readonly today: string;
  readonly isDemo: boolean;
  readonly me: { readonly person: string; readonly name: string };
  /** What I may do there, as the server's rows name it. */
  readonly permissions: readonly string[];
}

const PlaceContext = createContext<Place | undefined>(undefined);

export function PlaceProvider({ place, children }: { place: Place; children: ReactNode }) {
  return <PlaceContext value={place}>{children}</PlaceContext>;
}

/** Throws outside of an organisation: no room stands there. */
export function usePlace(): Place {
  const place = use(PlaceContext);
  if (!place) throw new Error('No organisation is open');
  return place;
}

export function useMaybePlace(): Place | undefined {
  return use(PlaceContext);
}
