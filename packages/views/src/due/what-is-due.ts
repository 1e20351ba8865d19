import type { Programme } from '@concord/programme';
import { Temporal } from 'temporal-polyfill';
import type { ViewMemory } from '../coverage/memory.ts';
import { dayNumber } from '../days/calendar.ts';
import type { InLanguage } from '../language/say.ts';
import { maySee, type Reader } from '../reader.ts';
import { dueDecisions, dueJudgements, dueKeys, dueTargets } from './decisions.ts';
import { dueEvidence } from './evidence.ts';
import { type DueItem, type DueKind, type DueState, dueKinds, dueStates } from './item.ts';
import { dueActions, dueReviews, openActions } from './registers.ts';

export interface DueAsked extends InLanguage {
  readonly programme: Programme;
  readonly organisation: string;
  readonly on: string;
  readonly head: string;
  readonly reader: Reader;
  readonly memory: ViewMemory;
}

export interface DueFilter {
  /** Days from the day asked about; what is overdue is always among them. */
  readonly within: number;
  /** Only what the reader answers for. */
  readonly mine: boolean;
  /** All kinds when none is named. */
  readonly kinds: readonly DueKind[];
  readonly offset: number;
  readonly limit: number;
}

const requirementsPrinted = 12;

export interface DueRow extends DueItem {
  /** Days left; below nought once it is past. */
  readonly days: number;
  readonly moreRequirements: number;
}

export interface WhatIsDue {
  readonly view: 'what-is-due';
  readonly organisation: { readonly id: string; readonly name: string };
  readonly on: string;
  readonly knownAt: number;
  readonly position: number;
  readonly head: string;
  readonly within: number;
  /** Last day of the window. */
  readonly to: string;
  readonly total: number;
  readonly counts: {
    readonly byKind: Readonly<Record<DueKind, number>>;
    readonly byState: Readonly<Record<DueState, number>>;
  };
  /** Of what was asked for: how many the reader may not see. */
  readonly hidden: number;
  /** Open, and without a day by which it is due: controls of which nothing was ever shown, and actions. */
  readonly undated: { readonly evidence: number; readonly action: number };
  /** By day, then kind and title. */
  readonly rows: readonly DueRow[];
}

/** One list of everything that somebody has to come back to, over the whole programme. */
export function whatIsDue(asked: DueAsked, filter: DueFilter): WhatIsDue {
  const { programme, on, reader } = asked;
  const to = Temporal.PlainDate.from(on).add({ days: filter.within }).toString();
  const { items, undated } = everythingDue(asked, to);
  const isWanted = ({ kind, owner }: Pick<DueItem, 'kind' | 'owner'>) =>
    (filter.kinds.length === 0 || filter.kinds.includes(kind)) && (!filter.mine || owner === reader.person);
  const wanted = items.filter(isWanted);
  const visible = wanted.filter(({ owner }) => maySee(reader, owner));
  const left = undated.filter((each) => isWanted(each) && maySee(reader, each.owner));
  visible.sort(byDay);
  return {
    view: 'what-is-due',
    organisation: { id: asked.organisation, name: programme.governance.organisation?.name ?? '' },
    on,
    knownAt: programme.position,
    position: programme.position,
    head: asked.head,
    within: filter.within,
    to,
    total: visible.length,
    counts: {
      byKind: countBy(dueKinds, visible, ({ kind }) => kind),
      byState: countBy(dueStates, visible, ({ state }) => state),
    },
    hidden: wanted.length - visible.length,
    undated: countBy(['evidence', 'action'] as const, left, ({ kind }) => kind),
    rows: visible.slice(filter.offset, filter.offset + filter.limit).map((item) => rowOf(item, on)),
  };
}

interface Undated extends Pick<DueItem, 'owner'> {
  readonly kind: 'evidence' | 'action';
}

function everythingDue({ programme, on, memory, language }: DueAsked, to: string) {
  const window = { on, to, memory, language };
  const { governance } = programme;
  const evidence = dueEvidence(programme, window);
  const items: DueItem[] = [
    ...evidence.items,
    ...dueActions(governance, window),
    ...dueReviews(governance, window),
    ...dueDecisions(programme, window),
    ...dueJudgements(programme, window),
    ...dueTargets(programme, window),
    ...dueKeys(programme, window),
  ];
  const actions = openActions(governance.actions.values(), on).filter(({ due }) => due === undefined);
  const undated: Undated[] = [
    ...evidence.missing.map(({ owner }) => ({ kind: 'evidence', owner }) as const),
    ...actions.map(({ owner }) => ({ kind: 'action', owner }) as const),
  ];
  return { items, undated };
}

function byDay(one: DueItem, other: DueItem): number {
  const [key, than] = [one, other].map(({ due, kind, title, id }) => [due, kind, title, id].join('\n'));
  return (key ?? '') < (than ?? '') ? -1 : 1;
}

function countBy<K extends string, T>(
  keys: readonly K[],
  items: readonly T[],
  keyOf: (item: T) => K,
): Readonly<Record<K, number>> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const item of items) counts[keyOf(item)] += 1;
  return counts;
}

function rowOf(item: DueItem, on: string): DueRow {
  const { requirements } = item;
  return {
    ...item,
    days: dayNumber(item.due) - dayNumber(on),
    requirements: requirements.slice(0, requirementsPrinted),
    moreRequirements: Math.max(0, requirements.length - requirementsPrinted),
  };
}
