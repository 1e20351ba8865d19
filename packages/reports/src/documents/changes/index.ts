import { say } from '@concord/catalog';
import type { PlaceShown, ReportChanges } from '@concord/views';
import type { Block, Document } from '../../blocks.ts';
import { writeDate, writeNumber } from '../../wording/figures.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeReading } from '../parts/guide.ts';
import { type FactShown, writeBasis, writeDocument } from '../parts/head.ts';
import { nameOf } from '../parts/lines.ts';
import { writeRecord } from '../parts/record.ts';
import { sectionOf, sections, writeSection } from './sections.ts';

/** What differs between two versions of a report, or between one and now, row by row. */
export function writeChanges(view: ReportChanges, choices: DocumentChoices): Document {
  const { language } = choices;
  const report = say(language, `changes-report.of.${view.report}`);
  const headed = {
    title: say(language, 'changes-report.title', { report }),
    asked: say(language, 'changes-report.asked', {
      from: tellPlace(view.from, language),
      to: tellPlace(view.to, language),
    }),
    lead: writeLead(view, language),
    status: say(language, 'changes-report.status', { position: writeNumber(view.position, language) }),
    blocks: [
      ...writeCover(view, choices),
      ...writeFigures(view, language),
      ...sections.flatMap((section) => writeSection(view, section, language)),
      ...writeRecord(view, { more: writeHeads(view, language) }, choices),
    ],
  } as const;
  return writeDocument(headed, view, choices);
}

/** As a label. */
function writePlace(place: PlaceShown, language: string): string {
  return sayPlace('changes-report.place', place, language);
}

/** Within a sentence, where a language may want an article. */
function tellPlace(place: PlaceShown, language: string): string {
  return sayPlace('changes-report.place.told', place, language);
}

function sayPlace(ofVersion: string, { version, on }: PlaceShown, language: string): string {
  const date = writeDate(on, language);
  return version === undefined
    ? say(language, 'changes-report.place.now', { date })
    : say(language, ofVersion, { version, date });
}

function writeLead({ rows, from, to }: ReportChanges, language: string): string {
  const places = { from: tellPlace(from, language), to: tellPlace(to, language) };
  if (rows.length === 0) return say(language, 'changes-report.lead.none', places);
  const lines = new Set(rows.map(({ row }) => row)).size;
  const told = say(language, 'changes-report.lead', { ...places, count: rows.length, lines });
  return [told, ...writeApplicability(rows, language)].join(' ');
}

/** What an auditor of a Statement of Applicability asks first: which controls came to it and which were left out. */
function writeApplicability(rows: ReportChanges['rows'], language: string): string[] {
  return (['applicable', 'excluded', 'undecided'] as const)
    .map((now) => ({
      now,
      count: rows.filter(({ what, after }) => what === 'applicability' && after === now).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ now, count }) => say(language, `changes-report.lead.${now}`, { count }));
}

function writeCover(view: ReportChanges, choices: DocumentChoices): Block[] {
  const { language } = choices;
  const reading = {
    rule: say(language, 'changes-report.read.rule'),
    practice: say(language, 'changes-report.read.practice'),
    'own computation': say(language, 'changes-report.read.own'),
  };
  const more = [...writeEnd('from', view.from, choices), ...writeEnd('to', view.to, choices)];
  const places = { from: writePlace(view.from, language), to: writePlace(view.to, language) };
  const inPlaceOfVersion = {
    label: say(language, 'changes-report.compared'),
    value: say(language, 'changes-report.compared.value', places),
  };
  const basis = writeBasis(view, { editions: [], more, inPlaceOfVersion }, choices);
  return [basis, ...writeReading(reading, language)];
}

/** Which version, of which day, and what its author said of it. */
function writeEnd(end: 'from' | 'to', place: PlaceShown, choices: DocumentChoices): FactShown[] {
  const { language } = choices;
  const { position, by, note = '' } = place;
  const told = [
    writePlace(place, language),
    say(language, 'document.fact.position.value', { position: writeNumber(position, language) }),
    ...(by === undefined ? [] : [say(language, 'changes-report.by', { by: nameOf(by, choices) })]),
    ...(note.trim() === '' ? [] : [note]),
  ];
  return [{ label: say(language, `changes-report.${end}`), value: told.join('\n') }];
}

/** The signed heads of both ends, each with its position. */
function writeHeads({ from, to }: ReportChanges, language: string): FactShown[] {
  return [from, to].map((place) => ({ label: writePlace(place, language), value: place.head }));
}

/** How much was decided, put in place and merely came out otherwise. */
function writeFigures({ rows }: ReportChanges, language: string): Block[] {
  if (rows.length === 0) return [];
  const figures = sections.map((section) => ({
    figure: writeNumber(rows.filter(({ what }) => sectionOf(what) === section).length, language),
    words: say(language, `changes-report.figure.${section}`),
  }));
  return [{ kind: 'figures', figures }];
}
