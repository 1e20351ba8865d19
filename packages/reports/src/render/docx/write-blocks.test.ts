import { describe, expect, it } from 'vitest';
import type { Block } from '../../blocks.ts';
import { partsOf } from '../../testing/office.ts';
import { documentOf, hostileBlocks } from '../../testing/sample-blocks.ts';
import { renderDocx } from './docx.ts';

async function partOf(blocks: readonly Block[] | undefined, part = 'word/document.xml'): Promise<string> {
  return partsOf(await renderDocx(documentOf(blocks))).get(part)!.text;
}

const elements = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[ >].*?</${name}>`, 'gs'))].map(String);

describe('given tables, when they are written for Word', () => {
  const columns = [
    { id: 'a', label: 'A', width: 1, identifies: true },
    { id: 'b', label: 'B', width: 2, align: 'end' },
  ] as const;
  const table = (...rows: string[][]): Block => ({ kind: 'table', caption: 'T', columns, rows });

  it('then the headings stand on each page again and only a long row is split', async () => {
    const xml = await partOf([table(['a', 'b'], ['c', 'b'.repeat(5000)])]);
    const [head, short, begun, below] = elements(xml, 'w:tr');
    expect(head).toContain('<w:tblHeader/>');
    expect(short).toContain('<w:cantSplit/>');
    expect(begun).toContain('<w:cantSplit/>');
    expect(below).toContain('<w:gridSpan w:val="2"/>');
    expect(below).toContain('B · c');
    expect(below).toMatch(/<w:cantSplit w:val="(?:off|false|0)"\/>/);
  });

  it('then its columns fill the page in proportion, and figures stand at the end', async () => {
    const xml = await partOf([table(['a', 'b'])]);
    expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      3289, 6577,
    ]);
    expect(elements(xml, 'w:tr')[1]).toContain('<w:jc w:val="end"/>');
  });

  it('then a caption is printed, but not under a heading that says it already', async () => {
    const count = async (blocks: Block[]) => (await partOf(blocks)).match(/w:val="Caption"/g)?.length ?? 0;
    expect(await count([table()])).toBe(1);
    expect(await count([{ kind: 'heading', level: 2, text: 'T' }, table()])).toBe(0);
  });

  it('then what is to be signed stays on one page, unless a text of it may be longer', async () => {
    const form = (...labels: string[]): Block => ({
      kind: 'table',
      caption: 'T',
      form: true,
      columns,
      rows: labels.map((label) => [label, '']),
    });
    const rows = elements(await partOf([form('x', 'y'.repeat(500), 'z')]), 'w:tr');
    expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([false, true, false, false]);
  });
});

describe('given texts that may be longer than a page, when they are written for Word', () => {
  const written = async (length: number) => {
    // Two, or no caption would differ from the heading above it.
    const texts = ['Because ', 'However '].map((word) => word.repeat(length / 8));
    const parts = partsOf(await renderDocx(hostileBlocks(texts)));
    const xml = parts.get('word/document.xml')!.text;
    return { xml, long: elements(xml, 'w:p').filter((each) => texts.some((text) => each.includes(text))) };
  };
  const keeping = [
    'Heading1',
    'Heading2',
    'Heading3',
    'Caption',
    'TableHeading',
    'PanelTitle',
    'ContentsTitle',
  ];

  it('then none is held together or to what follows, and no row of them is whole or comes again', async () => {
    const { xml, long } = await written(408);
    for (const style of keeping) {
      const styled = long.filter((each) => each.includes(`w:val="${style}"`));
      expect(styled, style).not.toEqual([]);
      for (const each of styled)
        expect(each).toMatch(/<w:keepNext w:val="false"\/><w:keepLines w:val="false"\/>/);
    }
    for (const each of long) expect(each).not.toContain('<w:keepNext/>');
    expect(xml).not.toMatch(/<w:(?:cantSplit|tblHeader)\/>/);
  });

  it('then those that find room on a page are', async () => {
    const { xml, long } = await written(400);
    for (const style of keeping) {
      const styled = long.filter((each) => each.includes(`w:val="${style}"`));
      expect(styled, style).not.toEqual([]);
      for (const each of styled) expect(each).not.toMatch(/<w:keep(?:Next|Lines) w:val="false"/);
    }
    expect(xml).toContain('<w:cantSplit/>');
    expect(xml).toContain('<w:tblHeader/>');
  });
});

describe('given lists, when they are written for Word', () => {
  it('then each numbered list counts from one, as a list of its own', async () => {
    const list: Block = { kind: 'list', numbered: true, items: [{ text: 'x' }, { text: 'y' }] };
    const ids = [...(await partOf([list, list])).matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
    expect(await partOf([list], 'word/numbering.xml')).toContain('w:val="%1."');
  });
});

describe('given drawings, when they are written for Word', () => {
  const interval: Block = {
    kind: 'interval',
    n: 10,
    met: 4,
    possible: 7,
    legend: { met: 'M', possible: 'P', gap: 'G' },
    words: 'W',
  };

  it('then a bar is as long as it counts: solid, hatched, outlined', async () => {
    const [bar] = elements(await partOf([interval]), 'w:tbl');
    expect([...bar!.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      3946, 2960, 2960,
    ]);
    expect([...bar!.matchAll(/<w:shd [^>]*w:val="(\w+)"/g)].map(([, shade]) => shade)).toEqual([
      'clear',
      'thinDiagStripe',
      'clear',
    ]);
  });

  it('then nothing that is empty takes room, and nothing at all is still outlined', async () => {
    const widths = async (part: Partial<typeof interval>) =>
      [...elements(await partOf([{ ...interval, ...part } as Block]), 'w:tbl')[0]!.matchAll(/<w:gridCol/g)]
        .length;
    expect(await widths({ met: 10, possible: 10 })).toBe(1);
    expect(await widths({ n: 0, met: 0, possible: 0 })).toBe(1);
  });

  it('then what the bars of a calendar mean stands under it, where it is said', async () => {
    const calendars = documentOf().blocks.filter(({ kind }) => kind === 'timeline');
    const legends = elements(await partOf(calendars), 'w:p').filter((each) => />\u00a0\u00a0late/.test(each));
    expect(calendars).toHaveLength(2);
    expect(legends).toHaveLength(1);
    for (const words of ['done', 'open', 'late']) expect(legends[0]).toContain(`\u00a0\u00a0${words}`);
  });

  it('then the figure of a tile stands on a line of its own', async () => {
    const paragraphs = elements(
      await partOf([documentOf().blocks.find(({ kind }) => kind === 'heat')!]),
      'w:p',
    );
    const figures = paragraphs.filter((each) => each.includes('3.1 → 3.4'));
    expect(figures.length).toBeGreaterThan(1);
    for (const each of figures) expect(each).not.toContain('.OC');
  });

  it('then every line of a calendar stands where its day is, and each row has as many columns', async () => {
    const [timeline] = elements(
      await partOf(documentOf().blocks.filter(({ kind }) => kind === 'timeline')),
      'w:tbl',
    );
    const columns = timeline!.match(/<w:gridCol/g)!.length;
    for (const row of elements(timeline!, 'w:tr')) {
      const spans = elements(row, 'w:tc').map((cell) =>
        Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1),
      );
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
    }
  });
});
