import { callRoute } from '@concord/operations/client';
import { routeNamed } from '../../client/index.ts';
import { keyOfTurn, makeTurns, type TurnPlace } from './turns.ts';

/** A command as it is to be sent; `ifMatch` where a revision of its record was read. */
export interface Asked {
  readonly organisation: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly ifMatch?: string | undefined;
}

/** The lines in which the deeds of this page stand. */
export const turns = makeTurns();

/** Where a deed stands in line: by what it has read of its record, or else by where that record is put. */
export function turnOf({ organisation, name, input, ifMatch }: Asked): TurnPlace {
  const route = routeNamed(name);
  if (ifMatch !== undefined || route.method !== 'PUT') return { organisation, address: undefined, ifMatch };
  const { address } = callRoute(route, input, { organisation });
  // A decision is one of its scope, which stands in the body.
  return { organisation, address: `${address} ${input.scope ?? ''}`, ifMatch };
}

/** Whether two deeds are about one record, as it stood at one time. */
export function isSameTurn(one: Asked, other: Asked): boolean {
  const key = keyOfTurn(turnOf(one));
  return key !== undefined && key === keyOfTurn(turnOf(other));
}
