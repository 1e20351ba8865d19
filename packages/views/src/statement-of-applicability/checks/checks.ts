import { assessableOf, contradictions, framework } from '@concord/catalog';
import type { Standing } from '../../coverage/feed.ts';
import { remember } from '../../coverage/memory.ts';
import { type InLanguage, sayIn } from '../../language/say.ts';
import { maySee } from '../../reader.ts';
import { type FurtherRead, implementationOf } from '../rows/further.ts';
import { annexA } from '../rows/linked.ts';
import type { Ground, RowRead } from '../rows/row.ts';
import { checkCalledFor, checkDeclined, checkReliedOn, checkScopeFacts } from './contradicted.ts';
import {
  type Check,
  checkDecided,
  checkExclusion,
  checkObligations,
  checkReasons,
  checkWording,
} from './decided.ts';
import {
  type CheckGround,
  type Entry,
  type Finding,
  found,
  type InvariantId,
  invariants,
} from './finding.ts';
import { checkComplete, checkPlanned, checkShown } from './in-place.ts';

/** What was looked at, and what was not: an invariant that is not held against anything is not passed. */
export interface Checked {
  /** Findings by severity, those too that the reader may not see. */
  readonly E: number;
  readonly W: number;
  /** Findings on rows that the reader may not see. */
  readonly hidden: number;
  readonly ran: readonly InvariantId[];
  readonly notRun: readonly { readonly id: string; readonly message: string }[];
}

export interface StatementChecks {
  readonly checks: readonly Finding[];
  readonly checked: Checked;
}

/** Those that depend on nothing but the row and what stands beside it. */
const ofRow: readonly Check[] = [
  checkDecided,
  checkReasons,
  checkExclusion,
  checkCalledFor,
  checkPlanned,
  checkShown,
  checkObligations,
  checkWording,
  checkScopeFacts,
  checkComplete,
];

/** Methods 1.2: the invariants of a statement, row by row in the order of the rows, errors and warnings alike. */
export function checkStatement(
  rows: readonly RowRead[],
  further: readonly FurtherRead[],
  ground: Ground,
): StatementChecks {
  const { asked, opened } = ground;
  const { programme, on, reader, language } = asked;
  const statement = programme.governance.scopeStatements.get(opened.scope);
  const place: CheckGround = { programme, scope: opened.scope, on, reader, statement, language };
  const listed = [...checkWhole(rows, asked), ...rows.flatMap((read) => checkRow(read, ground, place))];
  const own = further.map((read) => ({
    open: maySee(reader, read.standing.control.owner),
    findings: [...ofRow, checkDeclined].flatMap((check) => check(furtherEntry(read, language), place)),
  }));
  const all = [...listed, ...own.flatMap(({ findings }) => findings)];
  const checks = [...listed, ...own.flatMap(({ open, findings }) => (open ? findings : []))];
  return {
    checks,
    checked: {
      E: all.filter(({ severity }) => severity === 'E').length,
      W: all.filter(({ severity }) => severity === 'W').length,
      hidden: all.length - checks.length,
      ran: Object.keys(invariants) as InvariantId[],
      notRun: notRun(place),
    },
  };
}

/** SOA-01: each of the 93 stands there exactly once; an imported edition or a selection may have fewer, or others. */
export function checkWhole(
  rows: readonly Pick<RowRead, 'requirement'>[],
  { language }: InLanguage = {},
): Finding[] {
  const counts = new Map<string, number>();
  for (const { requirement } of rows) counts.set(requirement.id, (counts.get(requirement.id) ?? 0) + 1);
  const missing = annexAIds().filter((id) => !counts.has(id));
  const twice = [...counts].filter(([, count]) => count > 1);
  return [
    ...missing.map((row) => found({ row, language }, ['SOA-01', 'missing'])),
    ...twice.map(([row, count]) => found({ row, language }, ['SOA-01', 'twice'], { count })),
  ];
}

function annexAIds(): string[] {
  const shipped = framework(annexA);
  const controls = shipped ? assessableOf(shipped).filter(({ level }) => level === 'control') : [];
  return controls.map(({ id }) => id);
}

/** Claims for other frameworks do not touch the row, so what rests on them is looked up each time. */
function checkRow(read: RowRead, { opened, asked }: Ground, place: CheckGround): readonly Finding[] {
  const { coverage, decided } = read;
  // Nothing is held against the controls of what nobody decided.
  const standings = () => (decided ? claimed(read, opened.worked.coverage) : []);
  const { statement, reader, programme, language } = place;
  const { documents } = programme.governance;
  const basis = [read, statement, documents, reader.sees === 'all' ? '' : reader.person];
  const kind = reader.sees === 'all' ? 'soa checks' : 'soa checks own';
  const own = remember(asked, { from: coverage, kind, basis }, () => {
    const entry = { ...rowEntry(read, standings()), language };
    return ofRow.flatMap((check) => check(entry, place));
  });
  if (decided?.applicable !== false) return own;
  const counting = claimed(read, opened.worked.coverage, 'counting');
  return [...own, ...checkReliedOn({ ...rowEntry(read, counting), language }, place)];
}

function rowEntry(
  { requirement, coverage, decided, ...rest }: RowRead,
  standings: readonly Standing[],
): Entry {
  return {
    row: requirement.id,
    necessary: decided?.applicable,
    ofAnnexA: true,
    reasons: decided?.reasons ?? [],
    exclusionReason: decided?.exclusionReason ?? '',
    implementation: coverage.implementation,
    ...rest,
    standings,
  };
}

/**
 * The controls of confirmed claims on a row, each once; those whose condition of use does not hold are struck. Counting
 * are the claims that no gate keeps a hint.
 */
function claimed(
  { requirement }: RowRead,
  { claims, standings }: Ground['opened']['worked']['coverage'],
  which: 'all' | 'counting' = 'all',
): readonly Standing[] {
  const confirmed = (claims.get(requirement.id) ?? []).filter(
    ({ stated, read }) => stated.state === 'confirmed' && (which === 'all' || read.capped === undefined),
  );
  const ids = new Set(confirmed.flatMap(({ stated }) => stated.controls));
  const found = [...ids].flatMap((id) => standings.get(id) ?? []);
  return found
    .filter(({ state }) => state.inUse)
    .sort((one, other) => (one.control.code < other.control.code ? -1 : 1));
}

function furtherEntry(read: FurtherRead, language: string | undefined): Entry {
  const { standing, decided, actions, obligations } = read;
  return {
    row: standing.control.code,
    necessary: decided.necessary,
    ofAnnexA: false,
    reasons: decided.reasons,
    exclusionReason: decided.exclusionReason,
    implementation: implementationOf(read),
    actions,
    naming: [],
    obligations,
    standings: [standing],
    language,
  };
}

const waiting = ['SOA-05', 'SOA-08', 'SOA-10', 'SOA-11', 'SOA-14'] as const;

/** What there is nothing to hold against yet, and why. */
function notRun(place: CheckGround): Checked['notRun'] {
  const { statement } = place;
  const say = sayIn(place);
  const unsaid = contradictions().filter(({ fact }) => statement?.facts[fact] === undefined);
  const facts = unsaid.map(({ fact }) => say(`check.fact.${fact}`)).join(', ');
  const later = waiting.map((id) => ({ id, message: say(`check.not-run.${id.toLowerCase()}`) }));
  if (unsaid.length === 0) return later;
  const message = say('check.not-run.soa-12', { facts });
  return [...later, { id: 'SOA-12', message }].sort((one, other) => (one.id < other.id ? -1 : 1));
}
