import { workedBefore } from '../ahead/worked-before.ts';
import { beforeBoard, boardSummary } from '../board/board-summary.ts';
import { controlRecords } from '../control-table.ts';
import { compareProfiles } from '../csf-profile/compare.ts';
import { csfProfile } from '../csf-profile/csf-profile.ts';
import type { ViewAsked } from '../envelope.ts';
import { keptFiles } from '../evidence/kept-files.ts';
import { evidenceLapses } from '../evidence/lapses.ts';
import { evidenceList } from '../evidence/list.ts';
import { evidencePeriods } from '../evidence/periods.ts';
import { evidenceRegister } from '../evidence/register.ts';
import { type Exchange, type ExchangeAsked, exchangeKinds, exchanges } from '../exchange/index.ts';
import { find } from '../find/find.ts';
import { frameworkCoverage } from '../framework-coverage.ts';
import { gapAssessment } from '../gap-assessment/gap-assessment.ts';
import { controlBook } from '../library/control-book.ts';
import { controlLibrary } from '../library/control-library.ts';
import { operation } from '../operation/operation.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { actionList, documentList, entityList, obligationList, scopeList } from '../registers/index.ts';
import { statementOfApplicability } from '../statement-of-applicability/statement-of-applicability.ts';
import { flatTables } from '../tables/index.ts';
import { type Asking, whatIfInParts } from '../what-if/what-if.ts';
import { csf, iso, nis2 } from './library.ts';
import { spokenViews } from './spoken-views.ts';

const page = { offset: 0, limit: 50 };
const [from, latest] = ['2026-01-01', '2028-01-01'];
const period = { from, to: '2026-02-10', today: latest };

/** Lists and searches: they cost next to nothing. */
export const everyList: Readonly<Record<string, (asked: ViewAsked) => object>> = {
  lapses: (asked) => evidenceLapses(asked, { within: 400, ...page }),
  pieces: (asked) => evidenceList(asked, page),
  piecesOfOne: (asked) => evidenceList(asked, { ...page, control: 'ZQ-1' }),
  piecesFresh: (asked) => evidenceList(asked, { ...page, freshness: 'fresh' }),
  periods: evidencePeriods,
  controls: (asked) => controlLibrary(asked, { ...page, facets: true }),
  controlsToConfirm: (asked) =>
    controlLibrary(asked, { ...page, sort: 'freshUntil', direction: 'descending', toConfirm: true }),
  controlsBelow: (asked) =>
    controlLibrary(asked, { ...page, sort: 'freshness', requirement: 'RC.CO', facets: true, text: 'zq' }),
  controlsInUse: (asked) => controlLibrary(asked, { ...page, sort: 'owner', retired: false }),
  found: (asked) => find(asked, { text: 'secret', limit: 40 }),
  actions: (asked) => actionList(asked, page),
  obligations: (asked) => obligationList(asked, page),
  documents: (asked) => documentList(asked, page),
  entities: (asked) => entityList(asked, page),
  scopes: scopeList,
};

/** Every answer that is given in one go. */
export const everyAnswer: Readonly<Record<string, (asked: ViewAsked) => object>> = {
  ...spokenViews,
  statementOver: (asked) => statementOfApplicability({ ...asked, period }),
  dutiesOver: (asked) => frameworkCoverage({ ...asked, period }, nis2),
  profileOver: (asked) => csfProfile({ ...asked, period }),
  ownRules: (asked) => frameworkCoverage(asked, 'house-rules'),
  isoCoverage: (asked) => frameworkCoverage(asked, iso),
  ...everyList,
};

const supposing = (asking: Partial<Asking>) => (asked: ViewAsked) =>
  whatIfInParts(asked, { set: [], lapse: [], exclude: [], reach: [], ...asking });

type Exchanging = (asked: ExchangeAsked, choices: object) => InParts<Exchange | object>;

const exchanging =
  (exchange: Exchanging, choices: object = {}) =>
  (asked: ViewAsked) =>
    exchange({ ...asked, recordedAt: `${from}T12:00:00.000Z`, people: [] }, choices);

/** Tables are made while they are read, and others are answered between two rows. */
function* tables(asked: ViewAsked): InParts<object> {
  const told: unknown[] = [];
  for (const { name, rows } of flatTables(asked, [])) {
    for (const row of rows()) {
      told.push([name, ...row]);
      if (told.length % 20 === 0) yield;
    }
    yield;
  }
  return told;
}

/** Every answer that is worked out in parts. */
export const everyWork: Readonly<Record<string, (asked: ViewAsked) => InParts<unknown>>> = {
  ...Object.fromEntries(exchangeKinds.map((kind) => [kind, exchanging(exchanges[kind].of as Exchanging)])),
  catalogOfOne: exchanging(exchanges.catalog.of, { framework: iso }),
  gaps: gapAssessment,
  evidence: evidenceRegister,
  book: controlBook,
  comparison: (asked) => compareProfiles(asked, { from: '2026-02-10' }),
  files: keptFiles,
  operation: (asked) => operation({ ...asked, today: latest }, { ...page, from }),
  records: (asked) => controlRecords({ ...asked, people: [] }),
  reached: supposing({ reach: [iso] }),
  reachedOnTop: supposing({ set: ['ZQ-0=fails'], reach: [`${csf}:60`, iso] }),
  supposed: supposing({ set: ['ZQ-0=works', 'ZQ-1=retired', 'ZQ-2=planned'] }),
  excluded: supposing({ exclude: [`${iso}/A.5.15`] }),
  tables,
  *board(asked) {
    yield* beforeBoard(asked);
    yield;
    return boardSummary(asked);
  },
  ...Object.fromEntries(
    Object.keys(everyAnswer).map((name) => [`${name} later`, (asked) => later(asked, name)]),
  ),
};

/** What an answer rests on is worked out before it; then others are answered first. */
function* later(asked: ViewAsked, name: string): InParts<unknown> {
  yield* workedBefore(asked, 'requirements');
  for (let pauses = 0; pauses < 4; pauses += 1) yield;
  return everyAnswer[name]?.(asked);
}
