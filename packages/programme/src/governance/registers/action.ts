export const subjectKinds = [
  'control',
  'requirement',
  'obligation',
  'party',
  'issue',
  'document',
  'evidence',
  'target',
  'scope',
] as const;

/**
 * What something is about, by kind and id. The id of a requirement is `framework/requirement`, that of a target
 * `profile:framework/requirement`.
 */
export interface Subject {
  readonly kind: (typeof subjectKinds)[number];
  readonly id: string;
}

export const actionPriorities = ['low', 'medium', 'high'] as const;

/** Something to be done, in the one list of the whole programme; it may close gaps of several frameworks at once. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  /** Id of a person. */
  readonly owner?: string | undefined;
  readonly due?: string | undefined;
  readonly closes: readonly Subject[];
  readonly priority?: (typeof actionPriorities)[number] | undefined;
  /** People, money, tools that it takes. */
  readonly resources: string;
  readonly status: 'open' | 'done' | 'dropped';
  readonly openedOn: string;
  /** Absent while it is open. */
  readonly closedOn?: string | undefined;
  /** What came of it, or why it was dropped; empty while it is open. */
  readonly result: string;
  readonly seq: number;
}
