import { isDay } from '../../place/said.ts';
import type { Asked } from '../turns/asked.ts';

/** Something that was typed, as it is to be shown; `member` where its value alone would say nothing. */
export type Typed =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'day'; readonly member: string; readonly day: string }
  | { readonly kind: 'number'; readonly member: string; readonly number: number }
  | { readonly kind: 'answer'; readonly member: string; readonly isYes: boolean }
  | { readonly kind: 'emptied'; readonly member: string };

/** Members whose value is a code or names another record: what the deed says of itself has the words for them. */
const coded: ReadonlySet<string> = new Set([
  'assignee',
  'closes',
  'control',
  'controls',
  'design',
  'edition',
  'file',
  'framework',
  'frequency',
  'implementation',
  'kind',
  'outcome',
  'owner',
  'period',
  'person',
  'priority',
  'requirement',
  'role',
  'scope',
  'scopes',
  'selection',
  'state',
  'usualEvidence',
]);

/** What was typed: not what only names the record, nor what was read and sent along. */
export function typedOf({ input, changes }: Asked, inPath: readonly string[]): readonly Typed[] {
  return Object.entries(input).flatMap(([member, value]) => {
    const isOwn = !inPath.includes(member) && (changes?.includes(member) ?? true);
    return isOwn ? typedIn(member, value) : [];
  });
}

function typedIn(member: string, value: unknown): readonly Typed[] {
  if (value === null) return [{ kind: 'emptied', member }];
  if (typeof value === 'number') return [{ kind: 'number', member, number: value }];
  if (typeof value === 'boolean') return [{ kind: 'answer', member, isYes: value }];
  if (coded.has(member)) return [];
  if (typeof value === 'string') return textIn(member, value);
  if (Array.isArray(value)) return value.flatMap((each) => typedIn(member, each));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([inner, each]) => typedIn(inner, each));
}

function textIn(member: string, text: string): readonly Typed[] {
  if (text === '' || isId(text)) return [];
  return isDay(text) ? [{ kind: 'day', member, day: text }] : [{ kind: 'text', text }];
}

/** Ids of records and people, and hashes of files: letters and digits that nobody types. */
function isId(text: string): boolean {
  return /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{32,}|[\dA-HJKMNP-TV-Z]{26})$/i.test(text);
}
