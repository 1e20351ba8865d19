import { say } from '@concord/catalog';
import type { ApplicabilityRow, StatementOfApplicability } from '@concord/views';
import type { Block } from '../../blocks.ts';
import type { DocumentChoices } from '../choices.ts';
import { writeFound } from '../parts/findings.ts';
import { writeBasis } from '../parts/head.ts';
import { writeInterval } from '../parts/interval.ts';

/** Who, what, as of when and at which seal; then the counts, with what is unclaimed and unknown beside the interval. */
export function writeCover(view: StatementOfApplicability, choices: DocumentChoices): Block[] {
  return [
    writeFacts(view, choices),
    { kind: 'figures', figures: writeFigures(view, choices.language) },
    { kind: 'heading', level: 2, text: say(choices.language, 'soa.in-place') },
    { kind: 'paragraph', text: writeInPlace(view, choices) },
    ...writeAwaiting(view, choices),
    ...writeBeside(view, choices),
    ...writeAsProposed(view, choices),
    { kind: 'heading', level: 2, text: say(choices.language, 'document.interval') },
    ...writeProven(view, choices.language),
  ];
}

/** Coverage, and where it is drawn why it is less than what is stated. */
function writeProven({ numbers }: StatementOfApplicability, language: string): Block[] {
  const coverage = writeInterval(numbers, 'controls', language);
  return coverage.some(({ kind }) => kind === 'interval')
    ? [...coverage, { kind: 'paragraph', text: say(language, 'soa.in-place.two-counts') }]
    : coverage;
}

function writeFacts(view: StatementOfApplicability, choices: DocumentChoices): Block {
  const { language } = choices;
  const more = [writeFound(view.checked, language)];
  return writeBasis(view, { editions: [view.framework], more }, choices);
}

/** What is necessary although Annex A does not list it. */
function writeBeside(
  { further, hiddenFurther }: StatementOfApplicability,
  { language }: DocumentChoices,
): Block[] {
  const count = further.length + hiddenFurther;
  return count === 0 ? [] : [{ kind: 'paragraph', text: say(language, 'soa.further.count', { count }) }];
}

/** What works and does not count yet, for nobody has confirmed what it is claimed for. */
function writeAwaiting({ awaiting }: StatementOfApplicability, { language }: DocumentChoices): Block[] {
  if (!awaiting) return [];
  const { controls: count, rows } = awaiting;
  return [{ kind: 'paragraph', text: say(language, 'soa.awaiting', { count, rows }) }];
}

/** Reasons that nobody took from an assessment of risks yet are told as that. */
function writeAsProposed(
  { asProposed: count = 0 }: StatementOfApplicability,
  { language }: DocumentChoices,
): Block[] {
  return count === 0 ? [] : [{ kind: 'paragraph', text: say(language, 'soa.as-proposed', { count }) }];
}

/** The undecided come last and only when there are any: their presence makes the statement incomplete. */
function writeFigures({ rows }: StatementOfApplicability, language: string) {
  const having = (applicability: ApplicabilityRow['applicability']) =>
    rows.filter((row) => row.applicability === applicability);
  const [applicable, excluded, undecided] = [having('applicable'), having('excluded'), having('undecided')];
  const bare = applicable.filter((row) => row.reasons.length === 0).length;
  const unjustified = excluded.filter((row) => row.exclusionReason.trim() === '').length;
  const figure = (count: number, words: string) => ({ figure: String(count), words });
  const figures = [
    figure(rows.length, say(language, 'soa.figure.all', { count: rows.length })),
    figure(
      applicable.length,
      writeReasons('applicable', { count: applicable.length, without: bare }, language),
    ),
    figure(
      excluded.length,
      writeReasons('excluded', { count: excluded.length, without: unjustified }, language),
    ),
  ];
  if (undecided.length === 0) return figures;
  return [...figures, figure(undecided.length, say(language, 'soa.figure.undecided'))];
}

/** Whether all of them, some or none of them have the reason that the clause asks for. */
function writeReasons(
  kind: 'applicable' | 'excluded',
  { count, without }: { count: number; without: number },
  language: string,
): string {
  if (count === 0) return say(language, `soa.figure.${kind}.none`);
  if (without === 0) return say(language, `soa.figure.${kind}.all`, { count });
  return say(language, `soa.figure.${kind}.without`, { without });
}

function writeInPlace(
  { rows, implementationValues }: StatementOfApplicability,
  { language }: DocumentChoices,
): string {
  const applicable = rows.filter((row) => row.applicability === 'applicable');
  const count = applicable.length;
  if (count === 0) {
    const open = rows.some((row) => row.applicability === 'undecided');
    return say(language, open ? 'soa.in-place.words.undecided' : 'soa.in-place.words.none');
  }
  const being = (implementation: ApplicabilityRow['implementation']) =>
    applicable.filter((row) => row.implementation === implementation).length;
  const [yes, partly, no] = [being('yes'), being('partly'), being('no')];
  return implementationValues === 'two'
    ? say(language, 'soa.in-place.words.strict', { count, yes, no: partly + no })
    : say(language, 'soa.in-place.words', { count, yes, partly, no });
}
