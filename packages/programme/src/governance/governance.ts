import { Map as Table } from 'immutable';
import type { Adoption } from './adoption.ts';
import type { ImportedCrosswalk, ImportedEdition } from './edition.ts';
import type { Organisation } from './organisation.ts';
import type { Person } from './person.ts';
import type { OpenCalendar } from './registers/index.ts';
import { emptyRegisters, type Registers } from './registers/index.ts';
import type { Scope } from './scope.ts';

/** What the organisation is, who acts in it, and the registers it keeps. */
export interface Governance extends Registers {
  readonly organisation: Organisation | undefined;
  readonly scopes: Table<string, Scope>;
  readonly people: Table<string, Person>;
  /** By id of the person whose it is. */
  readonly calendars: Table<string, OpenCalendar>;
  /** By framework id. */
  readonly adoptions: Table<string, Adoption>;
  /** Editions that the organisation imported, by content hash, and crosswalks by id. */
  readonly editions: Table<string, ImportedEdition>;
  readonly crosswalks: Table<string, ImportedCrosswalk>;
}

/** What a rule of this room may see. */
export interface WithGovernance {
  readonly governance: Governance;
  /** Position of the last fact about each record, by `kind/id`. */
  readonly revisions: Table<string, number>;
}

export const emptyGovernance: Governance = {
  organisation: undefined,
  scopes: Table(),
  people: Table(),
  calendars: Table(),
  adoptions: Table(),
  editions: Table(),
  crosswalks: Table(),
  ...emptyRegisters,
};
