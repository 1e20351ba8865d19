import { type Call, type CallOptions, callRoute, type Route } from './call.ts';
import { addressOf, membersOf, pathMembers, type Row } from './rows.ts';

/** The request that asks a row with an input. */
export function callOf(row: Row, input: Readonly<Record<string, unknown>>, options: CallOptions = {}): Call {
  return callRoute(routeOf(row), input, options);
}

export function takesFile(row: Row): boolean {
  return row.kind === 'query' && row.row.takes === 'file';
}

const known = new WeakMap<Row, Route>();

/** What a client has to know of the row. */
export function routeOf(row: Row): Route {
  const before = known.get(row);
  if (before) return before;
  const members = new Set(membersOf(row).map(({ name }) => name));
  const route: Route = {
    method: row.row.method,
    address: addressOf(row),
    inPath: pathMembers(row),
    takesFile: takesFile(row),
    isCommand: row.kind === 'command',
    isTimed: row.kind === 'query' && row.row.timed,
    speaks: row.kind === 'query' && members.has('language'),
  };
  known.set(row, route);
  return route;
}
