import { renderTables } from '@concord/reports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOrganisation, fillProgramme, sendFile, within } from '../testing/programme.ts';
import { type Ask, makePlace, type RunningServer, startServer } from '../testing/server.ts';

const place = makePlace();
let running: RunningServer;
let inside: Ask;

beforeAll(async () => {
  running = await startServer(place);
  inside = within(running.ask, await createOrganisation(running.ask));
  await fillProgramme(inside);
});
afterAll(async () => {
  await running.close();
  place.remove();
});

async function preview(name: string, content: string | Uint8Array) {
  const file = await sendFile(inside, name, content);
  const piece = { controls: ['AC-01'], outcome: 'neutral', title: name, file };
  const { id } = (await inside('POST', '/evidence', piece)).body;
  return inside('GET', `/evidence/${id}/preview`);
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the preview of a file', () => {
  it('of a text is its text, with its name, type and size', async () => {
    const { status, body } = await preview('notes.txt', 'Überprüft\nalles gut');
    expect([status, body.kind, body.text, body.truncated]).toEqual([
      200,
      'text',
      'Überprüft\nalles gut',
      false,
    ]);
    expect(body).toMatchObject({ name: 'notes.txt', mediaType: 'text/plain', size: 21 });
  });

  it('of a long text is its beginning, no letter cut in two', async () => {
    const { body } = await preview('long.log', `a${'é'.repeat(60_000)}`);
    expect(body.truncated).toBe(true);
    expect(body.text).toMatch(/^aé+$/);
    expect(body.text.length).toBeLessThan(40_000);
  });

  it('of a text of one byte a letter is read as such', async () => {
    const { body } = await preview('old.txt', Buffer.from('Pr\xfcfung der Zug\xe4nge', 'latin1'));
    expect(body.text).toBe('Prüfung der Zugänge');
  });

  it('of a table is its first rows and columns, and how many more there are', async () => {
    const row = (at: number) => Array.from({ length: 40 }, (_, column) => `${at}/${column}`).join(',');
    const { body } = await preview('wide.csv', Array.from({ length: 150 }, (_, at) => row(at)).join('\n'));
    expect(body).toMatchObject({ kind: 'table', truncated: true });
    const [sheet] = body.sheets;
    expect([sheet.rows.length, sheet.rows[0].length, sheet.moreRows, sheet.moreColumns]).toEqual([
      100, 30, 50, 10,
    ]);
    expect(sheet.rows[99][29]).toBe('99/29');
  });

  it('of a workbook is each of its sheets', async () => {
    const tables = [{ name: 'One', headings: ['Code'], rows: [['<script>x</script>'], ['=1+1']] }];
    const { bytes } = await renderTables(tables, 'xlsx');
    const { body } = await preview('book.xlsx', new Uint8Array(bytes));
    expect(body.kind).toBe('table');
    expect(body.sheets[0].rows.flat()).toContain('<script>x</script>');
  });

  it('of pictures, PDF and anything else is only what it is', async () => {
    expect((await preview('a.png', new Uint8Array(png))).body).toMatchObject({
      kind: 'image',
      mediaType: 'image/png',
    });
    const pdf = (await preview('a.pdf', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')).body;
    expect([pdf.kind, pdf.text, pdf.sheets]).toEqual(['pdf', undefined, undefined]);
    const zip = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array(18).fill(0)]);
    expect((await preview('a.zip', zip)).body.kind).toBe('other');
  });

  it('of a document is had in the same way; of none there is nothing to look at', async () => {
    const file = await sendFile(inside, 'policy.txt', 'We do this');
    const document = (await inside('POST', '/documents', { title: 'Policy', file })).body.id;
    expect((await inside('GET', `/documents/${document}/preview`)).body.text).toBe('We do this');
    const bare = (await inside('POST', '/documents', { title: 'Bare' })).body.id;
    expect((await inside('GET', `/documents/${bare}/preview`)).body.code).toBe('document.no-file');
    expect((await inside('GET', '/evidence/none/preview')).body.code).toBe('evidence.unknown');
  });
});
