import { say } from '@concord/catalog';
import type { ApplicabilityRow, StatementOfApplicability } from '@concord/views';
import type { Block } from '../../blocks.ts';
import { writeDate, writeNumber } from '../../wording/figures.ts';
import type { StatementChoices } from './choices.ts';
import { writeInterval } from './interval.ts';

/** Who, what, as of when and at which seal; then the counts, with what is unclaimed and unknown beside the interval. */
export function writeCover(view: StatementOfApplicability, choices: StatementChoices): Block[] {
  return [
    { kind: 'facts', facts: writeFacts(view, choices) },
    { kind: 'figures', figures: writeFigures(view, choices.language) },
    { kind: 'heading', level: 2, text: say(choices.language, 'soa.in-place') },
    { kind: 'paragraph', text: writeInPlace(view, choices) },
    ...writeBeside(view, choices),
    { kind: 'heading', level: 2, text: say(choices.language, 'soa.interval') },
    ...writeInterval(view.numbers, choices.language),
  ];
}

function writeFacts(view: StatementOfApplicability, { language, version, keyFingerprint }: StatementChoices) {
  const { framework, organisation, on, knownAt, position, head } = view;
  const standard = { title: framework.title, edition: framework.edition, hash: framework.hash };
  const fact = (key: string, value: string) => ({ label: say(language, `soa.fact.${key}`), value });
  return [
    fact('organisation', organisation.name),
    fact('scope', writeScope(view, language)),
    ...writeEdges(view, language),
    fact('standard', say(language, 'soa.fact.standard.value', standard)),
    fact('version', version ?? say(language, 'soa.fact.version.none')),
    fact(
      'on',
      say(language, 'soa.fact.on.value', {
        date: writeDate(on, language),
        position: writeNumber(knownAt, language),
      }),
    ),
    fact(
      'position',
      say(language, 'soa.fact.position.value', { position: writeNumber(position, language), head }),
    ),
    fact('key', keyFingerprint ?? say(language, 'soa.fact.key.none')),
    fact(
      'checks',
      say(language, 'soa.fact.checks.value', { errors: view.checked.E, warnings: view.checked.W }),
    ),
  ];
}

/** Clause 4.3, where it is stated: where the scope ends, what crosses its edge and what is left out. */
function writeEdges({ scopeStatement }: StatementOfApplicability, language: string) {
  return (['boundaries', 'interfaces', 'exclusions'] as const).flatMap((member) => {
    const value = scopeStatement?.[member].trim() ?? '';
    return value === '' ? [] : [{ label: say(language, `soa.fact.${member}`), value }];
  });
}

/** What is necessary although Annex A does not list it. */
function writeBeside(
  { further, hiddenFurther }: StatementOfApplicability,
  { language }: StatementChoices,
): Block[] {
  const count = further.length + hiddenFurther;
  return count === 0 ? [] : [{ kind: 'paragraph', text: say(language, 'soa.further.count', { count }) }];
}

function writeScope(view: StatementOfApplicability, language: string): string {
  const statement = view.scopeStatement?.statement ?? view.scope.statement;
  const name = nameScope(view, language);
  return statement.trim() === '' ? name : `${name}\n${statement}`;
}

/** The whole organisation as a scope bears the organisation's name, which would say nothing beside it. */
export function nameScope({ scope, organisation }: StatementOfApplicability, language: string): string {
  return scope.name === organisation.name ? say(language, 'soa.scope.whole') : scope.name;
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
  { language }: StatementChoices,
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
