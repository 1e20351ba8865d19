import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Size that the directory states, when it is to lie. */
  readonly stated?: number;
  /** Checksum that the directory states, when it is to lie. */
  readonly checksum?: number;
  /** General purpose flags; 1 says encrypted. */
  readonly flags?: number;
}

/** A packed file (ZIP) of these parts. */
export function packed(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stated, checksum, flags = 0 } of parts) {
    const bytes = Buffer.from(content as string);
    const body = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(checksum ?? crc32(bytes), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(stated ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), body]);
    // The directory repeats the fields, then says where the part begins.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listing, end]);
}

export interface DrawnSheet {
  readonly name: string;
  /** What stands in `sheetData`, and behind it. */
  readonly data: string;
  readonly behind?: string;
  readonly state?: 'hidden' | 'veryHidden';
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationships = (rows: readonly [string, string][]) =>
  `<Relationships>${rows.map(([kind, target], at) => `<Relationship Id="r${at}" Type="${office}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;

/** A workbook written by hand, cell by cell, as another program may write it. */
export function drawnWorkbook(
  sheets: readonly DrawnSheet[],
  { strings = '', styles = '', since1904 = false, extra = [] as readonly Part[] } = {},
): Buffer {
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" ${state ? `state="${state}"` : ''} r:id="r${at}"/>`,
  );
  const contents = `<workbook xmlns:r="${office}"><workbookPr ${since1904 ? 'date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`;
  return packed([
    { name: '_rels/.rels', content: relationships([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', content: contents },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', '/xl/styles.xml'],
      ]),
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${styles}</styleSheet>` },
    ...sheets.map(({ data, behind = '' }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet><sheetData>${data}</sheetData>${behind}</worksheet>`,
    })),
    ...extra,
  ]);
}
