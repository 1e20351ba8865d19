import { assessableOf, type Requirement } from '@concord/catalog';
import { countNumbers, type Numbers } from '../../calculus/index.ts';
import { remember } from '../../coverage/memory.ts';
import type { Envelope, Opened, ViewAsked } from '../../envelope.ts';
import type { HintedRow } from '../../reader.ts';
import { type Applies, appliesTo } from './applies.ts';
import { type DecisionShown, decisionOn, decisionShown } from './decision.ts';
import { type PointLeftOut, type PointShown, pointShown, pointsLeftOut } from './points.ts';
import { type Room, roomIn } from './room.ts';

/** One requirement of the annex of Implementing Regulation (EU) 2024/2690. */
export interface TechnicalRow extends HintedRow, DecisionShown {
  readonly section: string;
  /** Points of Article 21(2) of the directive that it details. */
  readonly details: readonly string[];
  /** Points within it where the annex leaves room, with its phrase and how much that governs. */
  readonly room: readonly Room[];
  /** Points within it that are not applied, each with its reason. */
  readonly notApplied: readonly PointShown[];
}

export interface TechnicalSection {
  readonly id: string;
  readonly title: string;
  readonly details: readonly string[];
  readonly numbers: Numbers;
  /** Ids of its rows. */
  readonly requirements: readonly string[];
}

export interface Technical {
  readonly framework: Envelope['framework'];
  readonly scope: Envelope['scope'];
  readonly numbers: Numbers;
  readonly applies: Applies;
  readonly sections: readonly TechnicalSection[];
  /** Section by section, each row with the id of its own. */
  readonly rows: readonly TechnicalRow[];
  readonly total: number;
}

/** The annex section by section, each with its own numbers. */
export function technicalPart(opened: Opened, asked: ViewAsked): Technical {
  const points = assessableOf(opened.framework);
  const ids = points.map(({ id }) => id);
  const { framework, scope, numbers } = opened.envelope('nis2-duties', ids);
  const sections = opened.framework.requirements.filter(({ level }) => level === 'section');
  const left = pointsLeftOut(opened, asked);
  const rows = sections.flatMap(({ id: section }) =>
    assessableOf(opened.framework, section).map((point) => rowOf(point, section, { opened, asked, left })),
  );
  return {
    framework,
    scope,
    numbers,
    applies: appliesTo(asked),
    sections: sections.map((section) => sectionOf(section, opened)),
    rows,
    total: rows.length,
  };
}

/** The points of Article 21(2) that a requirement of the annex details (methods 5.4). */
export function detailsOf({ tags }: Requirement): readonly string[] {
  return tags?.directivePoint?.split(';') ?? [];
}

function sectionOf(section: Requirement, opened: Opened): TechnicalSection {
  const requirements = assessableOf(opened.framework, section.id).map(({ id }) => id);
  return {
    id: section.id,
    title: section.title,
    details: detailsOf(section),
    numbers: countNumbers(opened.worked.coverage.results, requirements),
    requirements,
  };
}

interface Ground {
  readonly opened: Opened;
  readonly asked: ViewAsked;
  readonly left: ReadonlyMap<string, readonly PointLeftOut[]>;
}

const none: readonly PointLeftOut[] = [];

function rowOf(point: Requirement, section: string, { opened, asked, left }: Ground): TechnicalRow {
  const row = opened.row(point.id);
  const found = decisionOn(opened, asked, point.id);
  const leftOut = left.get(point.id) ?? none;
  const basis = [found, ...leftOut.flatMap((each) => [each.decided, each.revision])];
  return remember(asked, { from: row, kind: 'nis2', basis }, () => ({
    ...row,
    section,
    details: detailsOf(point),
    room: roomIn(point.id),
    notApplied: leftOut.map((each) => pointShown(each, asked)),
    ...decisionShown(found, asked),
  }));
}
