import { apiRoot, type Row } from '@concord/operations';
import { cut, plain, saysItself } from './line/cells.ts';
import { counted, countedKinds, typeInWords, wouldBe } from './line/counted.ts';
import { named, withNames } from './line/names.ts';
import { printable } from './line/printable.ts';

type Cells = readonly string[];

/** An answer for a person at a terminal, with nothing in it that a terminal obeys; `--json` has all of it as it is. */
export function printAnswer(row: Row, answer: Record<string, unknown>): string {
  return printable(print(row, answer));
}

function print(row: Row, answer: Record<string, unknown>): string {
  if (row.row.name === 'verify') return printVerification(answer);
  if (row.row.name === 'demo load') return printDemo(answer);
  if (row.row.name === 'demo remove') return `Removed ${answer.name}, with everything in it.\n`;
  if (Array.isArray(answer.sentences)) return `${answer.sentences.join('\n') || 'Nothing differs.'}\n`;
  if (row.kind === 'command') return `${printDone(row, answer)}${printNotices(answer)}`;
  const { rows, numbers, ...rest } = withNames(answer) as Record<string, unknown>;
  const before = printBeginning(answer);
  const head = numbers === undefined ? '' : printNumbers(rest, numbers as Record<string, number>);
  if (Array.isArray(rows))
    return `${before}${head}${printTable(rows as Record<string, unknown>[])}${printRest(rest, rows.length)}${printSections(rest)}`;
  return `${before}${printMembers(answer)}\n`;
}

/** Of a day before the first entry there is only what was entered later for it. */
function printBeginning({ on, begins }: Record<string, unknown>): string {
  return typeof on === 'string' && typeof begins === 'string' && on < begins
    ? `Nothing was recorded yet on ${on}: the ledger begins on ${begins}. What follows was entered later for that day.\n\n`
    : '';
}

function printNotices({ notices = [] }: { notices?: unknown }): string {
  return (notices as string[]).map((notice) => `  ${notice}\n`).join('');
}

/** What was done, to what, and the revision that a later change has to name. */
function printDone(row: Row, answer: Record<string, unknown>): string {
  if (answer.unchanged === true) return `${row.row.name}: nothing to change.\n`;
  const place = `at position ${answer.position}`;
  if (row.row.name === 'organisations create')
    return `Created organisation ${answer.organisation}, ${place}.\n`;
  if (answer.preview === true) return printPreview(row, answer);
  const records = (answer.records ?? []) as { kind: string }[];
  if (records.length > 1) return `Done: ${countedKinds(records.map(({ kind }) => kind))}, ${place}.\n`;
  const done = `Done: ${answer.kind} ${answer.id}, revision ${answer.revision}, ${place}.\n`;
  if (row.kind === 'command' && row.row.key === 'shared') return `${done}${printAddress(answer)}`;
  return row.kind === 'command' && row.row.key === 'made' ? `${done}${printKey(answer.key)}` : done;
}

function printKey(key: unknown): string {
  return typeof key === 'string'
    ? `Key: ${key}\nIt is shown this once and kept as a hash only. Send it as \`Authorization: Bearer …\`.\n`
    : 'Its key was shown before. `collectors renew` makes a new one.\n';
}

function printAddress({ organisation, key }: Record<string, unknown>): string {
  return typeof key === 'string'
    ? `Address below that of your server: ${apiRoot}/organisations/${organisation}/calendar.ics?share=${key}\nIt is shown this once: whoever has it reads what you answer for. \`calendar unshare\` takes it away.\n`
    : 'Its address was shown before. `calendar share` makes a new one.\n';
}

/** What would be written, and the first few of it. */
function printPreview(row: Row, answer: Record<string, unknown>): string {
  const types = Object.entries(answer.types as Record<string, number>);
  const told = types.map(([type, number]) => wouldBe(number, type)).join(', ') || 'Nothing would be changed';
  const first = answer.first as {
    type: string;
    record: { kind: string; id: string };
    data: Record<string, unknown>;
  }[];
  const shown = first.slice(0, previewed);
  const kinds = new Set(shown.map(({ record }) => record.kind.replaceAll('-', ' ')));
  const [kind = ''] = kinds.size === 1 ? kinds : ['record'];
  const cells = shown.map(({ type, record, data }) =>
    [typeInWords(type), plain(data.code ?? data.title ?? data.name ?? record.id), plain(data, 'data')].map(
      cut,
    ),
  );
  const table = shown.length === 0 ? '' : `\n${inColumns([['what', kind, 'values'], ...cells])}`;
  const more = Number(answer.facts) - shown.length;
  return `${row.row.name}: ${told}; nothing was written.\n${table}${more > 0 ? `… and ${more} more\n` : ''}`;
}

const previewed = 20;

function printNumbers(view: Record<string, unknown>, numbers: Record<string, number>): string {
  const framework = (view.framework as { title?: string } | undefined)?.title ?? '';
  const { n = 0, met = 0, possible = 0, unclaimed = 0, unknown = 0, conflict = 0, stale = 0 } = numbers;
  const more = [stale > 0 ? `, ${stale} stale` : '', conflict > 0 ? `, ${conflict} in conflict` : ''].join(
    '',
  );
  const name = String(view.view ?? '').replaceAll('-', ' ');
  return `${framework}, ${name}, on ${view.on}, as known at ${view.knownAt}
${met} of ${n} met, ${possible} possible; ${unclaimed} unclaimed, ${unknown} unknown${more}\n\n`;
}

function printRest(rest: Record<string, unknown>, printed: number): string {
  const { total, hidden } = rest;
  if (typeof total !== 'number') return '';
  const unseen = typeof hidden === 'number' && hidden > 0 ? `, ${hidden} you may not see` : '';
  return `${printed} of ${total}${unseen}\n`;
}

/** Tables that stand beside the main one, each with its name and how many it has of how many. */
function printSections(rest: Record<string, unknown>): string {
  const sections = Object.entries(rest).map(([name, value]) => {
    if (name === 'checks' && Array.isArray(value) && value.length > 0)
      return printChecks(value, rest.checked);
    if (isSection(name) && Array.isArray(value) && value.length > 0)
      return `\n${name}\n${printTable(value as Shown[])}`;
    const { rows, total } = (value ?? {}) as { rows?: Shown[]; total?: number };
    if (!Array.isArray(rows) || rows.length === 0) return '';
    return `\n${name}\n${printTable(rows)}${rows.length} of ${total}\n`;
  });
  return sections.join('');
}

/** Each with its mend, in a line that is not cut; then what was not checked. */
function printChecks(checks: readonly Shown[], checked: unknown): string {
  const { E: errors = 0, W: warnings = 0, notRun = [] } = (checked ?? {}) as Shown;
  const lines = checks.map(({ severity, id, message, mend }) => `${severity}  ${id}  ${message} ${mend}\n`);
  const without = (notRun as { id: string }[]).map(({ id }) => id).join(', ');
  const rest = without === '' ? '' : `; not held against everything: ${without}`;
  return `\nchecks: ${counted(Number(errors), 'error')}, ${counted(Number(warnings), 'warning')}${rest}\n${lines.join('')}`;
}

function isSection(name: string): boolean {
  return ['crosswalks', 'further', 'remarks', 'new', 'conditional'].includes(name);
}

type Shown = Record<string, unknown>;

const columns = (
  'due days severity id row day version on publishedBy format code name demo title family proposed total seq first last at actor operation type outcome collectedOn applicability applicable why target implementation ' +
  'freshness freshUntil until graceUntil daysLeft piece holdsUp codes period graceDays basis endedOn lastUsedOn ' +
  'frequency expected recorded passing failing coveredDays uncoveredDays longestGap knownThen knownNow priority effort word contribution pairs side framework requirement scope state part from fromTitle fromShare ' +
  'relation to toTitle toShare strength linked of underHeadings among statement underHeading status edition origin adopted hash data position note drift message mend ' +
  'attribute value annexA library restsOn single became into remaining complete missing necessary words' +
  ' kind reference need about asks effect statedOn overdue ownerName reviewOn approvedOn annex sector provision extent section'
).split(' ');

function printTable(rows: readonly Shown[]): string {
  if (rows.length === 0) return 'Nothing here yet.\n';
  const plainRows = rows.map(
    (row) => ({ ...row, ...inPractice(row), why: reasonOf(row) || row.why }) as Shown,
  );
  const shown = columns
    .filter((name) => plainRows.some((row) => row[name] !== undefined))
    .filter((name) => name !== 'id' || !plainRows.some((row) => row.code !== undefined || row.publishedBy))
    .filter((name) => name !== 'kind' || !plainRows.some((row) => row.outcome !== undefined))
    .filter((name) => name !== 'hash' || plainRows.some((row) => row.origin !== undefined))
    .filter((name) => name !== 'state' || !plainRows.some((row) => row.word !== undefined));
  const cells = plainRows.map((row) =>
    shown.map((name) => (name === 'words' ? plain(row[name]) : cut(plain(row[name], name)))),
  );
  return inColumns([shown, ...cells]);
}

/** Lines below each other, each cell as wide as the widest of its column. */
function inColumns(lines: readonly Cells[]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) => `${pad(line, widths)}\n`).join('');
}

/**
 * A control that is retired or not needed here is in no state, whatever was said of it when it was; what failed is fresh
 * until no day.
 */
function inPractice({ implementation, retired, conditionHolds, freshness }: Shown): Shown {
  const until = freshness === 'failed' ? { freshUntil: '' } : {};
  if (implementation === undefined || (retired !== true && conditionHolds !== false)) return until;
  return { implementation: retired === true ? 'retired' : 'not needed here', freshness: '', freshUntil: '' };
}

/** Why a requirement is applicable, or why not. */
function reasonOf({ reasons, exclusionReason }: Shown): string {
  if (typeof exclusionReason === 'string' && exclusionReason !== '') return exclusionReason;
  const given = Array.isArray(reasons) ? (reasons as { kind: string; text: string }[]) : [];
  return given.map(({ kind, text }) => `${kind}: ${text}`).join('; ');
}

function pad(line: Cells, widths: readonly number[]): string {
  return line
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd();
}

/** Members a line each, people by their names; lists of records as tables under their name. */
function printMembers(answer: Shown): string {
  const told = Object.entries(named(answer)).filter(([, value]) => value !== undefined && value !== '');
  const lines = told
    .filter(([, value]) => !isTable(value))
    .map(([name, value]) => [name, plain(isRecord(value) ? withoutTables(value) : value, name)] as const)
    .flatMap(([name, said]) => (said === '' ? [] : `${name}: ${said}`));
  const tables = told.flatMap(([name, value]) =>
    isTable(value) ? [printNamed(name, value)] : isRecord(value) ? tablesIn(name, value) : [],
  );
  return [...lines, ...tables].join('\n');
}

const isTable = (value: unknown): value is Shown[] => Array.isArray(value) && typeof value[0] === 'object';
const isRecord = (value: unknown): value is Shown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).some(isTable);

function tablesIn(name: string, value: Shown): string[] {
  const tables = Object.entries(value).filter((each): each is [string, Shown[]] => isTable(each[1]));
  // What is said in a sentence is not said by its parts again.
  return saysItself(value) ? [] : tables.map(([of, rows]) => printNamed(`${name}, ${of}`, rows));
}

function withoutTables(value: Shown): Shown {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => !isTable(each)));
}

function printNamed(name: string, rows: readonly Shown[]): string {
  return `\n${name}\n${printTable(rows).trimEnd()}`;
}

const leadViews = ['statement-of-applicability', 'csf-profile', 'nis2-duties'];

/** What was loaded, and what to look at first. */
function printDemo({ name, from, to, asOf, facts, controls, evidence }: Shown): string {
  const on = asOf === undefined ? '' : ` --on ${asOf}`;
  const views = leadViews.map((view) => `  concord view ${view} --org "${name}"${on}\n`).join('');
  return `Loaded ${name}: ${counted(Number(facts), 'fact')} from ${from} to ${to}, ${counted(Number(controls), 'control')}, ${counted(Number(evidence), 'evidence')}.

Look at it:
${views}
\`concord demo remove\` takes it away again; nothing else is touched.
`;
}

function printVerification(answer: Shown): string {
  const findings = answer.findings as { message: string }[];
  const warnings = (answer.warnings ?? []) as { message: string }[];
  const files = answer.files ? ` and ${counted(Number(answer.files), 'file')}` : '';
  const redacted = answer.redacted ? `, ${answer.redacted} redacted` : '';
  const lines = findings.map((finding) => `  ${finding.message}\n`).join('');
  const warned = warnings.map((warning) => `  warning: ${warning.message}\n`).join('');
  return `${counted(Number(answer.checked), 'entry')}${files} checked${redacted}: ${answer.ok ? 'nothing was altered' : counted(findings.length, 'finding')}\n${lines}${warned}`;
}
