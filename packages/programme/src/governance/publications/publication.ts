import { z } from 'zod';
import {
  type Decision,
  type Evolver,
  factType,
  id,
  on,
  type RecordedFact,
  refuse,
  text,
} from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import { type Publication, publicationFormats, type StoredFile } from '../registers/index.ts';
import { hasScope } from '../scope.ts';

type PublishedData = Omit<Publication, 'id' | 'by' | 'seq' | 'note'> & { note?: string | undefined };

const reportPublished = factType<PublishedData>('ReportPublished', 1, ['file', 'view', 'note']);

export const publishReportInput = z.strictObject({
  report: id.describe('Name of the report'),
  scope: id.optional().describe('Scope that it is about; that of the adoption when left out'),
  format: z.enum(publicationFormats).default('pdf').describe('How the document is set'),
  implementation: z
    .enum(['two', 'three'])
    .default('three')
    .describe('In how many values it says whether something is in place: yes and no, or partly too'),
  note: text(2000).optional().describe('What this version is for, or what changed'),
});

/** What the server set and kept before the rule runs, from one state of the programme. */
export interface PublicationTakenIn extends Omit<z.infer<typeof publishReportInput>, 'scope'> {
  readonly scope: string;
  /** The version that stands on the document. */
  readonly version: number;
  readonly position: number;
  readonly head: string;
  readonly on: string;
  readonly file: StoredFile;
  readonly view: StoredFile;
}

/**
 * Records what was handed out. Document and view were set from the programme at `position`, whatever was recorded
 * while they were being set; refused when the version was taken meanwhile, or something in them has been erased.
 */
export function publishReport(state: WithGovernance, input: PublicationTakenIn): Decision {
  const { report, scope, version, position } = input;
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  if (version !== nextVersion(state.governance, report, scope))
    return refuse('conflict', 'publication.meanwhile', { report, version });
  if (isErasedSince(state, position)) return refuse('unavailable', 'publication.erased-meanwhile');
  const { format, note, head, on: day, file, view } = input;
  const data = { report, scope, version, format, position, head, on: day, file, view, note };
  const named = { kind: 'publication', id: publicationId(input) };
  return {
    facts: [reportPublished.of(named, data)],
    notices: [{ code: 'report.published', params: { report, version } }],
  };
}

function isErasedSince({ revisions }: WithGovernance, position: number): boolean {
  return revisions.some((revision, key) => revision > position && key.startsWith('entry/'));
}

/** The version that a report gets when it is published next in a scope. */
export function nextVersion({ publications }: Governance, report: string, scope: string): number {
  let version = 1;
  while (publications.has(publicationId({ report, scope, version }))) version += 1;
  return version;
}

type Versioned = Pick<Publication, 'report' | 'scope' | 'version'>;

export function publicationId({ report, scope, version }: Versioned): string {
  return `${scope}:${report}/${version}`;
}

/** Every version of a report, by scope and then in order; of one scope where that is named. */
export function publicationsOf({ publications }: Governance, report: string, scope?: string): Publication[] {
  const found = publications.valueSeq().filter((each) => each.report === report);
  const wanted = scope === undefined ? found : found.filter((each) => each.scope === scope);
  return wanted.toArray().sort((one, other) => {
    if (one.scope !== other.scope) return one.scope < other.scope ? -1 : 1;
    return one.version - other.version;
  });
}

export const publicationEvolvers: readonly Evolver<Governance>[] = [
  on(
    reportPublished,
    (state: Governance, { record: named, data, actor, seq }: RecordedFact<PublishedData>) => {
      const publication: Publication = { ...data, id: named.id, note: data.note ?? '', by: actor, seq };
      return { ...state, publications: state.publications.set(named.id, publication) };
    },
  ),
];
