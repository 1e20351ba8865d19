import { type Dated, valueOn } from '../../foundation/index.ts';

/** A need for documented information that the catalogue lists for a framework, e.g. DOC-02. */
export interface NeedNamed {
  readonly framework: string;
  readonly need: string;
}

/** A file as the server keeps it: named by the SHA-256 of its content, typed by that content. */
export interface StoredFile {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

/** What became of a document: drafted, approved in a version, retired. */
export interface DocumentStanding {
  readonly status: 'draft' | 'approved' | 'retired';
  readonly version: string;
  readonly approvedOn?: string | undefined;
  /** Id of a person. */
  readonly approvedBy?: string | undefined;
  /** First day on which it is no longer in force. */
  readonly retiredOn?: string | undefined;
}

/** Clause 7.5: documented information, as it stands by what was recorded last. A document is maintained in versions, a record is retained as it is. */
export interface Documented extends DocumentStanding {
  readonly id: string;
  readonly title: string;
  readonly kind: 'document' | 'record';
  readonly meets: readonly NeedNamed[];
  readonly owner?: string | undefined;
  readonly reviewOn?: string | undefined;
  /** Address where it lies, when it is not kept here. */
  readonly link?: string | undefined;
  readonly file?: StoredFile | undefined;
  /** Hashes of the files that it had before this one, and that its history names. */
  readonly earlierFiles?: readonly string[] | undefined;
  readonly scope: string;
  /** How it stood from which day on, the last as it stands now. */
  readonly standings: readonly Dated<DocumentStanding>[];
  readonly seq: number;
}

/** The document with the status and version that it had on a day. */
export function documentOn(document: Documented, on: string): Documented {
  const nothing = { approvedOn: undefined, approvedBy: undefined, retiredOn: undefined };
  const standing = valueOn(document.standings, on) ?? { status: 'draft', version: document.version };
  return { ...document, ...nothing, ...standing };
}

/** What is recorded last holds from its day on, whatever was said of days after it. */
export function standingFrom(
  { standings }: Pick<Documented, 'standings'>,
  from: string,
  value: DocumentStanding,
): Pick<Documented, 'standings'> {
  return { standings: [...standings.filter((each) => each.from <= from), { from, value }] };
}
