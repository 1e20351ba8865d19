import { say } from '@concord/catalog';
import type { CsfProfile } from '@concord/views';
import type { Block, Cell, Mark } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { groupedBy } from '../parts/groups.ts';
import { nameFramework, quietly } from '../parts/lines.ts';
import { setWantedApart, wantedColumns, writeWanted } from './wanted.ts';

type Gap = CsfProfile['gaps'][number];

/** CSWP 29, section 3.1, step 4: what is wanted and not reached, the most urgent first. */
export function writeGaps({ gaps, rows, profile }: CsfProfile, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const caption = say(language, 'csf.gaps');
  const heading: Block = { kind: 'heading', level: 1, text: caption };
  const none = profile === undefined ? 'csf.gaps.no-profile' : 'csf.gaps.none';
  if (gaps.length === 0) return [heading, { kind: 'paragraph', text: say(language, none) }];
  const column = (id: string, width: number) => ({ id, label: say(language, `csf.gaps.${id}`), width });
  const marks = new Map(rows.map(({ id, mark }) => [id, mark]));
  const markOf = ({ requirement }: Gap) => marks.get(requirement) ?? 'unknown';
  return [
    heading,
    { kind: 'paragraph', text: say(language, 'csf.gaps.words', { count: gaps.length }) },
    {
      kind: 'table',
      caption,
      columns: [
        { ...column('outcome', 18), identifies: true },
        column('state', 18),
        column('wanted', 16.5),
        column('missing', 17.5),
        column('closed', 30),
      ],
      rows: gaps.map((gap) => [
        [gap.requirement, quietly(gap.title)],
        { text: gap.word, mark: markOf(gap) },
        writeWanted(gap, choices),
        writeMissing(gap, markOf(gap), language),
        writeClosed(gap, language),
      ]),
      apart: {
        columns: [
          { ...column('outcome', 8), identifies: true },
          { id: 'title', label: say(language, 'csf.column.title'), width: 16 },
          column('state', 12),
          ...wantedColumns(language),
          column('missing', 12),
          column('closed', 24),
        ],
        rows: gaps.map((gap) => [
          gap.requirement,
          gap.title,
          { text: gap.word, mark: markOf(gap) },
          ...setWantedApart(gap, choices),
          writeMissing(gap, markOf(gap), language),
          writeClosed(gap, language),
        ]),
      },
    },
  ];
}

/** Where nothing that it rests on is lacking, it is still open: what contradicts itself, or how much is answered. */
function writeMissing({ missing, levels }: Gap, mark: Mark, language: string): Cell {
  const lacking = [
    ...missing.map((each) => say(language, `csf.missing.${each}`)),
    ...(levels === undefined || levels <= 0 ? [] : [say(language, 'csf.missing.levels', { count: levels })]),
  ];
  if (lacking.length > 0) return lacking;
  const open = mark === 'conflict' ? 'csf.missing.agreement' : 'csf.missing.extent';
  return quietly(say(language, open));
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** As a reader looks them up: 12.2 before 12.10, whatever claims and controls they came from. */
function inOrder(ids: readonly string[]): string {
  return ids.toSorted(byNumber.compare).join(', ');
}

/** Numbers alone would not say whose they are. */
function writeAffected(own: Gap['affected'], language: string): string {
  return say(language, 'csf.closed.line', {
    framework: nameFramework(own[0]?.framework ?? '', language),
    requirements: inOrder(own.map(({ requirement }) => requirement)),
  });
}

/** The controls that would close it, what else they would close, and how many actions are on it. */
function writeClosed({ closedBy, hiddenControls, closes, affected, actions }: Gap, language: string): Cell {
  const codes = inOrder(closedBy.map(({ code }) => code));
  const also = groupedBy(affected, ({ framework }) => framework).map((own) => writeAffected(own, language));
  return [
    codes === ''
      ? quietly(say(language, 'csf.closed.nothing'))
      : say(language, closes ? 'csf.closed.by' : 'csf.closed.in-part', { codes }),
    ...(hiddenControls === 0
      ? []
      : [quietly(say(language, 'document.how.hidden', { count: hiddenControls }))]),
    ...also.map((line, at) => quietly(at === 0 ? say(language, 'csf.closed.also', { also: line }) : line)),
    quietly(say(language, 'csf.closed.actions', { count: actions })),
  ];
}
