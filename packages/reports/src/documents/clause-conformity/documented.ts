import { say } from '@concord/catalog';
import type { ClauseConformity } from '@concord/views';
import type { Block, Cell, Column, Line } from '../../blocks.ts';
import { writeDatesIn } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { nameOf, quietly } from '../parts/lines.ts';
import { type DocumentListed, type Need, writeListed, writeNeedState } from './need.ts';

/** Clause 7.5.1: everything that the clauses want written down or kept, each once, and what there is of it. */
export function writeWritten({ rows }: ClauseConformity, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const caption = say(language, 'clause-report.written');
  const needs = [...new Map(rows.flatMap((row) => row.needs.map((need) => [need.id, need]))).values()];
  needs.sort((one, other) => (one.id < other.id ? -1 : 1));
  return [
    { kind: 'heading', level: 1, text: caption },
    { kind: 'paragraph', text: say(language, 'clause-report.written.words', { count: needs.length }) },
    {
      kind: 'table',
      caption,
      columns: writeColumns(language),
      rows: needs.map((need) => [
        need.id,
        [need.requirement, ...(need.also ?? [])],
        writeAsked(need, language),
        writeThere(need, { records: recordsOn(need, rows), choices }),
        writeNeedState(need, language),
      ]),
    },
  ];
}

/** The records of the clauses that call for it. */
function recordsOn({ id }: Need, rows: ClauseConformity['rows']) {
  return rows.filter(({ needs }) => needs.some((each) => each.id === id)).flatMap(({ records }) => records);
}

/** What controls of Annex A call for in writing: only if they are necessary, and no failure by itself. */
export function writeConditional({ conditional }: ClauseConformity, choices: DocumentChoices): Block[] {
  const { language } = choices;
  if (conditional.length === 0) return [];
  const caption = say(language, 'clause-report.conditional');
  return [
    { kind: 'heading', level: 1, text: caption },
    { kind: 'paragraph', text: say(language, 'clause-report.conditional.words') },
    {
      kind: 'table',
      caption,
      columns: writeColumns(language, 'control'),
      rows: conditional.map((need) => [
        need.control,
        [need.controlTitle, quietly(say(language, `clause.condition-${need.necessary}`))],
        writeAsked(need, language),
        writeThere(need, { records: need.records, choices }),
        need.necessary === 'no'
          ? quietly(say(language, 'clause-report.not-called-for'))
          : writeNeedState(need, language),
      ]),
    },
  ];
}

function writeColumns(language: string, about: 'need' | 'control' = 'need'): Column[] {
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `clause-report.written.${id}`),
    width,
  });
  const own = about === 'need' ? [column('need', 10), column('clause', 11.5)] : [column('control', 11.5)];
  const [first, ...rest] = own;
  return [
    { ...(first as Column), identifies: true },
    ...(about === 'need' ? rest : [column('title', 19)]),
    column('asked', about === 'need' ? 30 : 25),
    column('there', about === 'need' ? 31 : 28),
    column('state', about === 'need' ? 17.5 : 16.5),
  ];
}

const kinds = { D: 'document', R: 'record', 'D+R': 'both' } as const;

/** What must exist, whether it is maintained or retained, and the least that it has to hold. */
function writeAsked({ title, kind, checks }: Need, language: string): Cell {
  return [
    title,
    quietly(say(language, `clause-report.kind.${kinds[kind]}`)),
    ...checks.map((check) => quietly(say(language, 'clause-report.check', { check }))),
  ];
}

interface Ground {
  readonly records: ClauseConformity['rows'][number]['records'];
  readonly choices: DocumentChoices;
}

/** The documents that say they answer it, then the records of Concord that do. */
function writeThere(need: Need, { records, choices }: Ground): Cell {
  const { language } = choices;
  const { documents, hiddenDocuments, answeredBy = [] } = need;
  const answering = records.filter(({ kind }) => answeredBy.some((each) => each === kind));
  const kept = new Set(answering.map(({ words }) => writeDatesIn(words, language)));
  const lines: Line[] = [
    ...documents.flatMap((document) => writeListed(document, choices)),
    ...writeHidden(hiddenDocuments, language),
    ...[...kept].map((words) => say(language, 'clause-report.kept', { words })),
  ];
  return lines.length === 0 ? quietly(say(language, 'clause-report.there.none')) : lines;
}

function writeHidden(count: number, language: string): Line[] {
  return count === 0 ? [] : [quietly(say(language, 'clause-report.hidden', { count }))];
}

/** Clause 7.5.1 b: what else is registered, because the organisation or another framework wants it. */
export function writeFurther({ further }: ClauseConformity, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const { documents, hiddenDocuments } = further;
  const count = documents.length + hiddenDocuments;
  const caption = say(language, 'clause-report.further');
  const key = count === 0 ? 'clause-report.further.none' : 'clause-report.further.words';
  const hidden =
    hiddenDocuments === 0 ? [] : [say(language, 'clause-report.further.hidden', { count: hiddenDocuments })];
  const heading: Block[] = [
    { kind: 'heading', level: 1, text: caption },
    { kind: 'paragraph', text: [say(language, key, { count }), ...hidden].join(' ') },
  ];
  if (documents.length === 0) return heading;
  const column = (id: string, width: number) => ({
    id,
    label: say(language, `clause-report.further.${id}`),
    width,
  });
  return [
    ...heading,
    {
      kind: 'table',
      caption,
      columns: [{ ...column('title', 54), identifies: true }, column('owner', 26), column('state', 20)],
      rows: documents.map((document) => writeFurtherRow(document, choices)),
    },
  ];
}

function writeFurtherRow(document: DocumentListed, choices: DocumentChoices): Cell[] {
  const { owner, state } = document;
  return [
    writeListed(document, choices),
    owner === undefined ? '' : nameOf(owner, choices),
    writeNeedState({ state }, choices.language),
  ];
}
