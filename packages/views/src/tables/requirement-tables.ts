import {
  type Adoption,
  type ApplicabilityDecision,
  applicabilityKey,
  type Programme,
  valueOn,
} from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import { type FrameworkCoverage, frameworkCoverage } from '../framework-coverage.ts';
import type { HintedRow } from '../reader.ts';
import { date, type FlatTable, flatTable, integer, text, truth } from './flat-table.ts';

interface Row {
  readonly adoption: Adoption;
  readonly row: HintedRow;
}

/** What the adopted frameworks ask, each requirement with what is known of it and what was decided of it. */
export function requirementTables(asked: ViewAsked): readonly FlatTable[] {
  const adoptions = () => [...asked.programme.governance.adoptions.values()].sort(byFramework);
  const covered = function* (): Generator<{ adoption: Adoption; view: FrameworkCoverage }, void> {
    for (const adoption of adoptions()) {
      const view = frameworkCoverage({ ...asked, scope: undefined, period: undefined }, adoption.framework);
      if (!('refusal' in view)) yield { adoption, view };
    }
  };
  const records = function* (): Generator<Row, void> {
    for (const { adoption, view } of covered()) for (const row of view.rows) yield { adoption, row };
  };
  return [
    flatTable<{ adoption: Adoption; view: FrameworkCoverage }>(
      {
        name: 'frameworks',
        meaning: 'Frameworks that the organisation answers to, with how much of each is met',
      },
      [
        text('id', 'Id of the framework', ({ adoption }) => adoption.framework),
        text('title', 'Its title', ({ view }) => view.framework.title),
        text('edition', 'SHA-256 of the edition that was adopted', ({ adoption }) => adoption.edition),
        text('scope', 'Id of the scope in which it is answered to', ({ adoption }) => adoption.scope),
        integer('requirements', 'Requirements that are counted', ({ view }) => view.numbers.n),
        integer('met', 'Of these met for certain', ({ view }) => view.numbers.met),
        integer('possible', 'Of these met at most, by what is known', ({ view }) => view.numbers.possible),
        integer('unclaimed', 'Of these with no claim', ({ view }) => view.numbers.unclaimed),
        integer(
          'unknown',
          'Of these with nothing that shows how they stand',
          ({ view }) => view.numbers.unknown,
        ),
      ],
      covered,
    ),
    flatTable<Row>(
      { name: 'requirements', meaning: 'Each requirement that is assessed, with its result on the day' },
      requirementColumns,
      records,
    ),
    decisionTable(asked, records),
  ];
}

const requirementColumns = [
  text<Row>('framework', 'frameworks.id', ({ adoption }) => adoption.framework),
  text<Row>('requirement', 'Id within the framework', ({ row }) => row.id),
  text<Row>('title', 'Its short title', ({ row }) => row.title),
  text<Row>('result', 'The result in words', ({ row }) => row.word),
  text<Row>('possible', 'What is still possible: F met, P partly, N not; empty for a conflict', ({ row }) =>
    row.state.join(''),
  ),
  text<Row>('basis', 'What the result rests on', ({ row }) => row.kind),
  text<Row>(
    'implementation',
    'Whether what is claimed to meet it is in place: yes, partly or no',
    ({ row }) => row.implementation,
  ),
  integer<Row>('claims_confirmed', 'Claims that somebody confirmed', ({ row }) => row.claims.confirmed),
  integer<Row>('claims_proposed', 'Claims that nobody has confirmed', ({ row }) => row.claims.proposed),
  integer<Row>('controls_fresh', 'Controls behind it with fresh evidence', ({ row }) => row.evidence.fresh),
  integer<Row>('controls_due', 'Controls whose evidence is due again', ({ row }) => row.evidence.due),
  integer<Row>('controls_stale', 'Controls whose evidence has lapsed', ({ row }) => row.evidence.stale),
  integer<Row>('controls_failed', 'Controls whose last evidence failed', ({ row }) => row.evidence.failed),
  integer<Row>('controls_missing', 'Controls without evidence', ({ row }) => row.evidence.missing),
  integer<Row>(
    'hidden_controls',
    'Controls behind it that the reader may not see',
    ({ row }) => row.hiddenControls,
  ),
];

interface Decided {
  readonly adoption: Adoption;
  readonly requirement: string;
  readonly decision: ApplicabilityDecision;
}

function decisionTable({ programme, on }: ViewAsked, rows: () => Iterable<Row>): FlatTable {
  const records = function* (): Generator<Decided, void> {
    for (const { adoption, row } of rows()) {
      const decision = decisionOn(programme, { ...adoption, requirement: row.id }, on);
      if (decision) yield { adoption, requirement: row.id, decision };
    }
  };
  return flatTable<Decided>(
    {
      name: 'applicability',
      meaning: 'What was decided of a requirement, in the scope of its adoption, as of the day',
    },
    [
      text('framework', 'frameworks.id', ({ adoption }) => adoption.framework),
      text('requirement', 'requirements.requirement', ({ requirement }) => requirement),
      text('scope', 'Id of the scope', ({ adoption }) => adoption.scope),
      truth('applicable', 'Whether it applies', ({ decision }) => decision.applicable),
      text('reasons', 'Why it is necessary, each with its kind', ({ decision }) =>
        decision.reasons.map(({ kind, text: said }) => `${kind}: ${said}`).join('; '),
      ),
      text('exclusion_reason', 'Why it is not', ({ decision }) => decision.exclusionReason),
      text('owner', 'people.id of who answers for the decision', ({ decision }) => decision.owner),
      date('decided_on', 'Day of the decision', ({ decision }) => decision.decidedOn),
      date('review_on', 'Day on which it is to be looked at again', ({ decision }) => decision.reviewOn),
      text('decided_by', 'people.id', ({ decision }) => decision.by),
      integer('position', 'Entry of the ledger that it came with', ({ decision }) => decision.seq),
    ],
    records,
  );
}

function decisionOn(
  { controls }: Programme,
  { scope, framework, requirement }: Pick<Adoption, 'scope' | 'framework'> & { readonly requirement: string },
  on: string,
): ApplicabilityDecision | undefined {
  return valueOn(controls.applicability.get(applicabilityKey(scope, framework, requirement)) ?? [], on);
}

function byFramework(one: Adoption, other: Adoption): number {
  return one.framework < other.framework ? -1 : 1;
}
