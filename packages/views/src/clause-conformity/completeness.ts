import { listed, type Say } from '../language/say.ts';
import type { HintedRow } from '../reader.ts';
import type { RecordShown } from './kept.ts';
import type { NeedShown } from './written.ts';

/**
 * Our own computation. `no`: something that is known to be wanted is not there, or the clause is known not to be met.
 * `yes`: nothing is missing, and the clause is met. `unknown`: nothing is missing, and yet nothing shows it as met.
 */
export type Complete = 'yes' | 'no' | 'unknown';

export interface Completeness {
  readonly complete: Complete;
  /** What is not there, one thing each. */
  readonly missing: readonly string[];
  /** How the clause stands and what is missing, in one sentence. */
  readonly sentence: string;
}

interface Found {
  readonly row: Pick<HintedRow, 'word' | 'mark'>;
  readonly needs: readonly NeedShown[];
  readonly records: readonly RecordShown[];
  readonly say: Say;
}

const lacking: ReadonlySet<NeedShown['state']> = new Set(['missing', 'draft', 'past-review', 'incomplete']);

/** A document that exists meets nothing: the state stays what claims, evidence and judgements make it. */
export function completenessOf({ row, needs, records, say }: Found): Completeness {
  const unkept = records.filter(({ state }) => state === 'missing' || state === 'incomplete');
  const answering = (kind: string) =>
    needs.filter(({ answeredBy }) => answeredBy?.some((each) => each === kind));
  const missing = [
    ...needs.filter(({ state }) => lacking.has(state)).map((need) => lackOf(need, { unkept, say })),
    // What answers a need is said with it; a document that was approved may stand in its place.
    ...unkept.filter(({ kind }) => answering(kind).length === 0).map(({ words }) => words),
  ];
  return {
    complete: completeBy(row, missing),
    missing,
    sentence: sentenceOn({ row, needs, records, say }, missing),
  };
}

function completeBy({ mark }: Found['row'], missing: readonly string[]): Complete {
  if (missing.length > 0 || mark === 'gap' || mark === 'partly') return 'no';
  return mark === 'met' ? 'yes' : 'unknown';
}

function lackOf(
  { id, title, word, answeredBy = [] }: NeedShown,
  { unkept, say }: { unkept: Found['records']; say: Say },
): string {
  const records = unkept.filter(({ kind }) => answeredBy.some((each) => each === kind));
  return `${id} ${title} (${listed([word, ...records.map(({ words }) => words)], say)})`;
}

function sentenceOn({ row, needs, records, say }: Found, missing: readonly string[]): string {
  const elsewhere = records.filter(({ state }) => state === 'not-kept').map(({ words }) => words);
  const asks = needs.length + records.length > elsewhere.length;
  const key =
    missing.length > 0 ? 'clause.sentence-missing' : asks ? 'clause.sentence' : 'clause.sentence-bare';
  const said = say(key, { word: row.word, missing: listed(missing, say) });
  return [said, ...elsewhere].join(' ');
}
