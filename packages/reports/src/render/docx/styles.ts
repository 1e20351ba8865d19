import { AlignmentType, type IPropertiesOptions, LevelFormat } from 'docx';
import { barColour, hairline, ink, ink2, ink3, sans, serif, textWidth } from './look.ts';

type Styles = NonNullable<IPropertiesOptions['styles']>;
type OfParagraphs = NonNullable<Styles['paragraphStyles']>[number];

const serifFont = { ascii: serif, hAnsi: serif, eastAsia: serif, cs: 'Times New Roman' };
const sansFont = { ascii: sans, hAnsi: sans, eastAsia: sans, cs: 'Arial' };

function heading(size: number, before: number, after: number) {
  const run = { font: serifFont, size, color: ink, bold: false, italics: false };
  return { run, paragraph: { spacing: { before, after }, keepNext: true, keepLines: true } };
}

const headings = { 1: heading(30, 440, 180), 2: heading(24, 360, 120), 3: heading(21, 280, 100) } as const;

/** The style of a heading of that depth in the outline that looks as one of its level. */
export function headingStyle(rank: 1 | 2 | 3, level: 1 | 2 | 3): string {
  return rank === level ? `Heading${rank}` : `Heading${rank}As${level}`;
}

/** A heading that steps into no deeper level than there is above it keeps the look of its own. */
const headingsApart = (
  [
    [1, 2],
    [1, 3],
    [2, 3],
  ] as const
).map(([rank, level]) =>
  style(headingStyle(rank, level), `Heading ${rank} as ${level}`, {
    basedOn: `Heading${rank}`,
    next: 'Normal',
    ...headings[level],
    paragraph: { ...headings[level].paragraph, outlineLevel: rank - 1 },
  }),
);

function style(id: string, name: string, rest: Omit<OfParagraphs, 'id' | 'name'>): OfParagraphs {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...rest };
}

/** Where the text of a note begins, behind its kind. */
export const noteWidth = 2300;

const named: readonly OfParagraphs[] = [
  style('Asked', 'Asked', { run: { color: ink3 }, paragraph: { spacing: { before: 720, after: 60 } } }),
  style('Subtitle', 'Subtitle', {
    next: 'Normal',
    run: { font: serifFont, size: 30, color: ink2 },
    paragraph: { spacing: { after: 240 } },
  }),
  style('Lead', 'Lead', {
    run: { font: serifFont, size: 24, color: ink },
    paragraph: { spacing: { after: 240 } },
  }),
  style('TableText', 'Table text', {
    run: { size: 17 },
    paragraph: { spacing: { after: 20, line: 245, lineRule: 'auto' } },
  }),
  style('TableHeading', 'Table heading', {
    basedOn: 'TableText',
    run: { size: 17, color: ink2, bold: true },
    paragraph: { keepNext: true },
  }),
  style('Quiet', 'Quiet', { basedOn: 'TableText', run: { size: 17, color: ink3 } }),
  style('Label', 'Label', { basedOn: 'TableText', run: { size: 19, color: ink3 } }),
  style('Figure', 'Figure', {
    run: { font: serifFont, size: 51, color: ink },
    paragraph: { spacing: { after: 0 }, keepNext: true },
  }),
  style('Note', 'Note', { paragraph: { indent: { left: noteWidth, hanging: noteWidth } } }),
  style('List', 'List', { paragraph: { spacing: { after: 60 } } }),
  style('PanelTitle', 'Panel title', {
    run: { bold: true },
    paragraph: { spacing: { after: 80 }, keepNext: true },
  }),
  style('ContentsTitle', 'Contents title', {
    run: { font: serifFont, size: 30 },
    paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
  }),
  style('TOC1', 'toc 1', contentsLine(0)),
  style('TOC2', 'toc 2', contentsLine(280)),
  style('Running', 'Running', { run: { size: 16, color: ink3 }, paragraph: { spacing: { after: 0 } } }),
  style('Bar', 'Bar', {
    run: { size: 2 },
    paragraph: { spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' } },
  }),
  style('Between', 'Between', {
    run: { size: 8 },
    paragraph: { spacing: { before: 0, after: 0, line: 160, lineRule: 'exact' } },
  }),
];

function contentsLine(left: number): Omit<OfParagraphs, 'id' | 'name'> {
  return {
    next: 'Normal',
    paragraph: { indent: { left, right: 480 }, spacing: { after: 60 }, rightTabStop: textWidth },
  };
}

/** The styles that everything stands in, in the language that the document speaks, in a share of their sizes. */
export function stylesFor(language: string, share = 1): Styles {
  return scaled(fullStyles(language), share);
}

const scalable = new Set(['size', 'before', 'after']);

function scaled<Value>(value: Value, share: number): Value {
  if (share === 1 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => scaled(each, share)) as Value;
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    typeof each === 'number' && scalable.has(name) ? Math.round(each * share) : scaled(each, share),
  ]);
  return Object.fromEntries(entries) as Value;
}

function fullStyles(language: string): Styles {
  return {
    default: {
      document: {
        run: {
          font: sansFont,
          size: 19,
          color: ink,
          language: { value: regional(language), bidirectional: 'ar-SA' },
        },
        paragraph: { spacing: { after: 120, line: 276, lineRule: 'auto' } },
      },
      title: {
        run: { font: serifFont, size: 51, color: ink },
        paragraph: { spacing: { before: 60, after: 200 }, keepNext: true },
      },
      heading1: headings[1],
      heading2: headings[2],
      heading3: headings[3],
      caption: {
        run: { size: 19, color: ink2, bold: true, italics: false },
        paragraph: { spacing: { before: 240, after: 100 }, keepNext: true },
      },
      strong: { run: { bold: true } },
      hyperlink: { run: { color: ink, underline: { type: 'none' } } },
    },
    paragraphStyles: [...named, ...headingsApart],
    // In which the library sets the entries of contents.
    characterStyles: [{ id: 'IndexLink', name: 'Index Link' }],
  };
}

/** Word wants a region with a language; English is written the European way. */
function regional(language: string): string {
  if (language === 'en') return 'en-GB';
  const { language: spoken, region } = new Intl.Locale(language).maximize();
  return region === undefined ? spoken : `${spoken}-${region}`;
}

const indent = { left: 360, hanging: 360 };

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: 'numbered',
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.START,
          style: { run: { color: ink3 }, paragraph: { indent } },
        },
      ],
    },
    {
      reference: 'dashes',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '–',
          alignment: AlignmentType.START,
          style: { run: { color: barColour }, paragraph: { indent } },
        },
      ],
    },
  ],
};

/** A rule under a row of headings, a hairline under others. */
export const underHeading = { style: 'single', size: 6, color: ink } as const;
export const underRow = { style: 'single', size: 4, color: hairline } as const;

const font = (name: string, instead: string, family: string) =>
  `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="00"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`;

/** `word/fontTable.xml`: what to take where a reader has not these fonts. */
export const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${font(sans, 'Liberation Sans', 'swiss')}${font(serif, 'Times New Roman', 'roman')}</w:fonts>`;
