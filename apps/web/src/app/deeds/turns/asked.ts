/** A command as it is to be sent. */
export interface Asked {
  readonly organisation: string;
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Revision of the record as it was read; "0" or none where it was not there yet. */
  readonly ifMatch?: string | undefined;
  /** Members that it changes, of a row that says the whole record: the others were only read. */
  readonly changes?: readonly string[] | undefined;
}

/** Whether it names a record as it was written; 0 is that of every record that is not there yet. */
export function isRevision(ifMatch: string | undefined): ifMatch is string {
  return ifMatch !== undefined && ifMatch !== '0';
}
