import type { InputOf } from '@concord/operations/client';
import type { Search } from '../../../app/index.ts';

/** What a control can be supposed to be, as the server takes it. */
export const supposedStates = ['works', 'operating', 'partly', 'planned', 'fails', 'retired'] as const;
export type SupposedState = (typeof supposedStates)[number];

/** Something supposed. One that is off stays in the address and is not asked. */
export type Change = { readonly isOff: boolean } & (
  | { readonly kind: 'set'; readonly code: string; readonly state: SupposedState }
  | { readonly kind: 'lapse'; readonly evidence: string }
  | { readonly kind: 'exclude'; readonly framework: string; readonly requirement: string }
);

/** What a change is about; nothing is supposed twice of one thing. */
export function keyOf(change: Change): string {
  if (change.kind === 'set') return change.code;
  return change.kind === 'lapse' ? change.evidence : `${change.framework}/${change.requirement}`;
}

/**
 * The changes of an address: `set=CODE:works,…`, `lapse=ID,…`, `exclude=FRAMEWORK/REQUIREMENT,…` and `off` with the keys
 * of those that are switched off. What is none is passed over, for people type addresses; of two about one thing, the
 * last holds.
 */
export function changesIn(search: Search): readonly Change[] {
  const off = new Set(parts(search.off));
  const read = [
    ...parts(search.set).flatMap(readSet),
    ...parts(search.lapse).map((evidence) => ({ kind: 'lapse', evidence }) as const),
    ...parts(search.exclude).flatMap(readExclusion),
  ].map((change) => ({ ...change, isOff: false }));
  const byKey = new Map(read.map((change) => [keyOf(change), change]));
  return [...byKey].map(([key, change]) => ({ ...change, isOff: off.has(key) }));
}

/** Members of an address that say a change, or a goal, that is none. */
export function unreadIn(search: Search): Readonly<Record<string, readonly string[]>> {
  const known = new Set(changesIn(search).map(keyOf));
  const isUnread = {
    set: parts(search.set).some((said) => readSet(said).length === 0),
    exclude: parts(search.exclude).some((said) => readExclusion(said).length === 0),
    off: parts(search.off).some((key) => !known.has(key)),
  };
  return Object.fromEntries(Object.entries(isUnread).flatMap(([member, is]) => (is ? [[member, []]] : [])));
}

/** The address of these changes; what is empty leaves it. */
export function searchOf(changes: readonly Change[]): Search {
  return {
    set: joined(changes.map((change) => (change.kind === 'set' ? `${change.code}:${change.state}` : ''))),
    lapse: joined(changes.map((change) => (change.kind === 'lapse' ? change.evidence : ''))),
    exclude: joined(changes.map((change) => (change.kind === 'exclude' ? keyOf(change) : ''))),
    off: joined(changes.map((change) => (change.isOff ? keyOf(change) : ''))),
  };
}

/** What the server is asked of these changes, or undefined when none is on. */
export function askedOf(changes: readonly Change[]): InputOf<'what-if'> | undefined {
  const on = changes.filter(({ isOff }) => !isOff);
  if (on.length === 0) return undefined;
  return {
    set: on.flatMap((change) => (change.kind === 'set' ? [`${change.code}=${change.state}`] : [])),
    lapse: on.flatMap((change) => (change.kind === 'lapse' ? [change.evidence] : [])),
    exclude: on.flatMap((change) => (change.kind === 'exclude' ? [keyOf(change)] : [])),
  };
}

/** With one more, which takes the place of another about the same thing. */
export function withChange(changes: readonly Change[], added: Change): readonly Change[] {
  const key = keyOf(added);
  if (!changes.some((each) => keyOf(each) === key)) return [...changes, added];
  return changes.map((each) => (keyOf(each) === key ? added : each));
}

export function withoutChange(changes: readonly Change[], key: string): readonly Change[] {
  return changes.filter((each) => keyOf(each) !== key);
}

function readSet(said: string): { kind: 'set'; code: string; state: SupposedState }[] {
  const [, code, named] = /^(.+)[:=]([^:=]+)$/.exec(said) ?? [];
  const state = supposedStates.find((each) => each === named?.trim().toLowerCase());
  return code === undefined || state === undefined ? [] : [{ kind: 'set', code: code.trim(), state }];
}

function readExclusion(said: string): { kind: 'exclude'; framework: string; requirement: string }[] {
  const [, framework, requirement] = /^([^/]+)\/(.+)$/.exec(said) ?? [];
  if (framework === undefined || requirement === undefined) return [];
  return [{ kind: 'exclude', framework, requirement }];
}

function parts(said = ''): readonly string[] {
  return said
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function joined(each: readonly string[]): string | undefined {
  return each.filter((one) => one !== '').join(',') || undefined;
}
