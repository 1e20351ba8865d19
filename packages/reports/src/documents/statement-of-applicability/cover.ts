import type { Block } from '../../blocks.ts';
import { type Say, writeDate } from '../../words/words.ts';
import type {
  Implementation,
  StatementChoices,
  StatementNumbers,
  StatementOfApplicabilityView,
} from './view.ts';

/** Who, what, as of when and at which seal; then the counts, with what is unclaimed and unknown beside the interval. */
export function writeCover(view: StatementOfApplicabilityView, choices: StatementChoices): Block[] {
  return [
    { kind: 'facts', facts: writeFacts(view, choices) },
    { kind: 'figures', figures: writeFigures(view, choices.say) },
    ...writeInPlace(view, choices),
    ...writeInterval(view.numbers, choices.say),
  ];
}

function writeFacts(view: StatementOfApplicabilityView, choices: StatementChoices) {
  const { say, language } = choices;
  const { framework, scope } = view;
  const fact = (key: string, value: string) => ({ label: say(`soa.fact.${key}`), value });
  return [
    fact('organisation', view.organisation.name),
    fact('scope', scope.statement === '' ? scope.name : `${scope.name}\n${scope.statement}`),
    fact('standard', say('soa.fact.standard.value', { ...framework })),
    fact('version', choices.version ?? say('soa.fact.version.none')),
    fact('on', say('soa.fact.on.value', { date: writeDate(view.on, language), position: view.knownAt })),
    fact('position', say('soa.fact.position.value', { position: view.position, head: view.head })),
    fact('key', choices.keyFingerprint ?? say('soa.fact.key.none')),
  ];
}

/** The undecided come last and only when there are any: their presence makes the statement incomplete. */
function writeFigures(view: StatementOfApplicabilityView, say: Say) {
  const rows = view.rows;
  const applicable = rows.filter((row) => row.applicability === 'applicable');
  const excluded = rows.filter((row) => row.applicability === 'excluded');
  const undecided = rows.length - applicable.length - excluded.length;
  const reasoned = applicable.filter((row) => row.reasons.length > 0).length;
  const justified = excluded.filter((row) => (row.exclusionReason ?? '').trim() !== '').length;
  const figures = [
    { figure: String(rows.length), words: say('soa.figure.all', { count: rows.length }) },
    { figure: String(applicable.length), words: say('soa.figure.applicable', { reasoned }) },
    { figure: String(excluded.length), words: say('soa.figure.excluded', { justified }) },
  ];
  if (undecided === 0) return figures;
  return [...figures, { figure: String(undecided), words: say('soa.figure.undecided') }];
}

function writeInPlace(view: StatementOfApplicabilityView, { say, strict }: StatementChoices): Block[] {
  const applicable = view.rows.filter((row) => row.applicability === 'applicable');
  const count = (implementation: Implementation) =>
    applicable.filter((row) => row.implementation === implementation).length;
  const [yes, partly, no] = [count('yes'), count('partly'), count('no')];
  const text = strict
    ? say('soa.in-place.words.strict', { applicable: applicable.length, yes, no: partly + no })
    : say('soa.in-place.words', { applicable: applicable.length, yes, partly, no });
  return [
    { kind: 'heading', level: 2, text: say('soa.in-place') },
    { kind: 'paragraph', text },
  ];
}

function writeInterval(numbers: StatementNumbers, say: Say): Block[] {
  const { n, met, possible, unclaimed, unknown, stale, conflict } = numbers;
  const legend = {
    met: say('soa.interval.met', { met }),
    possible: say('soa.interval.possible', { more: possible - met }),
    gap: say('soa.interval.gap', { gap: n - possible }),
  };
  const words = say('soa.interval.words', { n, met, possible, unclaimed, unknown, stale, conflict });
  return [
    { kind: 'heading', level: 2, text: say('soa.interval') },
    { kind: 'interval', n, met, possible, legend, words },
  ];
}
