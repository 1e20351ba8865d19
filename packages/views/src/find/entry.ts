/** What can be found, in the order in which equally good ones are told. */
export const foundKinds = [
  'control',
  'requirement',
  'document',
  'action',
  'evidence',
  'framework',
  'obligation',
  'entity',
  'profile',
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What is shown of something that was found. */
export interface FoundRow {
  readonly kind: FoundKind;
  readonly id: string;
  /** What people call it by in short; empty where it has nothing shorter than its title. */
  readonly code: string;
  readonly title: string;
  /** Id of the framework that a requirement or a profile is of. */
  readonly framework?: string;
  /** What it lies in, in words: a family, the heading above, the place where an obligation is written. */
  readonly where?: string;
}

/** Something that can be found, as it is searched. */
export interface Entry {
  readonly row: FoundRow;
  readonly code: string;
  readonly title: string;
  /** Everything that is searched, its code and title too. */
  readonly all: string;
  /** Whom it belongs to: a person, the controls that it serves, or everybody who may read at all. */
  readonly of: Whose;
  /** Day from which it is there; empty for always. */
  readonly from: string;
}

export type Whose =
  | 'everybody'
  | { readonly owner: string | undefined }
  | { readonly controls: readonly string[] };

interface Described {
  readonly of: Whose;
  readonly more?: readonly (string | undefined)[];
  readonly from?: string;
}

export function entryOf(row: FoundRow, { of, more = [], from = '' }: Described): Entry {
  const [code, title] = [plainly(row.code), plainly(row.title)];
  return {
    row,
    code,
    title,
    all: [code, title, ...more.map((each) => plainly(each ?? ''))].join('\n'),
    of,
    from,
  };
}

/** Without capitals and without what stands over or under letters, so that `Uberwachung` finds `Überwachung`. */
export function plainly(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
