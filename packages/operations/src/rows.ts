import { type Command, commands, type Programme } from '@concord/programme';
import { z } from 'zod';
import { catalogueQueries } from './catalogue/catalogue-queries.ts';
import { organisationCatalogueQueries } from './catalogue/organisation-catalogue.ts';
import { backupQueries } from './queries/backup-queries.ts';
import { demoQueries } from './queries/demo-queries.ts';
import { evidenceQueries } from './queries/evidence-queries.ts';
import { findQueries } from './queries/find-queries.ts';
import { libraryQueries } from './queries/library-queries.ts';
import { packQueries } from './queries/pack-queries.ts';
import { platformQueries } from './queries/platform-queries.ts';
import { recordQueries } from './queries/record-queries.ts';
import { registerQueries } from './queries/registers/index.ts';
import { setUpQueries } from './queries/set-up-queries.ts';
import { tableQueries } from './queries/table-queries.ts';
import { conformityQueries } from './queries/views/conformity-queries.ts';
import { nis2Queries } from './queries/views/nis2-queries.ts';
import { oscalQueries } from './queries/views/oscal-queries.ts';
import { profileQueries } from './queries/views/profile-queries.ts';
import { publicationQueries } from './queries/views/publication-queries.ts';
import { relationQueries } from './queries/views/relation-queries.ts';
import { reportQueries } from './queries/views/report-queries.ts';
import { timeQueries } from './queries/views/time-queries.ts';
import { viewQueries } from './queries/views/view-queries.ts';
import { whatIfQueries } from './queries/views/what-if-queries.ts';
import type { Query } from './query/query.ts';

/** Every query, once. */
const queries = [
  ...platformQueries,
  ...catalogueQueries,
  ...organisationCatalogueQueries,
  ...viewQueries,
  ...reportQueries,
  ...conformityQueries,
  ...profileQueries,
  ...publicationQueries,
  ...nis2Queries,
  ...timeQueries,
  ...whatIfQueries,
  ...evidenceQueries,
  ...recordQueries,
  ...findQueries,
  ...registerQueries,
  ...relationQueries,
  ...libraryQueries,
  ...oscalQueries,
  ...demoQueries,
  ...setUpQueries,
  ...backupQueries,
  ...tableQueries,
  ...packQueries,
];

/** The queries as the compiler knows them. */
export type TypedQueries = (typeof queries)[number];

/** What can be asked of Concord: a command changes the programme, a query does not. */
export type Row =
  | { readonly kind: 'command'; readonly row: Command<Programme> }
  | { readonly kind: 'query'; readonly row: Query };

/** Every operation, once: routes, OpenAPI, command line and client are read off this list. */
export const rows: readonly Row[] = [
  ...commands.map((row) => ({ kind: 'command', row }) as const),
  ...queries.map((row: Query) => ({ kind: 'query', row }) as const),
];

export const apiRoot = '/api/v1';

/** How the key of a collector begins, so that it is known when it is seen where it should not be. */
export const keyStart = 'ckey_';

/** How the key of a shared calendar begins. */
export const calendarKeyStart = 'fkey_';

/** Whether the row is about one organisation; creating one is not yet. */
export function isOfOrganisation({ kind, row }: Row): boolean {
  return kind === 'command' ? row.permission !== 'organisation.create' : row.reach === 'organisation';
}

/** The row's address below the host, with its members in braces. */
export function addressOf(row: Row): string {
  if (isOfOrganisation(row)) return `${apiRoot}/organisations/{organisation}${row.row.path}`;
  return row.kind === 'command' ? `${apiRoot}/organisations` : `${apiRoot}${row.row.path}`;
}

/** Names of the members that stand in the row's own path. */
export function pathMembers({ row }: Row): string[] {
  return [...row.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
}

export interface Member {
  readonly name: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
}

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly default?: unknown;
  readonly description?: string;
  /** A command line takes a file here: its JSON, its text, or the file itself, sent ahead. */
  readonly fromFile?: 'json' | 'text' | 'sent';
  /** A secret: a command line takes it from this variable of the environment or from a file, never as it is. */
  readonly secret?: string;
  /** The file may also hold an object with it under this name. */
  readonly within?: string;
  /** A command line takes each of this list with an option of its own, for it may hold a comma. */
  readonly oneEach?: true;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const schemas = new WeakMap<z.ZodType, JsonSchema>();

/** The JSON Schema of what a row takes, as sent. */
export function inputSchema({ row }: Row): JsonSchema {
  const known = schemas.get(row.input);
  if (known) return known;
  const { $schema: _dialect, ...schema } = z.toJSONSchema(row.input, { io: 'input', unrepresentable: 'any' });
  schemas.set(row.input, schema as JsonSchema);
  return schema as JsonSchema;
}

/** The members a row takes, in the order they were stated. */
export function membersOf(row: Row): Member[] {
  const { properties = {}, required = [] } = inputSchema(row);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    required: required.includes(name),
    description: schema.description ?? '',
    schema,
  }));
}

export function rowNamed(name: string): Row | undefined {
  return rows.find(({ row }) => row.name === name);
}

const keepsFirst: ReadonlySet<string> = new Set(['person', 'people', 'file', 'erasure', 'publication']);

/**
 * Whether a command can be tried without doing it (`preview`). Not where something is kept before the rule decides, and
 * not where there is no ledger yet to decide on.
 */
export function canPreview({ intake, permission }: Pick<Command, 'intake' | 'permission'>): boolean {
  return !keepsFirst.has(intake ?? '') && permission !== 'organisation.create';
}
