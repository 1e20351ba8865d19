import type { ReadingNotice, Sheet } from '@concord/catalog';
import { damaged, limits, Unreadable } from '../limits.ts';
import { readSheet, type SheetGround } from './sheet.ts';
import { readStringTable } from './strings.ts';
import { readNumberStyles } from './styles.ts';
import { isTrue, readXml } from './xml.ts';
import { Zip } from './zip.ts';

interface Listed {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** The sheets of an XLSX workbook that a person sees; hidden ones, charts and macros are left. Hidden rows are read. */
export function readWorkbook(bytes: Uint8Array): { sheets: Sheet[]; noticed: readonly ReadingNotice[] } {
  const zip = new Zip(bytes);
  const part = workbookPart(zip);
  const { listed, since1904, uncalculated } = readContents(part, zip.text(part));
  const relations = readRelations(zip, part);
  const partOf = (kind: string) => [...relations.values()].find(({ type }) => type === kind)?.target ?? '';
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  const ground: SheetGround = {
    strings: readStringTable(strings, zip.text(strings)),
    styles: readNumberStyles(styles, zip.text(styles)),
    since1904,
    uncalculated,
    spend: spending(),
  };
  const targetOf = ({ relation }: Listed) => relations.get(relation) ?? { type: '', target: '' };
  const tables = listed.filter((each) => ['worksheet', ''].includes(targetOf(each).type));
  const read = tables.flatMap((each) => {
    if (each.hidden) return [];
    const { target } = targetOf(each);
    const xml = zip.text(target);
    if (xml === undefined) throw damaged(each.name);
    return [{ name: each.name, ...readSheet(target, xml, ground) }];
  });
  return {
    sheets: read.map(({ name, rows }) => ({ name, rows })),
    noticed: [...sheetsLeft(tables.filter(({ hidden }) => hidden)), ...rowsTaken(read)],
  };
}

const mostNamed = 12;

/** What a person does not see of the workbook, and whether it was read. */
function sheetsLeft(hidden: readonly Listed[]): ReadingNotice[] {
  if (hidden.length === 0) return [];
  const named = hidden.slice(0, mostNamed).map(({ name }) => name);
  const sheets = [...named, ...(hidden.length > mostNamed ? ['…'] : [])].join(', ');
  return [{ code: 'document.sheets-hidden', params: { count: hidden.length, sheets } }];
}

function rowsTaken(read: readonly { readonly name: string; readonly hiddenRows: number }[]): ReadingNotice[] {
  return read.flatMap(({ name, hiddenRows: count }) =>
    count === 0 ? [] : [{ code: 'document.rows-hidden', params: { sheet: name, count } } as const],
  );
}

/** Counts the cells of all sheets together. */
function spending(): (cells: number) => void {
  let left: number = limits.cells;
  return (cells) => {
    left -= cells;
    if (left < 0) throw new Unreadable('too-many-cells', { limit: limits.cells });
  };
}

function workbookPart(zip: Zip): string {
  const { names } = zip;
  const main = [...readRelations(zip, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  const part = main ?? 'xl/workbook.xml';
  if (part.endsWith('.bin')) throw new Unreadable('binary-workbook');
  if (names.includes(part) && /(^|\/)xl\//.test(`/${part}`)) return part;
  throw new Unreadable('no-workbook', { kind: packedKind(zip) });
}

/** What else is packed like this. */
function packedKind({ names }: Zip): string {
  if (names.includes('content.xml')) return 'OpenDocument';
  if (names.some((name) => name.startsWith('word/'))) return 'Word';
  if (names.some((name) => name.startsWith('ppt/'))) return 'PowerPoint';
  return 'ZIP';
}

function readContents(part: string, xml: string | undefined) {
  const listed: Listed[] = [];
  let [since1904, uncalculated] = [false, false];
  if (xml === undefined) throw damaged(part);
  readXml(part, xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = isTrue(attributes().date1904);
      if (name === 'calcPr') uncalculated = isTrue(attributes().fullCalcOnLoad);
      if (name !== 'sheet') return;
      const { name: title = '', state = 'visible', ...rest } = attributes();
      // The relation's id stands under a prefix that each writer chooses.
      const relation = Object.entries(rest).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: title, relation, hidden: state !== 'visible' });
    },
  });
  return { listed, since1904, uncalculated };
}

/** Which parts belong to a part, by the id it calls them. */
function readRelations(zip: Zip, part: string): Map<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  const xml = zip.text(name);
  if (xml === undefined) return relations;
  readXml(name, xml, {
    open: (element, attributes) => {
      if (element !== 'Relationship') return;
      const { Id = '', Type = '', Target = '', TargetMode = '' } = attributes();
      if (TargetMode === 'External') return;
      const type = Type.slice(Type.lastIndexOf('/') + 1);
      relations.set(Id, { type, target: resolvePart(folder, Target) });
    },
  });
  return relations;
}

/** Parts are named as files in folders; some writers escape what is no letter, some do not. */
function resolvePart(folder: string, target: string): string {
  try {
    return decodeURIComponent(new URL(target, `part:///${folder}`).pathname.slice(1));
  } catch {
    throw damaged(target);
  }
}
