import type { Cell, SheetRow } from '@concord/catalog';
import { damaged, limits, Unreadable } from '../limits.ts';
import { readAddress, readArea } from './address.ts';
import { dayOfSerial, numberShown } from './serial.ts';
import { plainText, TextRuns } from './strings.ts';
import { type NumberStyle, showNumber } from './styles.ts';
import { type Attributes, isTrue, readXml } from './xml.ts';

/** What the cells of all sheets refer to. */
export interface SheetGround {
  readonly strings: readonly string[];
  readonly styles: readonly NumberStyle[];
  /** The formulas were never calculated: whoever wrote the file leaves that to the one who opens it. */
  readonly uncalculated: boolean;
  readonly since1904: boolean;
  /** Takes so many cells off what the document may still hold. */
  readonly spend: (cells: number) => void;
}

type Row = { number: number; cells: Cell[] };
type Area = NonNullable<ReturnType<typeof readArea>>;

/** What a sheet holds: rows that hold something, each cell in its column, and how many of them a person does not see. */
export interface SheetRead {
  readonly rows: SheetRow[];
  readonly hiddenRows: number;
}

export function readSheet(part: string, xml: string, ground: SheetGround): SheetRead {
  const reader = new SheetReader(part, ground);
  readXml(part, xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return reader.finish();
}

const mostAreas = 50_000;

class SheetReader {
  readonly #part: string;
  readonly #ground: SheetGround;
  readonly #rows: Row[] = [];
  readonly #areas: Area[] = [];
  readonly #runs = new TextRuns();
  #row: Row = { number: 0, cells: [] };
  #isHidden = false;
  #hiddenRows = 0;
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #formula = false;
  #valued = false;
  #inValue = false;

  constructor(part: string, ground: SheetGround) {
    this.#part = part;
    this.#ground = ground;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes());
    else if (name === 'v') this.#openValue();
    else if (name === 'f') this.#formula = true;
    else if (name === 'row') this.#openRow(attributes());
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

  finish(): SheetRead {
    const rows = this.#rows.sort((one, other) => one.number - other.number);
    if (rows.some((row, at) => rows[at - 1]?.number === row.number)) throw damaged(this.#part);
    fillAreas(rows, this.#areas, this.#ground.spend);
    return { rows, hiddenRows: this.#hiddenRows };
  }

  #openRow({ r: number, hidden }: Readonly<Record<string, string>>): void {
    this.#isHidden = isTrue(hidden);
    this.#row = { number: number === undefined ? this.#row.number + 1 : Number(number), cells: [] };
    if (!(Number.isSafeInteger(this.#row.number) && this.#row.number > 0)) throw damaged(this.#part);
    this.#column = -1;
  }

  #openValue(): void {
    this.#inValue = true;
    this.#valued = true;
  }

  #openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    const address = r === undefined ? undefined : readAddress(r);
    this.#column = address?.column ?? this.#column + 1;
    // A row may leave its number to its cells.
    if (address && this.#row.cells.length === 0) this.#row.number = address.row;
    this.#type = t;
    this.#style = Number(s);
    this.#value = '';
    this.#formula = false;
    this.#valued = false;
    this.#runs.take();
  }

  #closeCell(): void {
    const cell = this.#cell();
    if (cell === '') return;
    const { cells } = this.#row;
    this.#ground.spend(Math.max(0, this.#column + 1 - cells.length));
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = cell;
  }

  #cell(): Cell {
    if (!this.#formula) return troubled(this.#shown(), this.#type === 'e' ? 'error' : undefined);
    if (this.#type === 'e') return troubled(this.#shown(), 'error');
    // A formula may well come to an empty text; without a value it has never been calculated.
    if (this.#type === 'str' && this.#valued && this.#value === '') return '';
    const unknown = this.#ground.uncalculated && this.#type === 'n' && Number(this.#value) === 0;
    return troubled(unknown ? '' : this.#shown(), 'formula');
  }

  #closeRow(): void {
    if (this.#row.cells.length === 0) return;
    this.#rows.push(this.#row);
    if (this.#isHidden) this.#hiddenRows += 1;
  }

  #addArea(ref: string): void {
    const area = readArea(ref);
    if (area) this.#areas.push(area);
    if (this.#areas.length > mostAreas) throw new Unreadable('too-many-cells', { limit: limits.cells });
  }

  /** What the cell shows. */
  #shown(): string {
    const value = this.#value;
    if (this.#type === 's') return this.#sharedText(value);
    if (this.#type === 'inlineStr') return this.#runs.take();
    if (this.#type === 'str' || this.#type === 'e') return plainText(value);
    if (value === '') return '';
    if (this.#type === 'b') return isTrue(value) ? 'TRUE' : 'FALSE';
    if (this.#type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    const style = this.#ground.styles[this.#style];
    const day = style?.day === true ? dayOfSerial(Number(value), this.#ground.since1904) : undefined;
    return day ?? showNumber(numberShown(value), style);
  }

  /** A text that is not in the table was lost with it. */
  #sharedText(place: string): string {
    if (place === '') return '';
    const text = this.#ground.strings[Number(place)];
    if (text === undefined) throw damaged(this.#part);
    return text;
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
