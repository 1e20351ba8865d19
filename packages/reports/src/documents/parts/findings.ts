import { say } from '@concord/catalog';
import type { Block, Cell, NoteKind } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import { nameFrameworks, quietly, writeMend } from './lines.ts';

/** What a check found of a row: what is wrong, and what mends it. */
export interface FindingShown {
  readonly id: string;
  readonly severity: 'E' | 'W';
  /** Whether the rule behind it is the standard's, practice or our own. */
  readonly basis: NoteKind;
  readonly row: string;
  readonly message: string;
  readonly mend: string;
}

type Alike = readonly [FindingShown, ...FindingShown[]];

/** How many errors and warnings there are. */
export function countFindings({ E, W }: { readonly E: number; readonly W: number }, language: string) {
  return {
    errors: say(language, 'soa.checks.errors', { count: E }),
    warnings: say(language, 'soa.checks.warnings', { count: W }),
  };
}

/** What the cover of a document says of its open checks: whoever is handed it is to know of them at once. */
export function writeFound(checked: { readonly E: number; readonly W: number }, language: string) {
  const none = checked.E + checked.W === 0;
  return {
    label: say(language, 'soa.fact.checks'),
    value: none
      ? say(language, 'soa.fact.checks.none')
      : say(language, 'soa.fact.checks.value', countFindings(checked, language)),
  };
}

/** A table of findings, errors first; nothing where there are none. */
export function writeFindings(checks: readonly FindingShown[], language: string): Block[] {
  if (checks.length === 0) return [];
  const column = (id: string, width: number) => ({ id, label: say(language, `soa.checks.${id}`), width });
  return [
    {
      kind: 'table',
      caption: say(language, 'soa.checks'),
      columns: [
        { ...column('check', 17), identifies: true },
        column('rows', 19),
        column('found', 33),
        column('mend', 31),
      ],
      rows: together(checks).map((alike) => writeAlike(alike, language)),
    },
  ];
}

/** Errors first; what says the same of several rows is one line. */
function together(checks: readonly FindingShown[]): Alike[] {
  const groups = new Map<string, [FindingShown, ...FindingShown[]]>();
  for (const finding of checks) {
    const key = `${finding.severity} ${finding.id} ${saidOf(finding)} ${finding.mend}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const order = ([{ severity, id }]: Alike) => `${severity} ${id}`;
  return [...groups.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

function writeAlike(alike: Alike, language: string): Cell[] {
  const [first] = alike;
  return [
    [
      first.id,
      quietly(say(language, `soa.checks.severity.${first.severity}`)),
      quietly(say(language, `document.note.${first.basis}`)),
    ],
    alike.map(({ row }) => row).join(', '),
    nameFrameworks(writeDatesIn(saidOf(first), language), language),
    writeMend(first.mend, language),
  ];
}

/** A message begins with its row, which has a column of its own here. */
function saidOf({ message, row }: FindingShown): string {
  return message.startsWith(`${row} `) ? message.slice(row.length + 1) : message;
}
