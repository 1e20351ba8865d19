import { languages } from '@concord/catalog';
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
  language: z.enum(languages).optional().describe('Language of its words; English when left out'),
  implementation: z
    .enum(['two', 'three'])
    .optional()
    .describe('Of the Statement of Applicability: in how many values it says whether a control is in place'),
  profile: id.optional().describe('Of csf-profile: id of the profile; the only one there is when left out'),
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
  /** Findings that are open in what was set, where its view has any: they prevent nothing, and whoever publishes is told. */
  readonly open?: { readonly errors: number; readonly warnings: number } | undefined;
}

/**
 * Records what was handed out. Document and view were set from the programme at `position`, whatever was recorded
 * while they were being set; refused when the version was taken meanwhile, or something in them has been erased.
 */
export function publishReport(state: WithGovernance, input: PublicationTakenIn): Decision {
  const { report, scope, profile, version, position } = input;
  if (!hasScope(state.governance, scope)) return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  if (version !== nextVersion(state.governance, { report, scope, profile }))
    return refuse('conflict', 'publication.meanwhile', { report, version });
  if (isErasedSince(state, position)) return refuse('unavailable', 'publication.erased-meanwhile');
  const { format, language, implementation, note, head, on: day, file, view } = input;
  const named = { report, scope, version, format };
  const chosen = { profile, language, implementation };
  const data = { ...named, ...chosen, position, head, on: day, file, view, note };
  return {
    facts: [reportPublished.of({ kind: 'publication', id: publicationId(input) }, data)],
    notices: [
      { code: 'report.published', params: { report, version } },
      ...(input.open ? [{ code: 'report.published-open', params: { ...input.open } }] : []),
    ],
  };
}

function isErasedSince({ revisions }: WithGovernance, position: number): boolean {
  return revisions.some((revision, key) => revision > position && key.startsWith('entry/'));
}

/** What versions are counted for. */
export type PublishedOf = Pick<Publication, 'report' | 'scope' | 'profile'>;

/** The version that a report gets when it is published next in a scope, of a profile where it is of one. */
export function nextVersion({ publications }: Governance, of: PublishedOf): number {
  let version = 1;
  while (publications.has(publicationId({ ...of, version }))) version += 1;
  return version;
}

export function publicationId({
  report,
  scope,
  profile,
  version,
}: PublishedOf & { version: number }): string {
  const of = profile === undefined ? `${scope}:${report}` : `${scope}:${report}:${profile}`;
  return `${of}/${version}`;
}

/** Every version of a report, by scope and profile and then in order; of what is named only. */
export function publicationsOf({ publications }: Governance, wanted: WantedPublications): Publication[] {
  const { report, scope, profile } = wanted;
  const found = publications
    .valueSeq()
    .filter((each) => each.report === report)
    .filter((each) => scope === undefined || each.scope === scope)
    .filter((each) => profile === undefined || each.profile === profile);
  const place = (each: Publication) => `${each.scope} ${each.profile ?? ''}`;
  return found.toArray().sort((one, other) => {
    if (place(one) !== place(other)) return place(one) < place(other) ? -1 : 1;
    return one.version - other.version;
  });
}

export interface WantedPublications {
  readonly report: string;
  readonly scope?: string | undefined;
  readonly profile?: string | undefined;
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
