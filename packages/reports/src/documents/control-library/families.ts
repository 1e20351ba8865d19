import { phraseIn, say } from '@concord/catalog';
import type { BookClaim, BookRow, ControlBook } from '@concord/views';
import type { Block, Cell, Column, Line } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { groupedBy } from '../parts/groups.ts';
import { nameOf, quietly, writeFreshness } from '../parts/lines.ts';
import {
  countImplemented,
  familiesOf,
  ofUse,
  writeEvidence,
  writeFamilyName,
  writeIdle,
} from './overview.ts';

/** A table of its controls for each family; on a page each control is a record of its own. */
export function writeFamilies(view: ControlBook, choices: DocumentChoices): Block[] {
  const titles = new Map(view.frameworks.map(({ id, title }) => [id, title]));
  return familiesOf(view.rows).flatMap((rows) => writeFamily(rows, { titles, choices }));
}

interface Ground {
  readonly titles: ReadonlyMap<string, string>;
  readonly choices: DocumentChoices;
}

function writeFamily(rows: readonly BookRow[], ground: Ground): Block[] {
  const { language } = ground.choices;
  const title = writeFamilyName(rows[0] as BookRow, language);
  return [
    { kind: 'heading', level: 1, text: title },
    { kind: 'paragraph', text: writeCounts(rows, language) },
    {
      kind: 'table',
      caption: title,
      dataset: 'controls',
      records: true,
      columns: writeColumns(language),
      rows: rows.map((row) => writeRow(row, ground)),
    },
  ];
}

function writeCounts(rows: readonly BookRow[], language: string): string {
  const used = ofUse(rows);
  const idle = rows.length - used.length;
  const counts = {
    count: used.length,
    operating: countImplemented(used, 'operating'),
    evidence: writeEvidence(used, language),
  };
  return [
    ...(used.length === 0 ? [] : [say(language, 'library-report.family.words', counts)]),
    ...(idle === 0 ? [] : [writeIdle(idle, language)]),
  ].join(' ');
}

function writeColumns(language: string): Column[] {
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `library-report.column.${id}`),
    width,
  });
  return [
    { ...column('code', 6), identifies: true, inRecord: 'heading' },
    { ...column('name', 13), inRecord: 'heading' },
    { ...column('family', 10), inRecord: 'nowhere' },
    { ...column('owner', 10), inRecord: 'line' },
    { ...column('state', 10), inRecord: 'line' },
    column('statement', 22),
    column('test', 13),
    column('claims', 18),
    column('attributes', 12),
  ];
}

function writeRow(row: BookRow, ground: Ground): Cell[] {
  const { language } = ground.choices;
  return [
    row.code,
    row.name,
    writeFamilyName(row, language),
    writeOwner(row, ground.choices),
    writeState(row, language),
    writeStatement(row, language),
    row.test.trim(),
    writeClaims(row, ground),
    row.attributes.map((each) => phraseIn(language, each)).join(', '),
  ];
}

/** What is done, and when it is of use at all. */
function writeStatement({ statement, condition, conditionHolds }: BookRow, language: string): Cell {
  const used = conditionHolds ? 'library-report.condition' : 'library-report.condition.not';
  return [
    statement.trim() === '' ? quietly(say(language, 'library-report.statement.none')) : statement,
    ...(condition.trim() === '' ? [] : [quietly(say(language, used, { condition }))]),
  ];
}

function writeOwner({ owner, frequency, scopes }: BookRow, choices: DocumentChoices): Cell {
  const { language } = choices;
  const often =
    frequency === undefined ? say(language, 'library-report.frequency.none') : phraseIn(language, frequency);
  return [
    owner === undefined ? quietly(say(language, 'library-report.owner.none')) : nameOf(owner, choices),
    quietly(often),
    ...scopes.map((scope) => quietly(say(language, 'library-report.in-scope', { scope }))),
  ];
}

function writeState(row: BookRow, language: string): Cell {
  if (!row.conditionHolds) return [quietly(say(language, 'library-report.struck'))];
  const { implementation, design } = row;
  return [
    say(language, `library-report.implementation.${implementation}`),
    ...(design === 'accepted' ? [] : [quietly(say(language, 'library-report.design.draft'))]),
    quietly(writeFreshness(row, language)),
  ];
}

/** For each framework what is claimed to be met by this control alone, then what otherwise or together with others. */
function writeClaims({ claims }: BookRow, { titles, choices: { language } }: Ground): Cell {
  const by = groupedBy(claims, ({ framework }) => framework);
  if (by.length === 0) return quietly(say(language, 'library-report.claim.none'));
  return by.map((own): Line => {
    const { framework } = own[0] as BookClaim;
    return say(language, 'library-report.claim.line', {
      framework: titles.get(framework) ?? framework,
      requirements: writeOwn(own, language),
    });
  });
}

/** Requirements of which the same is claimed stand together, those of which nothing needs to be said first. */
function writeOwn(claims: readonly BookClaim[], language: string): string {
  const groups = groupedBy(claims, (claim) => writeQualified(claim, language)).map((own) => ({
    qualified: writeQualified(own[0] as BookClaim, language),
    requirements: own.map(({ requirement }) => requirement).join(', '),
  }));
  const bare = groups.filter(({ qualified }) => qualified === '');
  const others = groups.filter(({ qualified }) => qualified !== '');
  return [
    ...bare.map(({ requirements }) => requirements),
    ...others.map((group) => say(language, 'library-report.claim.qualified', group)),
  ].join(say(language, 'said.between'));
}

/** What the control is to it, whether only together with others, and whether it is only proposed; '' where it meets it alone. */
function writeQualified(claim: BookClaim, language: string): string {
  const { contribution, state, confidence, together, hiddenControls } = claim;
  const alone = together.length + hiddenControls === 0;
  return [
    ...(contribution === 'meets' ? [] : [say(language, `library-report.claim.${contribution}`)]),
    ...(alone ? [] : [say(language, 'library-report.claim.together')]),
    ...(state === 'confirmed' ? [] : [say(language, 'library-report.claim.proposed')]),
    ...(confidence === 'low' ? [say(language, 'library-report.claim.low')] : []),
  ].join(', ');
}
