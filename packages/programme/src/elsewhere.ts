import { isCatalogueFile, languages, type SentDocument, say, textOf } from '@concord/catalog';
import { isStatement } from './controls/applicability/index.ts';
import { isLibrary, plainHeading } from './controls/library/index.ts';
import { isProfile } from './controls/profiles/index.ts';
import {
  type Circumstances,
  type Command,
  type Decision,
  type Refusal,
  type RefusedPlace,
  refuse,
} from './foundation/index.ts';
import type { Programme } from './programme.ts';

/** What a file may be that is sent to be read, told by what is in it, and the commands that take such a file. */
const kinds: readonly {
  readonly kind: string;
  readonly is: (document: SentDocument) => boolean;
  readonly takenBy: readonly string[];
}[] = [
  { kind: 'catalogue', is: isCatalogueFile, takenBy: ['catalogue import'] },
  { kind: 'profile', is: isProfile, takenBy: ['profiles import', 'profiles import-target'] },
  { kind: 'statement', is: isStatement, takenBy: ['applicability import'] },
  { kind: 'library', is: isLibrary, takenBy: ['controls import'] },
  { kind: 'evidence', is: isRegister, takenBy: [] },
];

/** Refusals and faults of a file in which something was looked for and not found: each says what. */
const unfound: ReadonlySet<string> = new Set([
  'import.table-unrecognised',
  'import.unrecognised',
  'profile.no-workbook',
  'table.column-missing',
  'table.no-statement',
  'table.none',
  'target.no-selection',
]);

/** And of one in which another thing may have been taken for it. */
const faulty: ReadonlySet<string> = new Set(['table.faults', 'table.faults-listed']);

interface TakenIn {
  readonly document?: SentDocument;
  /** What was said of columns: whoever does so means this file. */
  readonly columns?: readonly string[];
  readonly leaveOut?: readonly string[];
}

/** A file that belongs elsewhere is refused with the place that takes it, in place of all that is wrong in it here. */
export function pointingElsewhere(row: Command<Programme>): Command<Programme> {
  if (row.intake !== 'document') return row;
  const rule = row.rule as (state: Programme, input: TakenIn, now: Circumstances) => Decision;
  return {
    ...row,
    rule: (state: Programme, input: TakenIn, now: Circumstances) => {
      const decision = rule(state, input, now);
      const { document, columns = [], leaveOut = [] } = input;
      const isMeant = columns.length + leaveOut.length > 0;
      if (!('refusal' in decision) || document === undefined || isMeant) return decision;
      const sought = soughtIn(decision.refusal, document);
      if (sought.length === 0 && !faulty.has(decision.refusal.code)) return decision;
      const place = elsewhere(row.name, document);
      if (!place) return decision;
      if (document.kind !== 'sheets') return { refusal: place };
      // Headings are a guess: a file that is meant for here may have those of another, and lack one that is told here.
      // What its columns were taken for goes with it, so that it can be said what they are.
      const { beside } = decision.refusal;
      const lacks = sought.length === 0 ? {} : { errors: sought };
      return { refusal: { ...place, ...lacks, ...(beside === undefined ? {} : { beside }) } };
    },
  };
}

/** What was looked for and not found. */
function soughtIn({ code, params, errors = [] }: Refusal, { name }: SentDocument): readonly RefusedPlace[] {
  return [{ at: name, code, params }, ...errors].filter((each) => unfound.has(each.code));
}

function elsewhere(command: string, document: SentDocument): Refusal | undefined {
  const found = kinds.filter(({ is }) => is(document));
  const [first] = found;
  if (!first || found.some(({ takenBy }) => takenBy.includes(command))) return undefined;
  return refuse('refused', `document.of-${first.kind}`, { file: document.name, at: 'file' }).refusal;
}

const rowsSearched = 40;
const ofRegister = ['title', 'collected', 'outcome', 'controls'] as const;

/** Whether a file is our register of evidence, which is written and not read. */
function isRegister(document: SentDocument): boolean {
  if (document.kind !== 'sheets') return false;
  const heads = document.sheets.flatMap(({ rows }) => rows.slice(0, rowsSearched));
  return heads.some(({ cells }) => {
    const headings = new Set(cells.map((cell) => plainHeading(textOf(cell))));
    return languages.some((language) =>
      ofRegister.every((column) =>
        headings.has(plainHeading(say(language, `evidence-report.column.${column}`))),
      ),
    );
  });
}
