import { isDay } from '../place/said.ts';

/** A value of a member of a record as it can be put into words. */
export type Value =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly isYes: boolean }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'period'; readonly count: number; readonly unit: 'days' | 'weeks' | 'months' | 'years' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly values: readonly Named[] };

export interface Named {
  readonly member: string;
  readonly value: Value;
}

/** Members whose text is one of a few codes. */
const coded: ReadonlySet<string> = new Set([
  'confidence',
  'design',
  'effect',
  'frequency',
  'implementation',
  'judgement',
  'kind',
  'outcome',
  'priority',
  'rationaleKind',
  'relation',
  'role',
  'selection',
  'state',
]);

/** Members whose text names a person, a record or a framework. */
const naming: ReadonlySet<string> = new Set([
  'approver',
  'assignee',
  'closes',
  'control',
  'controls',
  'edition',
  'framework',
  'id',
  'owner',
  'person',
  'profile',
  'requirement',
  'scope',
  'scopes',
]);

/** What a value is, by its member: a code, a name of something else, a day, a text. */
export function valueIn(member: string, value: unknown): Value {
  if (value === null || value === undefined || value === '') return { kind: 'nothing' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (typeof value === 'boolean') return { kind: 'answer', isYes: value };
  if (typeof value === 'string') return textIn(member, value);
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.map((each) => [member, each] as const)
    : Object.entries(value);
  if (entries.length === 0) return { kind: 'nothing' };
  return {
    kind: 'list',
    values: entries.map(([inner, each]) => ({ member: inner, value: valueIn(inner, each) })),
  };
}

const units = { D: 'days', W: 'weeks', M: 'months', Y: 'years' } as const;

function textIn(member: string, text: string): Value {
  if (coded.has(member)) return { kind: 'code', code: text };
  if (naming.has(member) || isId(text)) return { kind: 'id', id: text };
  const [, count, unit] = /^P(\d{1,4})([DWMY])$/.exec(text) ?? [];
  if (member === 'period' && count && unit)
    return { kind: 'period', count: Number(count), unit: units[unit as keyof typeof units] };
  return isDay(text) ? { kind: 'day', day: text } : { kind: 'text', text };
}

/** Ids of records and people, and hashes of files: letters and digits that nobody types. */
export function isId(text: string): boolean {
  return /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{32,}|[\dA-HJKMNP-TV-Z]{26})$/i.test(text);
}

/** Members that hold one line: a text of another may be long. */
const lines: ReadonlySet<string> = new Set([
  'name',
  'code',
  'title',
  'version',
  'family',
  'link',
  'reference',
]);

/** Whether it is a text that may be long, so that two of them can be joined. */
export function isLongText(member: string, value: unknown): value is string {
  return typeof value === 'string' && !lines.has(member) && valueIn(member, value).kind === 'text';
}
