import { callRoute } from '@concord/operations/client';
import { routeNamed } from '../../client/index.ts';
import { type Asked, isRevision } from './asked.ts';
import { followed } from './follow.ts';
import { keyOfTurn, makeTurns, type Stand, type TurnPlace } from './turns.ts';

/** The lines in which the deeds of this page stand. */
export const turns = makeTurns();

/** Where a deed stands in line: by what it has read of its record, or else by where that record is put or changed. */
export function turnOf({ organisation, name, input, ifMatch }: Asked): TurnPlace {
  const route = routeNamed(name);
  const isAtAddress = route.method === 'PUT' || route.method === 'PATCH';
  if (isRevision(ifMatch) || !isAtAddress) return { organisation, address: undefined, ifMatch };
  const { address } = callRoute(route, input, { organisation });
  // A decision is one of its scope, which stands in the body.
  return { organisation, address: `${address} ${input.scope ?? ''}`, ifMatch };
}

/** Whether two deeds are about one record, as it stood at one time. */
export function isSameTurn(one: Asked, other: Asked): boolean {
  const key = keyOfTurn(turnOf(one));
  return key !== undefined && key === keyOfTurn(turnOf(other));
}

/** A deed as it goes on from one's own deeds before it. */
export function goOn<Deed extends Asked>(deed: Deed, stand: Stand): Deed {
  return followed(deed, routeNamed(deed.name).method, stand);
}
