/** What a client has to know of a row to ask it; made from the row, small enough for a browser. */
export interface Route {
  readonly method: string;
  /** Below the host, with members in braces. */
  readonly address: string;
  /** Members that stand in the row's own path. */
  readonly inPath: readonly string[];
  /** The body is the bytes of a file. */
  readonly takesFile: boolean;
  readonly isCommand: boolean;
  /** Asks about a day and a position of the ledger. */
  readonly isTimed: boolean;
  /** Answers in the language that is asked for. */
  readonly speaks: boolean;
}

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

type Input = Readonly<Record<string, unknown>>;

/** The request that asks a row with an input. Members of the path go there, the others to the query or the body. */
export function callRoute(route: Route, input: Input, options: CallOptions = {}): Call {
  const rest = Object.entries(input).filter(
    ([name, value]) => !route.inPath.includes(name) && value !== undefined,
  );
  const inQuery = route.method === 'GET' || route.takesFile;
  const query = inQuery ? queryOf(rest) : queryOf(options.preview === true ? [['preview', true]] : []);
  return {
    method: route.method,
    address: `${pathOf(route, input, options)}${query}`,
    headers: {
      ...(inQuery ? {} : { 'content-type': 'application/json' }),
      ...(route.takesFile ? { 'content-type': 'application/octet-stream' } : {}),
      ...(options.ifMatch === undefined ? {} : { 'if-match': quoted(options.ifMatch) }),
      ...(options.idempotencyKey === undefined ? {} : { 'idempotency-key': options.idempotencyKey }),
    },
    ...(inQuery ? {} : { body: JSON.stringify(Object.fromEntries(rest)) }),
  };
}

/** Any revision is asked for with a bare star. */
function quoted(revision: string): string {
  return revision === '*' ? revision : `"${revision}"`;
}

function pathOf(route: Route, input: Input, { organisation = '' }: CallOptions): string {
  const members: Input = { ...input, organisation };
  return route.address.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((name === 'organisation' ? organisation : members[name]) ?? '')),
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
