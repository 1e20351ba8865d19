import { renderTables } from '@concord/reports';
import { Parser } from 'saxen';
import { Zip } from '../apps/server/src/files/tables/workbook/zip.ts';
import { atMost, type Figure, quantile, repeat, timed } from './measure.ts';
import { inPlace, prepare, type Running, running } from './organisation.ts';

const rows = 10_000;
const headings = ['Code', 'Name', 'Statement', 'Family', 'Frequency', 'Implementation', 'Since', 'Test'];

/** A workbook of 10,000 controls: tried, then taken in; against a bare parse of the same file in the same run. */
export async function benchImport(root: string): Promise<Figure[]> {
  return inPlace(async (place) => {
    const { bytes } = await renderTables([workbookTable()], 'xlsx');
    const bare = quantile(await repeat(9, () => parseBarely(bytes)), 0.5);
    const organisation = await prepare(place, { controls: 10, claims: 10 });
    const { first, tried, done } = await running(root, place, (program) =>
      takeIn(program, organisation, new Uint8Array(bytes)),
    );
    const how = `${rows.toLocaleString('en')} rows of ${headings.length} columns, HTTP, the file already sent; once read it is kept for a minute`;
    const against = `${how}; 12 × a bare parse (each cell's address and text, by saxen: ${Math.round(bare)} ms)`;
    return [
      atMost('import of 10,000 rows, preview, first', [first, 2000], { unit: 'ms', how }),
      atMost('import of 10,000 rows, preview', [tried, 12 * bare], { unit: 'ms', how: against }),
      atMost('import of 10,000 rows, done', [done, 2000], { unit: 'ms', how }),
      atMost('the same against a bare parse', [done, 12 * bare], { unit: 'ms', how: against }),
    ];
  });
}

function workbookTable() {
  const filled = Array.from({ length: rows }, (_, at) => [
    `IMP-${String(at).padStart(5, '0')}`,
    `Imported control number ${at}`,
    'What is done, by whom and when, in a sentence or two of ordinary length, as people write it.',
    `Family ${at % 23}`,
    'quarterly',
    at % 3 === 0 ? 'partly' : 'operating',
    '2026-01-15',
    'Take a sample and look whether it was done.',
  ]);
  return { name: 'Controls', headings, rows: filled };
}

/** What nobody who reads the file can do without: each cell with its address and its text. */
function parseBarely(bytes: Uint8Array): void {
  const zip = new Zip(bytes);
  const cells: { address: string | undefined; text: string }[] = [];
  for (const name of zip.names.filter((each) => each.endsWith('.xml'))) {
    const parser = new Parser();
    parser.on('openTag', (element, attributes) => {
      if (element === 'c' || element === 'si') cells.push({ address: attributes().r, text: '' });
    });
    parser.on('text', (text, decode) => {
      const cell = cells.at(-1);
      if (cell) cell.text += decode(text);
    });
    parser.parse(zip.text(name) ?? '');
  }
  if (cells.length < rows * headings.length) throw new Error(`the bare parse found ${cells.length} cells`);
}

async function takeIn({ address }: Running, organisation: string, bytes: Uint8Array<ArrayBuffer>) {
  const below = `${address.origin}/api/v1/organisations/${organisation}`;
  const authorization = `Bearer ${address.searchParams.get('token')}`;
  const post = async (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) => {
    const headers = { authorization, 'content-type': type };
    const response = await fetch(`${below}${path}`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Record<string, unknown>;
  };
  const sent = await post('/files?name=controls.xlsx', 'application/octet-stream', bytes);
  const body = JSON.stringify({ file: sent.hash });
  const preview = () => post('/imports/controls?preview=true', 'application/json', body);
  const first = await timed(preview);
  const tried = quantile(await repeat(3, preview), 0.5);
  const done = await timed(() => post('/imports/controls', 'application/json', body));
  return { first, tried, done };
}
