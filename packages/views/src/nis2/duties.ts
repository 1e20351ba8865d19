import { assessableOf, type Framework, type Requirement } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { remember } from '../coverage/memory.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from '../envelope.ts';
import type { HintedRow } from '../reader.ts';
import { type DecisionShown, decisionOn, decisionShown } from './annex/decision.ts';
import { regulation } from './annex/room.ts';
import { detailsOf, type Technical, technicalPart } from './annex/technical.ts';
import { type Beyond, beyondIso27001 } from './beyond.ts';
import { checkRows } from './checks/checks.ts';
import { type InvariantId, invariants, type Nis2Finding } from './checks/finding.ts';

const framework = 'nis2-directive';

export interface DutyRow extends HintedRow, DecisionShown {
  readonly addressee: string;
  readonly deadline: string;
  /** Where ISO/IEC 27001 does not reach, in our words. */
  readonly beyondIso27001?: Requirement['beyondIso27001'];
  /** Rows of the annex of Implementing Regulation (EU) 2024/2690 that detail it, where that is adopted. */
  readonly technical: readonly string[];
}

export interface Nis2Duties extends Envelope {
  readonly rows: readonly DutyRow[];
  /** The annex of Implementing Regulation (EU) 2024/2690; absent while it is not adopted. */
  readonly technical?: Technical;
  readonly beyondIso27001: Beyond;
  /** What of both does not hold together. */
  readonly checks: readonly Nis2Finding[];
  /** How many of each severity, and what was looked at. */
  readonly checked: {
    readonly E: number;
    readonly W: number;
    readonly ran: readonly InvariantId[];
  };
}

/** Directive (EU) 2022/2555: the 25 duties on entities and their management bodies, and the annex that details them. */
export function nis2Duties(asked: ViewAsked): Nis2Duties | { refusal: Refusal } {
  const opened = openView(asked, framework);
  if ('refusal' in opened) return opened;
  const annex = openAnnex(asked);
  if (annex && 'refusal' in annex) return annex;
  return opened.again('nis2', () => dutiesOf(asked, opened, annex));
}

function dutiesOf(asked: ViewAsked, opened: Opened, annex: Opened | undefined): Nis2Duties {
  const ids = assessableOf(opened.framework).map((duty) => duty.id);
  const rows = assessableOf(opened.framework).map((duty) => rowOf(duty, { opened, asked, annex }));
  const technical = annex ? technicalPart(annex, asked) : undefined;
  const checks = [
    ...checkRows(opened, asked, ids),
    ...(annex ? checkRows(annex, asked, annexIds(annex)) : []),
  ];
  return {
    ...opened.envelope('nis2-duties', ids),
    rows,
    ...(technical ? { technical } : {}),
    beyondIso27001: beyondIso27001(
      { rows, framework },
      annex && technical && { rows: technical.rows, edition: annex.framework },
      asked,
    ),
    checks,
    checked: {
      E: checks.filter(({ severity }) => severity === 'E').length,
      W: checks.filter(({ severity }) => severity === 'W').length,
      ran: Object.keys(invariants) as InvariantId[],
    },
  };
}

/** The annex in the scope asked about, or in that of its own adoption; undefined while it is not adopted. */
function openAnnex(asked: ViewAsked): Opened | undefined | { refusal: Refusal } {
  return asked.programme.governance.adoptions.has(regulation) ? openView(asked, regulation) : undefined;
}

function annexIds({ framework: annex }: Opened): readonly string[] {
  return assessableOf(annex).map(({ id }) => id);
}

interface RowAsked {
  readonly opened: Opened;
  readonly asked: ViewAsked;
  readonly annex: Opened | undefined;
}

function rowOf(duty: Requirement, { opened, asked, annex }: RowAsked): DutyRow {
  const row = opened.row(duty.id);
  const found = decisionOn(opened, asked, duty.id);
  return remember(asked, { from: row, kind: 'nis2', basis: [found, annex?.framework] }, () => ({
    ...row,
    addressee: duty.tags?.addressee ?? '',
    deadline: duty.tags?.deadline ?? '',
    ...(duty.beyondIso27001 ? { beyondIso27001: duty.beyondIso27001 } : {}),
    technical: annex ? detailing(duty.id, annex) : [],
    ...decisionShown(found, asked),
  }));
}

const detailed = new WeakMap<Framework, ReadonlyMap<string, readonly string[]>>();

function detailing(duty: string, { framework: annex }: Opened): readonly string[] {
  const known = detailed.get(annex) ?? detailedBy(annex);
  detailed.set(annex, known);
  return known.get(duty) ?? [];
}

function detailedBy(annex: Framework): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const point of assessableOf(annex))
    for (const duty of new Set(detailsOf(point))) found.set(duty, [...(found.get(duty) ?? []), point.id]);
  return found;
}
