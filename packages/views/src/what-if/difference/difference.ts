import { assessableOf, childrenOf, editionIn, type Framework, type Requirement } from '@concord/catalog';
import { countNumbers, type Kind, type Numbers, type State } from '../../calculus/index.ts';
import { nodesAsked } from '../../coverage/feed.ts';
import type { Worked } from '../../coverage/memory.ts';
import { type CoverageRow, spoken } from '../../coverage/row.ts';
import type { StateMark } from '../../coverage/word.ts';
import { languageOf } from '../../language/say.ts';
import { type Because, becauseOf, type Causes } from './because.ts';
import type { BeforeAfter, Pair } from './before-after.ts';
import { type Implementations, implementationsOf } from './implementations.ts';
import { type LeadView, leadViewOf } from './lead-views.ts';

/** One requirement as it prints. */
export interface Printed {
  /** What is still possible: F met, P partly, N not. Empty for a conflict. */
  readonly state: readonly State[];
  readonly kind: Kind;
  readonly word: string;
  readonly mark: StateMark;
  /** Whether what is claimed to meet it is in place, by what the organisation says of its controls. */
  readonly implementation: CoverageRow['implementation'];
}

/** A requirement that would stand otherwise. */
export interface DifferentRow {
  readonly id: string;
  readonly title: string;
  readonly before: Printed;
  readonly after: Printed;
  readonly because: Because;
}

/** A heading at the top of a framework with what lies under it. */
export interface DifferentGroup extends BeforeAfter<Numbers> {
  readonly id: string;
  readonly title: string;
}

/** What would be otherwise in one adopted framework. */
export interface Difference {
  readonly framework: { readonly id: string; readonly title: string };
  readonly scope: string;
  readonly numbers: BeforeAfter<Numbers>;
  readonly implementation: BeforeAfter<Implementations>;
  /** The view that is made for this framework, where there is one. */
  readonly lead?: LeadView;
  readonly groups: readonly DifferentGroup[];
  /** Requirements that differ, in the order of the framework. */
  readonly rows: readonly DifferentRow[];
  /** Headings that are exactly the union of what lies under them, likewise. */
  readonly wholes: readonly DifferentRow[];
}

/** The same framework before and after: the interval, what is in place, and every row that prints otherwise. */
export function differenceOf(before: Worked, after: Worked, causes: Causes): Difference {
  const { framework: own, scope } = after.coverage.aspect;
  const framework = editionIn(languageOf(causes), own);
  const differing = nodesAsked(framework).filter(({ id }) =>
    differs(before.rows.get(id), after.rows.get(id)),
  );
  const pair = { before, after, differing: new Set(differing.map(({ id }) => id)) };
  const ids = assessableOf(framework).map(({ id }) => id);
  const lead = leadViewOf(pair);
  return {
    framework: { id: framework.id, title: framework.title },
    scope,
    numbers: numbersOf(pair, assessableOf(framework)),
    implementation: { before: implementationsOf(before, ids), after: implementationsOf(after, ids) },
    ...(lead ? { lead } : {}),
    groups: groupsOf(framework, pair),
    rows: differing.filter(({ assessable }) => assessable).map((node) => rowOf(node, pair, causes)),
    wholes: differing.filter(({ assessable }) => !assessable).map((node) => rowOf(node, pair, causes)),
  };
}

function rowOf({ id, title }: Requirement, pair: Pair, causes: Causes): DifferentRow {
  const language = languageOf(causes);
  return {
    id,
    title,
    before: printed(pair.before.rows.get(id), language),
    after: printed(pair.after.rows.get(id), language),
    because: becauseOf(id, pair, causes),
  };
}

function printed(found: CoverageRow | undefined, language: string): Printed {
  const row = found as CoverageRow;
  const { state, kind, mark, implementation } = row;
  return { state, kind, word: spoken(row, language).word, mark, implementation };
}

function factsOf(row: CoverageRow | undefined): string {
  const { state, kind, said, mark, implementation } = row as CoverageRow;
  return JSON.stringify({ state, kind, said, mark, implementation });
}

function differs(before: CoverageRow | undefined, after: CoverageRow | undefined): boolean {
  return before !== after && factsOf(before) !== factsOf(after);
}

function numbersOf({ before, after }: Pair, nodes: readonly Requirement[]): BeforeAfter<Numbers> {
  const ids = nodes.map(({ id }) => id);
  return {
    before: countNumbers(before.coverage.results, ids),
    after: countNumbers(after.coverage.results, ids),
  };
}

/** Those at the top that have anything under them to assess. */
function groupsOf(framework: Framework, pair: Pair): DifferentGroup[] {
  return childrenOf(framework, null).flatMap(({ id, title }) => {
    const under = assessableOf(framework, id);
    return under.length === 0 ? [] : [{ id, title, ...numbersOf(pair, under) }];
  });
}
