import type { StoredFile } from './documented.ts';

export const publicationFormats = ['pdf', 'docx', 'xlsx', 'csv', 'html', 'json'] as const;

/** Clause 7.5.2: a report as it was handed out, kept as bytes. What it shows was worked out at a position that it names. */
export interface Publication {
  readonly id: string;
  /** Name of the report. */
  readonly report: string;
  readonly scope: string;
  /** Profile that it is of, where the report is of one. */
  readonly profile?: string | undefined;
  /** Language of its words, BCP 47; absent where it is English. */
  readonly language?: string | undefined;
  /** In how many values it says whether something is in place; absent where the report does not say it. */
  readonly implementation?: 'two' | 'three' | undefined;
  /** 1, 2, 3 … for each report, scope and profile. */
  readonly version: number;
  readonly format: (typeof publicationFormats)[number];
  /** Position up to which facts were read, and the seal there. */
  readonly position: number;
  readonly head: string;
  /** Local date that it speaks of. */
  readonly on: string;
  /** The document, and the view that it was set from as JSON; absent once erased. */
  readonly file?: StoredFile | undefined;
  readonly view?: StoredFile | undefined;
  readonly note: string;
  readonly by: string;
  readonly seq: number;
}
