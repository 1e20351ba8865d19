import {
  type Cell,
  columnLetters,
  languages,
  type SentDocument,
  type Sheet,
  type SheetRow,
  say,
} from '@concord/catalog';
import type { Reason } from '../../applicability.ts';
import { type Faults, plainHeading } from '../../library/index.ts';

/** What a column of a Statement of Applicability says; a kind of reason where a mark in it stands for one. */
export type Member =
  | 'id'
  | 'control'
  | 'applicable'
  | 'why'
  | 'inclusion'
  | 'exclusion'
  | 'in-place'
  | BesideMember
  | Reason['kind'];

/** What our own statement says beside a decision: elsewhere an owner is the control's as a rule, and not the decision's. */
type BesideMember = 'decided' | 'obligations' | 'owner' | 'review';

/** What people write over it, in any of our languages; those of our own statement come from its words. */
const headings: Readonly<Record<Exclude<Member, BesideMember>, string>> = {
  id: `id; nr; no; n; number; ref; reference; control id; control no; control number; control ref; annex a;
    requirement; requirement id; annex a reference; clause; iso control; iso 27001 control; nummer; referenz; kennung;
    anforderung; maßnahmennummer; maßnahme nr; anhang a; numéro; numero; référence; exigence; annexe a`,
  control: 'control; controls; annex a control; maßnahme; massnahme; kontrolle; mesure; contrôle',
  applicable: `applicable; applicability; applicable yes no; applicable y n; applies; is applicable; included; selected;
    in scope; anwendbar; anwendbarkeit; anwendbar ja nein; zutreffend; applicabilité; applicable oui non; retenu; retenue`,
  why: `why or why not; why; justification; reason; reasons; rationale; justification for inclusion exclusion;
    justification for inclusion or exclusion; begründung; grund; begründung für einschluss oder ausschluss; motif; raison;
    justification d inclusion ou d exclusion`,
  inclusion: `justification for inclusion; reason for inclusion; reason for selection; begründung für die anwendung;
    begründung für die auswahl; justification de l inclusion; motif d inclusion`,
  exclusion: `justification for exclusion; reason for exclusion; exclusion reason; begründung für den ausschluss;
    grund für den ausschluss; justification de l exclusion; motif d exclusion`,
  'in-place': `in place; implemented; implementation; implementation status; status; implemented yes no; umgesetzt;
    umsetzung; umsetzungsstatus; stand der umsetzung; en place; mise en œuvre; statut`,
  risk: 'risk; risk assessment; rra; risk treatment; risiko; risikobeurteilung; risque',
  law: 'law; legal; legal requirement; legal requirements; lr; gesetz; rechtlich; loi; légal',
  contract: 'contract; contractual; contractual obligation; contractual obligations; co; vertrag; contrat',
  business:
    'business; business requirement; business requirements; best practice; br; bp; br bp; geschäft; métier',
};

const inOurs = { control: 'id', applicable: 'applicable', why: 'why', 'in-place': 'in-place' } as const;

const byHeading = new Map<string, Member>([
  ...pairs(headings, (all) => all.split(';')),
  ...pairs(inOurs, (column) => languages.map((language) => say(language, `soa.column.${column}`))),
]);

const besideMembers = { decided: 'decided', obligations: 'obligations', owner: 'owner', review: 'review' };
const byHeadingOfOurs = new Map<string, Member>(
  pairs(besideMembers, (column) => languages.map((language) => say(language, `soa.column.${column}`))),
);

function pairs<V>(table: Readonly<Record<string, V>>, wordsOf: (value: V) => readonly string[]) {
  return Object.entries(table).flatMap(([member, value]) =>
    wordsOf(value).map((word): [string, Member] => [plainHeading(word), member as Member]),
  );
}

const ourColumns = ['id', 'title', 'applicable', 'why', 'in-place', 'how'] as const;

/** Whether all headings of a statement that we wrote stand there, in one language. */
function isOurs(row: SheetRow): boolean {
  const found = new Set(headingsOf(row).map(plainHeading));
  return languages.some((language) =>
    ourColumns.every((column) => found.has(plainHeading(say(language, `soa.column.${column}`)))),
  );
}

export interface FoundColumn {
  readonly at: number;
  readonly heading: string;
}

/** A sheet with a table of requirements that are decided. */
export interface StatementSheet {
  readonly name: string;
  readonly columns: ReadonlyMap<Member, FoundColumn>;
  /** We wrote it: after the requirements come necessary controls of whoever it is about, in the same columns. */
  readonly ours: boolean;
  /** Headings that say nothing we know: what stands below them is left out. */
  readonly others: readonly string[];
  readonly rows: readonly SheetRow[];
}

const rowsSearched = 40;
const mostColumns = 200;
const longestHeading = 200;

/** Titles and notes may stand above: the headings are the first row that names an id and whether it is applicable. */
export function statementOn({ name, rows }: Sheet, faults: Faults): StatementSheet | undefined {
  const at = rows.slice(0, rowsSearched).findIndex((row) => isHead(row));
  const head = rows[at];
  if (!head) return undefined;
  const columns = new Map<Member, FoundColumn>();
  const others: string[] = [];
  const ours = isOurs(head);
  for (const [index, heading] of headingsOf(head).entries()) {
    const member = memberOf(heading) ?? (ours ? byHeadingOfOurs.get(plainHeading(heading)) : undefined);
    const before = member && columns.get(member);
    if (before) {
      const place = (column: number) => `${name}!${columnLetters(column)}${head.number}`;
      faults.add(place(index), 'column-again', { column: heading, other: place(before.at) });
    } else if (member) columns.set(member, { at: index, heading });
    else if (heading !== '') others.push(heading);
  }
  const id = columns.get('id') ?? columns.get('control');
  if (id) columns.set('id', id);
  return {
    name,
    columns,
    ours,
    others,
    rows: rows.slice(at + 1).filter((row) => !isHead(row)),
  };
}

/** Whether a file holds a Statement of Applicability. */
export function isStatement(document: SentDocument): boolean {
  return (
    document.kind === 'sheets' &&
    document.sheets.some(({ rows }) => rows.slice(0, rowsSearched).some((row) => isHead(row)))
  );
}

function isHead(row: SheetRow): boolean {
  const members = new Set(headingsOf(row).map(memberOf));
  return (members.has('id') || members.has('control')) && members.has('applicable');
}

function headingsOf({ cells }: SheetRow): string[] {
  return cells.slice(0, mostColumns).map((cell) => {
    if (typeof cell === 'string') return cell.trim();
    return cell.trouble === 'merged' ? '' : cell.text.trim();
  });
}

function memberOf(heading: string): Member | undefined {
  return heading.length > longestHeading ? undefined : byHeading.get(plainHeading(heading));
}

/** A cell of a row under a column, and where it stands. */
export function cellAt(
  { name, columns }: StatementSheet,
  row: SheetRow,
  member: Member,
): { cell: Cell; place: string; heading: string } {
  const { at = 0, heading = '' } = columns.get(member) ?? {};
  const cell = columns.has(member) ? (row.cells[at] ?? '') : '';
  return { cell, place: `${name}!${columnLetters(at)}${row.number}`, heading };
}
