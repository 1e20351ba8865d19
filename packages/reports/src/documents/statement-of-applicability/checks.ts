import { say } from '@concord/catalog';
import type { Finding, StatementOfApplicability } from '@concord/views';
import type { Block, Cell } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import type { StatementChoices } from './choices.ts';
import { quietly } from './how.ts';

/** What the checks of the statement found, with how to mend it; and what nothing could be held against. */
export function writeChecks(
  { checks, checked }: StatementOfApplicability,
  choices: StatementChoices,
): Block[] {
  const { language } = choices;
  const { E: errors, W: warnings, hidden } = checked;
  const key = errors + warnings === 0 ? 'soa.checks.words.none' : 'soa.checks.words';
  const unseen = hidden === 0 ? '' : ` ${say(language, 'soa.checks.hidden', { count: hidden })}`;
  return [
    { kind: 'heading', level: 1, text: say(language, 'soa.checks') },
    { kind: 'paragraph', text: `${say(language, key, { errors, warnings })}${unseen}` },
    ...writeFindings(checks, language),
    { kind: 'heading', level: 2, text: say(language, 'soa.checks.not-run') },
    { kind: 'facts', facts: checked.notRun.map(({ id, message }) => ({ label: id, value: message })) },
  ];
}

function writeFindings(checks: readonly Finding[], language: string): Block[] {
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
function together(checks: readonly Finding[]): (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of checks) {
    const key = `${finding.severity} ${finding.id} ${saidOf(finding)} ${finding.mend}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const order = ([{ severity, id }]: readonly [Finding, ...Finding[]]) => `${severity} ${id}`;
  return [...groups.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

function writeAlike(alike: readonly [Finding, ...Finding[]], language: string): Cell[] {
  const [first] = alike;
  return [
    [
      first.id,
      quietly(say(language, `soa.checks.severity.${first.severity}`)),
      quietly(say(language, `document.note.${first.basis}`)),
    ],
    alike.map(({ row }) => row).join(', '),
    writeDatesIn(saidOf(first), language),
    first.mend.replace(/`([^`]+)`/g, '“$1”'),
  ];
}

/** A message begins with its row, which has a column of its own here. */
function saidOf({ message, row }: Finding): string {
  return message.startsWith(`${row} `) ? message.slice(row.length + 1) : message;
}
