import { type Value, valueIn } from '../../values/value-in.ts';
import type { Asked } from '../turns/asked.ts';

/** Something that was typed or chosen, as it is to be shown: a text as it is, all else with the name of its field. */
export type Typed =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'said'; readonly member: string; readonly value: unknown };

/** Members that only name what a change is of, or what was sent along with it. */
const notTyped: ReadonlySet<string> = new Set([
  'control',
  'edition',
  'file',
  'framework',
  'position',
  'requirement',
]);

/** What was typed or chosen: not what only names the record, nor what was read and sent along. */
export function typedOf({ input, changes }: Asked, inPath: readonly string[]): readonly Typed[] {
  return Object.entries(input).flatMap(([member, value]) => {
    const isOwn = !inPath.includes(member) && (changes?.includes(member) ?? true);
    return isOwn && !notTyped.has(member) ? typedIn(member, value) : [];
  });
}

function typedIn(member: string, value: unknown): readonly Typed[] {
  const shown = valueIn(member, value);
  if (shown.kind === 'text') return [shown];
  const texts = textsIn(shown);
  if (texts.length > 0) return texts;
  return value === undefined || value === '' || isEmptyList(value) ? [] : [{ kind: 'said', member, value }];
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The texts within a list: what stands beside them there only orders them. */
function textsIn(value: Value): readonly Typed[] {
  if (value.kind === 'text') return [value];
  return value.kind === 'list' ? value.values.flatMap((each) => textsIn(each.value)) : [];
}
