import { AlignmentType, File, Footer, Header, Packer, PageNumber, type Paragraph, TextRun } from 'docx';
import type { Document } from '../../blocks.ts';
import { findSaid } from '../drawing/captions.ts';
import { rankHeadings } from '../drawing/headings.ts';
import { onPage } from '../drawing/on-page.ts';
import { coreProperties } from '../office/core-properties.ts';
import { settleTimes } from '../office/zip.ts';
import { makePrintable } from '../text/printable.ts';
import { between, cell, grid, row, type Written } from './grid.ts';
import { gutter, page, shareOut, textWidth } from './look.ts';
import { fontTable, numbering, stylesFor, underRow } from './styles.ts';
import { paragraph, paragraphOf } from './text.ts';
import { type Body, writeBlocks } from './write-blocks.ts';

/** The document for Word and its like (Office Open XML), to be worked on: the same document, the same bytes. */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  const printed = makePrintable(document);
  const file = new File({
    styles: stylesFor(printed.language, printed.layout === 'page' ? compact : 1),
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    numbering,
    // Word knows page numbers of contents only once it has laid them out: it offers to when it opens the document.
    features: { updateFields: printed.blocks.some(({ kind }) => kind === 'contents') },
    sections: [
      {
        properties: { page: printed.layout === 'page' ? tight : sheet },
        headers: { default: new Header({ children: writeHeader(printed) }) },
        footers: { default: new Footer({ children: writeFooter(printed) }) },
        children: [...writeTitle(printed), ...writeBody(printed)],
      },
    ],
  });
  const parts = [
    { path: 'docProps/core.xml', data: coreProperties(printed) },
    { path: 'word/fontTable.xml', data: fontTable },
  ];
  return settleTimes(await Packer.toBuffer(file, undefined, parts));
}

const sheet = {
  size: { width: page.width, height: page.height },
  margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side, header: 600, footer: 500 },
};

/** What is meant to be one page stays one where wider letters stand in for those of the look. */
const compact = 0.8;
const tight = { ...sheet, margin: { ...sheet.margin, top: 900, bottom: 760, header: 420, footer: 360 } };

function writeBody(document: Document): Body[] {
  const blocks = onPage(document.blocks);
  const counted = { lists: 0, headings: 0 };
  const room = { width: textWidth, counted, ranks: rankHeadings(blocks), said: findSaid(blocks) };
  return writeBlocks(blocks, { ...room, opens: false, leads: false });
}

function writeTitle({ asked, title, status, lead, layout }: Document): Paragraph[] {
  const high = layout === 'page' ? { spacing: { before: 0 } } : {};
  return [
    ...(asked === undefined ? [] : [paragraph(asked, 'Asked', high)]),
    paragraph(title, 'Title'),
    // On a single page it stands in the footer.
    ...(layout === 'page' ? [] : [paragraph(status, 'Subtitle')]),
    ...(lead === undefined ? [] : [paragraph(lead, 'Lead')]),
  ];
}

const margins = { right: gutter };

function writeHeader({ running }: Document): Written[] {
  const [left, right] = shareOut(textWidth, [running.left.length + 4, running.right.length + 4]) as [
    number,
    number,
  ];
  const cells = [
    cell([paragraph(running.left, 'Running')], left, { margins }),
    cell([paragraph(running.right, 'Running', { alignment: AlignmentType.END })], right),
  ];
  return [grid([left, right], [row(cells)]), between()];
}

function writeFooter({ running }: Document): Written[] {
  const [left, right] = shareOut(textWidth, [88, 12]) as [number, number];
  const borders = { top: underRow };
  const number = new TextRun({ children: [PageNumber.CURRENT, '\u00a0/\u00a0', PageNumber.TOTAL_PAGES] });
  const cells = [
    cell([paragraph(running.foot, 'Running')], left, { borders, margins: { ...margins, top: 60 } }),
    cell([paragraphOf([number], { style: 'Running', alignment: AlignmentType.END })], right, {
      borders,
      margins: { top: 60 },
    }),
  ];
  return [grid([left, right], [row(cells)]), between()];
}
