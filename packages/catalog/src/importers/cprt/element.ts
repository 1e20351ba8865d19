/** What kinds of elements NIST's exports have, by how they are read here. */
const HEADINGS = new Set([
  'function',
  'category',
  'family',
  'group',
  'practice_group',
  'section',
  'standard',
]);
const ASSESSABLE = new Set([
  'subcategory',
  'control',
  'control_enhancement',
  'requirement',
  'task',
  'practice',
]);
const ITEMS = new Set(['security_requirement', 'control_item']);
/** Said of a requirement, and not a requirement itself. */
const REMARKS = new Set([
  'control_name_sort',
  'control_statement',
  'determination',
  'discussion',
  'examine',
  'implementation_example',
  'interview',
  'notional_implementation_example',
  'odp',
  'odp_statement',
  'odp_type',
  'party',
  'privacy_baseline',
  'public_comment',
  'reference',
  'security_baseline',
  'sort',
  'test',
  'withdraw_reason',
]);

/** `open` kinds are assessable where nothing hangs under them. */
export type Role = 'heading' | 'assessable' | 'item' | 'remark' | 'open';

export function roleOf(elementType: string): Role {
  if (HEADINGS.has(elementType)) return 'heading';
  if (ASSESSABLE.has(elementType)) return 'assessable';
  if (ITEMS.has(elementType)) return 'item';
  return REMARKS.has(elementType) ? 'remark' : 'open';
}

/** An element with what is said of it gathered together. */
export interface Remarked {
  readonly withdrawn?: string;
  readonly statement: string;
  readonly examples: readonly string[];
  readonly parties: readonly string[];
}

/** The tags of a requirement: its implementation examples, one a line, and whose risk it is. */
export function tagsOf({ examples, parties }: Remarked): Readonly<Record<string, string>> {
  const first = parties.includes('first');
  const third = parties.includes('third');
  return {
    ...(examples.length === 0 ? {} : { implementationExamples: [...new Set(examples)].join('\n') }),
    ...(first || third ? { riskParty: first && third ? 'both' : first ? 'first' : 'third' } : {}),
  };
}
