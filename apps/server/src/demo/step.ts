import type { Programme } from '@concord/programme';

/** Who does something in the demo: its four people, whoever loads it, and programs that send evidence. */
export type Part =
  | 'administrator'
  | 'ciso'
  | 'auditor'
  | 'operations'
  | 'corporate'
  | 'backups'
  | 'endpoints';

/** What is known when a day of the demo begins. */
export interface Known {
  readonly programme: Programme;
  /** Id of what an earlier step made under this name; throws when none did. */
  readonly made: (name: string) => string;
}

export interface MadeFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** One command of the demo's history: who asks for it, on which day, and with what. */
export interface Step {
  /** Local date. */
  readonly day: string;
  readonly by: Part;
  /** Name of the row, e.g. `evidence add`. */
  readonly command: string;
  readonly input: object | ((known: Known) => object);
  /** Name under which later steps find the record that it makes; for people a `Part`. */
  readonly as?: string;
  /** A file that is sent before, and goes into the input as `file`. */
  readonly file?: MadeFile;
}
