import type { Cell, SheetRow } from '@concord/catalog';
import { damaged, limits, Unreadable } from '../limits.ts';
import { readAddress, readArea } from './address.ts';
import { dayOfSerial, numberShown } from './serial.ts';
import { plainText, TextRuns } from './strings.ts';
import { type Attributes, readXml } from './xml.ts';

/** What the cells of all sheets refer to. */
export interface SheetGround {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly since1904: boolean;
  /** Takes so many cells off what the document may still hold. */
  readonly spend: (cells: number) => void;
}

type Row = { number: number; cells: Cell[] };
type Area = NonNullable<ReturnType<typeof readArea>>;

/** One sheet as a person sees it: rows that hold something, each cell in its column. */
export function readSheet(part: string, xml: string, ground: SheetGround): SheetRow[] {
  const reader = new SheetReader(ground);
  readXml(part, xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return reader.finish(part);
}

const mostAreas = 50_000;

class SheetReader {
  readonly #ground: SheetGround;
  readonly #rows: Row[] = [];
  readonly #areas: Area[] = [];
  readonly #runs = new TextRuns();
  #row: Row = { number: 0, cells: [] };
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #formula = false;
  #inValue = false;

  constructor(ground: SheetGround) {
    this.#ground = ground;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes());
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#formula = true;
    else if (name === 'row') this.#openRow(attributes().r);
    else if (name === 'mergeCell') this.#addArea(attributes().ref ?? '');
    else this.#runs.open(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else this.#runs.add(text);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else this.#runs.close(name);
  }

  finish(part: string): SheetRow[] {
    const rows = this.#rows.sort((one, other) => one.number - other.number);
    if (rows.some((row, at) => rows[at - 1]?.number === row.number)) throw damaged(part);
    fillAreas(rows, this.#areas, this.#ground.spend);
    return rows;
  }

  #openRow(number: string | undefined): void {
    this.#row = { number: number === undefined ? this.#row.number + 1 : Number(number), cells: [] };
    this.#column = -1;
  }

  #openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const address = r === undefined ? undefined : readAddress(r);
    this.#column = address?.column ?? this.#column + 1;
    this.#type = t;
    this.#style = Number(s);
    this.#value = '';
    this.#formula = false;
    this.#runs.take();
  }

  #closeCell(): void {
    const text = this.#shown();
    const cell = troubled(text, this.#type === 'e' ? 'error' : this.#formula ? 'formula' : undefined);
    if (cell === '') return;
    const { cells } = this.#row;
    this.#ground.spend(Math.max(0, this.#column + 1 - cells.length));
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = cell;
  }

  #closeRow(): void {
    if (this.#row.cells.length > 0) this.#rows.push(this.#row);
  }

  #addArea(ref: string): void {
    const area = readArea(ref);
    if (area) this.#areas.push(area);
    if (this.#areas.length > mostAreas) throw new Unreadable('too-many-cells', { limit: limits.cells });
  }

  /** What the cell shows. */
  #shown(): string {
    const value = this.#value;
    if (this.#type === 's') return this.#ground.strings[Number(value)] ?? '';
    if (this.#type === 'inlineStr') return this.#runs.take();
    if (this.#type === 'str' || this.#type === 'e') return plainText(value);
    if (value === '') return '';
    if (this.#type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (this.#type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    const day =
      this.#ground.dateStyles[this.#style] === true
        ? dayOfSerial(Number(value), this.#ground.since1904)
        : undefined;
    return day ?? numberShown(value);
  }
}

function troubled(text: string, trouble: 'error' | 'formula' | undefined): Cell {
  return trouble === undefined ? text : { text, trouble };
}

/** The rest of a merged area shows what stands in its first cell, in rows that hold something themselves. */
function fillAreas(rows: readonly Row[], areas: readonly Area[], spend: SheetGround['spend']): void {
  if (areas.length === 0) return;
  const at = new Map(rows.map((row) => [row.number, row]));
  for (const { first, last } of areas) {
    const cell = at.get(first.row)?.cells[first.column] ?? '';
    const text = typeof cell === 'string' ? cell : cell.text;
    if (text === '') continue;
    const to = Math.min(last.row, rows.at(-1)?.number ?? 0);
    for (let number = first.row; number <= to; number += 1) {
      const row = at.get(number);
      if (row) fillRow(row, { first, last }, { text, spend });
    }
  }
}

function fillRow(
  row: Row,
  { first, last }: Area,
  { text, spend }: { text: string; spend: (n: number) => void },
) {
  const { cells, number } = row;
  spend(last.column - first.column + 1);
  for (let column = first.column; column <= last.column; column += 1) {
    if (number === first.row && column === first.column) continue;
    while (cells.length < column) cells.push('');
    cells[column] = { text, trouble: 'merged' };
  }
}
