import {
  assessableOf,
  childrenOf,
  type DocumentedNeed,
  documentedInformationOf,
  type Framework,
  type Requirement,
  requirementOf,
} from '@concord/catalog';
import { applicabilityKey, type Refusal, valueOn } from '@concord/programme';
import { type Envelope, type Opened, openView, type ViewAsked } from '../envelope.ts';
import { languageOf, sayIn } from '../language/say.ts';
import type { HintedRow } from '../reader.ts';
import { type Complete, type Completeness, completenessOf } from './completeness.ts';
import { type RecordShown, recordsOn } from './kept.ts';
import { type FurtherDocuments, furtherDocuments, type NeedShown, showNeed } from './written.ts';

const framework = 'iso27001-2022';

/** One clause with what it is made of, and beside its state what is to be written down and what is kept. */
export interface ClauseRow extends HintedRow, Completeness {
  /** The clause at the top: 4 to 10. */
  readonly group: string;
  readonly groupTitle: string;
  /** Lettered items, in the order of the standard; they are not judged apart. */
  readonly items: readonly Pick<Requirement, 'id' | 'parent' | 'title'>[];
  readonly needs: readonly NeedShown[];
  readonly records: readonly RecordShown[];
}

/** What a control of Annex A calls for in writing, if it is necessary. No failure by itself. */
export interface ConditionalNeed extends NeedShown {
  readonly control: string;
  readonly controlTitle: string;
  readonly necessary: 'yes' | 'no' | 'undecided';
  readonly condition: string;
  /** Records kept in Concord that the control is about. */
  readonly records: readonly RecordShown[];
}

export interface ClauseConformity extends Envelope {
  /** Our own computation, and how it comes about. */
  readonly completeMeans: string;
  readonly complete: Readonly<Record<Complete, number>>;
  /** How many of what the clauses call for in writing stand how. */
  readonly written: Readonly<Record<NeedShown['state'], number>>;
  readonly rows: readonly ClauseRow[];
  readonly conditional: readonly ConditionalNeed[];
  /** Registered documents that answer none of these needs. */
  readonly further: FurtherDocuments;
}

/** ISO/IEC 27001, clauses 4 to 10 with their items, and the documented information of clause 7.5.1. */
export function clauseConformity(asked: ViewAsked): ClauseConformity | { refusal: Refusal } {
  const opened = openView(asked, framework);
  if ('refusal' in opened) return opened;
  const clauses = assessableOf(opened.framework).filter(({ level }) => level === 'subclause');
  const needs = documentedInformationOf(framework, languageOf(asked));
  const rows = clauses.map((clause) => rowOf(clause, { asked, opened, needs }));
  const written = [
    ...new Map(rows.flatMap((row) => row.needs.map((need) => [need.id, need] as const))).values(),
  ];
  return {
    ...opened.envelope(
      'clause-conformity',
      clauses.map(({ id }) => id),
    ),
    completeMeans: sayIn(asked)('clause.complete-means'),
    complete: count(
      ['yes', 'no', 'unknown'],
      rows.map(({ complete }) => complete),
    ),
    written: count(
      ['approved', 'kept', 'past-review', 'draft', 'incomplete', 'missing'],
      written.map(({ state }) => state),
    ),
    rows,
    conditional: needs
      .filter(({ annexA }) => annexA)
      .map((need) => conditionalOf(need, { asked, opened, needs })),
    further: furtherDocuments(asked, opened, needs),
  };
}

interface Ground {
  readonly asked: ViewAsked;
  readonly opened: Opened;
  readonly needs: readonly DocumentedNeed[];
}

function rowOf(clause: Requirement, { asked, opened, needs }: Ground): ClauseRow {
  const row = opened.row(clause.id);
  const records = recordsOn({ asked, opened, requirement: clause.id });
  const own = needs.filter((need) => concerns(opened.framework, need, clause.id));
  const shown = own.map((need) => showNeed(need, { asked, opened }, records));
  const group = topOf(opened.framework, clause);
  return {
    ...row,
    group: group.id,
    groupTitle: group.title,
    items: itemsOf(opened.framework, clause.id),
    needs: shown,
    records,
    ...completenessOf({ row, needs: shown, records, say: sayIn(asked) }),
  };
}

/** A need names the clause, or an item somewhere below it. */
function concerns(edition: Framework, { requirement, also = [] }: DocumentedNeed, clause: string): boolean {
  return [requirement, ...also].some((named) => {
    for (let at: string | null = named; at !== null; at = requirementOf(edition, at)?.parent ?? null) {
      if (at === clause) return true;
    }
    return false;
  });
}

function topOf(edition: Framework, { parent, ...own }: Requirement): Pick<Requirement, 'id' | 'title'> {
  const above = parent === null ? undefined : requirementOf(edition, parent);
  return above ? topOf(edition, above) : own;
}

function itemsOf(edition: Framework, id: string): ClauseRow['items'] {
  return childrenOf(edition, id).flatMap(({ id: item, parent, title }) => [
    { id: item, parent, title },
    ...itemsOf(edition, item),
  ]);
}

function conditionalOf(need: DocumentedNeed, { asked, opened }: Ground): ConditionalNeed {
  const control = need.requirement;
  const key = applicabilityKey(opened.scope, framework, control);
  const decided = valueOn(asked.programme.controls.applicability.get(key) ?? [], asked.on);
  const records = recordsOn({ asked, opened, requirement: control });
  const necessary = decided === undefined ? 'undecided' : decided.applicable ? 'yes' : 'no';
  return {
    ...showNeed(need, { asked, opened }, records),
    control,
    controlTitle: requirementOf(opened.framework, control)?.title ?? '',
    necessary,
    records,
    condition: sayIn(asked)(`clause.condition-${necessary}`),
  };
}

function count<T extends string>(all: readonly T[], found: readonly T[]): Record<T, number> {
  const counts = Object.fromEntries(all.map((each) => [each, 0])) as Record<T, number>;
  for (const each of found) counts[each] += 1;
  return counts;
}
