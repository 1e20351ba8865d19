import type { Permission, Programme, Refusal, StoredFile } from '@concord/programme';
import type { Reader, RestsOn, ViewMemory } from '@concord/views';
import type { z } from 'zod';
import type { MadeFile, Ports } from './ports.ts';

/** What a query is told beside its input. `programme` is the one at `knownAt`. */
export interface Asked<Input> {
  readonly input: Input;
  readonly programme: Programme;
  readonly organisation: string;
  /** Day the answer is about. */
  readonly on: string;
  /** Day of the question, in the organisation's zone. */
  readonly today: string;
  /** Seal at the programme's position, hex. */
  readonly head: string;
  readonly reader: Reader;
  readonly memory: ViewMemory;
  readonly ports: Ports;
  /** The bytes of a row that takes a file; empty otherwise. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** A view that the server is to set as a document before it answers. */
export interface ToRender {
  readonly render: string;
  readonly view: object;
  readonly format: string;
  /** What the file is called, without its ending; what is rendered, when left out. */
  readonly fileName?: string;
  /** Language that the document speaks, English when left out. */
  readonly language?: string;
  /** Names of people by their ids, for a document that names them. */
  readonly people?: Readonly<Record<string, string>>;
}

/** A kept file that the server is to send. */
export interface ToSend {
  readonly send: StoredFile;
}

/** A file that the server makes while it sends it. */
export interface ToStream {
  readonly stream: MadeFile;
}

export type Answer = object | { readonly refusal: Refusal } | ToRender | ToSend | ToStream;

/**
 * One query, stated once. `reach` is `platform` where no organisation is in play. `timed` ones take `on` (a day) and
 * `knownAt` (a position of the ledger). `reader` says whether the answer passes through the mask of who asks.
 */
export interface Query<Input = never> {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly reach: 'organisation' | 'platform';
  /** `platform.back-up` is for the administrator of the installation, whatever their roles in organisations. */
  readonly permission: Permission | 'signed-in' | 'platform.back-up';
  readonly reader: 'whole' | 'masked';
  readonly timed: boolean;
  /** The ledger itself, and not the programme that it folds to: works on a damaged one too. */
  readonly reads?: 'ledger';
  /** What the answer rests on, and is worked out before it part by part: others are answered meanwhile. */
  readonly restsOn?: RestsOn;
  /** The answer is a file that is made while it is sent: with how far it is, for who accepts `application/x-ndjson`. */
  readonly long?: true;
  /** The body is the bytes of a file; everything else of the input is in the address. */
  readonly takes?: 'file';
  readonly summary: string;
  readonly input: z.ZodType<Input>;
  readonly answer: (asked: Asked<Input>) => Answer | Promise<Answer>;
}

/** A query whose name, input and answer the compiler still knows: the typed client is read off these. */
export type TypedQuery<Name extends string, Schema extends z.ZodType, Found> = Query & {
  readonly name: Name;
  /** Never set; for the compiler alone. */
  readonly typed?: { readonly input: z.input<Schema>; readonly found: Exclude<Found, NotRead> };
};

/** What a client does not read as JSON: a refusal throws, files and documents are bytes. */
type NotRead = { readonly refusal: Refusal } | ToRender | ToSend | ToStream;

type Stated<Name extends string, Schema extends z.ZodType, Found extends Answer> = Omit<
  Query,
  'name' | 'input' | 'answer'
> & {
  readonly name: Name;
  readonly input: Schema;
  readonly answer: (asked: Asked<z.output<Schema>>) => Found | Promise<Found>;
};

/** Keeps the types of schema and answer for the client, and forgets the input's for the list of rows. */
export function query<const Name extends string, Schema extends z.ZodType, Found extends Answer>(
  row: Stated<Name, Schema, Found>,
): TypedQuery<Name, Schema, Found> {
  return row as unknown as TypedQuery<Name, Schema, Found>;
}
