import { addressOf, isOfOrganisation, pathMembers, type Row } from './rows.ts';

/** An HTTP request as the row asks for it, for any client. */
export interface Call {
  readonly method: string;
  /** Path and query, below the host. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent for a query by GET and where a file is sent. */
  readonly body?: string;
}

export interface CallOptions {
  readonly organisation?: string | undefined;
  readonly ifMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Decide a command and write nothing. */
  readonly preview?: boolean | undefined;
}

/** The request that asks a row with an input. Members of the path go there, the others to the query or the body. */
export function callOf(row: Row, input: Readonly<Record<string, unknown>>, options: CallOptions = {}): Call {
  const inPath = pathMembers(row);
  const rest = Object.entries(input).filter(([name, value]) => !inPath.includes(name) && value !== undefined);
  const inQuery = row.row.method === 'GET' || takesFile(row);
  const query = inQuery ? queryOf(rest) : queryOf(options.preview === true ? [['preview', true]] : []);
  return {
    method: row.row.method,
    address: `${pathOf(row, input, options)}${query}`,
    headers: {
      ...(inQuery ? {} : { 'content-type': 'application/json' }),
      ...(takesFile(row) ? { 'content-type': 'application/octet-stream' } : {}),
      ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
      ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
    },
    ...(inQuery ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
  };
}

export function takesFile(row: Row): boolean {
  return row.kind === 'query' && row.row.takes === 'file';
}

function pathOf(row: Row, input: Readonly<Record<string, unknown>>, options: CallOptions): string {
  const members = isOfOrganisation(row) ? { ...input, organisation: options.organisation ?? '' } : input;
  return addressOf(row).replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((members as Record<string, unknown>)[name] ?? '')),
  );
}

/** A query string, a list as the same name again and again; the pure packages know no URLSearchParams. */
function queryOf(members: readonly [string, unknown][]): string {
  const each = members.flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => [name, one] as const) : [[name, value] as const],
  );
  const pairs = each.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
