import { apiRoot, type Row } from '@concord/operations';
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
  const { rows, numbers, ...rest } = answer;
  const head = numbers === undefined ? '' : printNumbers(rest, numbers as Record<string, number>);
  if (Array.isArray(rows))
    return `${head}${printTable(rows as Record<string, unknown>[])}${printRest(rest, rows.length)}${printSections(rest)}`;
  return `${printMembers(answer)}\n`;
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
  if (records.length > 1) return `Done: ${counted(records.map(({ kind }) => kind))}, ${place}.\n`;
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
  const told = types.map(([type, number]) => `${number} ${type}`).join(', ');
  const first = answer.first as { type: string; record: { id: string }; data: object }[];
  const rows = first.slice(0, previewed).map(({ type, record, data }) => ({ type, id: record.id, data }));
  const more = Number(answer.facts) - rows.length;
  return `${row.row.name} would write ${told}; nothing was written.\n\n${printTable(rows)}${more > 0 ? `… and ${more} more\n` : ''}`;
}

const previewed = 20;

function counted(kinds: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, number]) => `${number} ${kind}`).join(', ');
}

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
  return `\nchecks: ${errors} errors, ${warnings} warnings${rest}\n${lines.join('')}`;
}

function isSection(name: string): boolean {
  return ['crosswalks', 'further', 'remarks', 'new', 'conditional'].includes(name);
}

type Shown = Record<string, unknown>;

const columns = (
  'due days severity id row day version format code name demo title family seq first last at actor operation type outcome collectedOn applicability why target implementation ' +
  'freshness freshUntil until graceUntil daysLeft piece holdsUp codes period graceDays basis endedOn lastUsedOn ' +
  'frequency expected recorded passing failing coveredDays uncoveredDays longestGap knownThen knownNow priority effort word contribution pairs side framework requirement scope state part from fromTitle fromShare ' +
  'relation to toTitle toShare strength linked of underHeadings among statement underHeading status edition origin adopted hash data position note drift message mend ' +
  'attribute value annexA library restsOn single became into remaining complete missing necessary words' +
  ' kind reference need about asks effect statedOn overdue ownerName reviewOn approvedOn annex sector provision extent section'
).split(' ');

function printTable(rows: readonly Shown[]): string {
  if (rows.length === 0) return 'Nothing here yet.\n';
  const plainRows = rows.map((row) => ({ ...row, why: reasonOf(row) || undefined }) as Shown);
  const shown = columns
    .filter((name) => plainRows.some((row) => row[name] !== undefined))
    .filter((name) => name !== 'id' || !plainRows.some((row) => row.code !== undefined))
    .filter((name) => name !== 'kind' || !plainRows.some((row) => row.outcome !== undefined))
    .filter((name) => name !== 'hash' || plainRows.some((row) => row.origin !== undefined))
    .filter((name) => name !== 'state' || !plainRows.some((row) => row.word !== undefined));
  const cells = plainRows.map((row) =>
    shown.map((name) => (name === 'words' ? plain(row[name]) : cut(plain(row[name], name)))),
  );
  const widths = shown.map((name, at) =>
    Math.max(name.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  return [shown, ...cells].map((line) => `${pad(line, widths)}\n`).join('');
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

// A SHA-256 is shown whole: it is to be copied.
const widest = 64;

function cut(text: string): string {
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text;
}

function plain(value: unknown, column = ''): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return cellText(String(value));
  if (column === 'data' || column === 'target') return plainMembers(value);
  if ('linked' in value && 'of' in value) return plainShare(value as Record<string, number>);
  const said = saidBy(value as Shown);
  if (said !== undefined) return cellText(said);
  if (column === 'into') return (value as { id: string }[]).map(({ id }) => id).join(', ');
  if ('coveredDays' in value || 'possible' in value) return plainCount(value as Record<string, number>);
  if (column === 'piece') return plain((value as { title?: unknown }).title);
  return Array.isArray(value) ? value.map((each) => plain(each)).join(', ') : plainMembers(value);
}

/** A text in one line, as wide as it is printed. */
function cellText(text: string): string {
  return printable(text.replace(/[\n\r\t]/g, ' ')).replace(/\p{Cf}/gu, ' ');
}

/** What is known by its name, or says itself what it is. */
function saidBy({ name, words }: Shown): string | undefined {
  return [name, words].find((each) => typeof each === 'string') as string | undefined;
}

/** Days covered of a time; else how many are met for certain, and at most, of how many. */
function plainCount({ coveredDays, days, met, possible, n }: Readonly<Record<string, number>>): string {
  return coveredDays === undefined ? `${met} to ${possible} of ${n}` : `${coveredDays} of ${days} days`;
}

/** How many are linked; without a catalogue to count against, how many ids lead nowhere. */
function plainShare({ linked, of, underHeadings, unresolved }: Readonly<Record<string, number>>): string {
  if (of === 0) return `${unresolved} unresolved`;
  return `${linked} of ${of}${underHeadings === 0 ? '' : `, ${underHeadings} under headings`}`;
}

function plainMembers(value: object): string {
  const members = Object.entries(value).filter(([, each]) => each !== '' && each !== null);
  return members.map(([name, each]) => `${name} ${plain(each)}`).join(', ');
}

/** Members a line each; lists of records as tables under their name. */
function printMembers(answer: Shown): string {
  const told = Object.entries(answer).filter(([, value]) => value !== undefined && value !== '');
  const isTable = (value: unknown) => Array.isArray(value) && typeof value[0] === 'object';
  const lines = told
    .filter(([, value]) => !isTable(value))
    .map(([name, value]) => `${name}: ${plain(value)}`);
  const tables = told
    .filter(([, value]) => isTable(value))
    .map(([name, value]) => `\n${name}\n${printTable(value as Shown[]).trimEnd()}`);
  return [...lines, ...tables].join('\n');
}

const leadViews = ['statement-of-applicability', 'csf-profile', 'nis2-duties'];

/** What was loaded, and what to look at first. */
function printDemo({ name, from, to, asOf, facts, controls, evidence }: Shown): string {
  const on = asOf === undefined ? '' : ` --on ${asOf}`;
  const views = leadViews.map((view) => `  concord view ${view} --org "${name}"${on}\n`).join('');
  return `Loaded ${name}: ${facts} facts from ${from} to ${to}, ${controls} controls, ${evidence} pieces of evidence.

Look at it:
${views}
\`concord demo remove\` takes it away again; nothing else is touched.
`;
}

function printVerification(answer: Shown): string {
  const findings = answer.findings as { message: string }[];
  const warnings = (answer.warnings ?? []) as { message: string }[];
  const files = answer.files ? ` and ${answer.files} files` : '';
  const redacted = answer.redacted ? `, ${answer.redacted} redacted` : '';
  const lines = findings.map((finding) => `  ${finding.message}\n`).join('');
  const warned = warnings.map((warning) => `  warning: ${warning.message}\n`).join('');
  return `${answer.checked} entries${files} checked${redacted}: ${answer.ok ? 'nothing was altered' : `${findings.length} finding(s)`}\n${lines}${warned}`;
}
