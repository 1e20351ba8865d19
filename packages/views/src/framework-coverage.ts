import { assessableOf, childrenOf, type Requirement } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { countNumbers, type Numbers } from './calculus/index.ts';
import { remember } from './coverage/memory.ts';
import { type CoverageRow, spoken } from './coverage/row.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from './envelope.ts';
import { languageOf } from './language/say.ts';
import type { HintedRow } from './reader.ts';

/** A heading, or a requirement with others under it, and the numbers of everything assessable there. */
export interface CoverageGroup extends Pick<Requirement, 'id' | 'parent' | 'level' | 'title'> {
  readonly numbers: Numbers;
  /** Of what is exactly made of its parts: what follows for all of it. */
  readonly whole?: Pick<HintedRow, 'state' | 'word' | 'kind' | 'mark'>;
}

export interface FrameworkCoverage extends Envelope {
  /** In the order of the publication; those above come before those below. */
  readonly groups: readonly CoverageGroup[];
  readonly rows: readonly HintedRow[];
}

/** Any adopted framework, shipped or imported: its assessable requirements with what is known of each. */
export function frameworkCoverage(
  asked: ViewAsked,
  frameworkId: string,
): FrameworkCoverage | { refusal: Refusal } {
  const opened = openView(asked, frameworkId);
  if ('refusal' in opened) return opened;
  return opened.again('coverage', () => coverageShown(asked, opened));
}

function coverageShown(asked: ViewAsked, opened: Opened): FrameworkCoverage {
  const { framework } = opened;
  const ids = assessableOf(framework).map((requirement) => requirement.id);
  const groups = framework.requirements.flatMap((node) => groupOf(node, opened, asked));
  return { ...opened.envelope('coverage', ids), groups, rows: ids.map(opened.row) };
}

/** Nothing for what has no assessable requirement below it. */
function groupOf(node: Requirement, { framework, worked }: Opened, asked: ViewAsked): CoverageGroup[] {
  const below = childrenOf(framework, node.id).flatMap(({ id }) => assessableOf(framework, id));
  if (below.length === 0) return [];
  const { results } = worked.coverage;
  const ids = below.map(({ id }) => id);
  const row = node.assessable ? undefined : worked.rows.get(node.id);
  const basis = [row, ...ids.map((id) => results.get(id))];
  const group = remember(asked, { from: node, kind: 'coverage-group', basis }, () => ({
    ...headOf(node),
    numbers: countNumbers(results, ids),
    ...(row ? { whole: wholeOf(row, asked) } : {}),
  }));
  return [group];
}

function wholeOf(row: CoverageRow, asked: ViewAsked): NonNullable<CoverageGroup['whole']> {
  const { state, kind, mark } = row;
  return { state, word: spoken(row, languageOf(asked)).word, kind, mark };
}

function headOf({
  id,
  parent,
  level,
  title,
}: Requirement): Pick<Requirement, 'id' | 'parent' | 'level' | 'title'> {
  return { id, parent, level, title };
}
