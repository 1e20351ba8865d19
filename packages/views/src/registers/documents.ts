import { documentedInformationOf } from '@concord/catalog';
import { type Documented, documentOn, type Refusal, refuse } from '@concord/programme';
import { actionsOn, type Closing } from './actions.ts';
import {
  type RegisterAsked,
  type RegisterFilter,
  type RegisterList,
  registerPage,
  revisionOf,
  seenRecord,
} from './register.ts';

export const documentStatuses = ['draft', 'approved', 'retired'] as const;

export interface DocumentFilter extends RegisterFilter {
  readonly kind?: Documented['kind'] | undefined;
  readonly status?: Documented['status'] | undefined;
  readonly scope?: string | undefined;
  readonly framework?: string | undefined;
  readonly need?: string | undefined;
}

/** A document as it stood on the day asked about. */
export interface DocumentRow extends Omit<Documented, 'earlierFiles' | 'standings' | 'seq'> {
  readonly reviewOverdue: boolean;
  readonly revision: number;
}

/** What is written down and kept, by title. */
export function documentList(asked: RegisterAsked, filter: DocumentFilter): RegisterList<DocumentRow> {
  const { kind, status, scope, framework, need } = filter;
  const isMet = (one: { framework: string; need: string }) =>
    (framework === undefined || one.framework === framework) && (need === undefined || one.need === need);
  const isWanted = (row: DocumentRow) =>
    (kind === undefined || row.kind === kind) &&
    (status === undefined || row.status === status) &&
    (scope === undefined || row.scope === scope) &&
    ((framework === undefined && need === undefined) || row.meets.some(isMet));
  return registerPage(asked, filter, {
    records: asked.programme.governance.documents.values(),
    row: (document) => {
      const row = documentRow(asked, document);
      return isWanted(row) ? row : undefined;
    },
    order: ({ title }) => title,
  });
}

export interface DocumentSheet extends DocumentRow, Closing {
  /** The needs that it meets, as the catalogue describes them. */
  readonly needs: readonly NeedShown[];
}

interface NeedShown {
  readonly framework: string;
  readonly id: string;
  readonly requirement: string;
  readonly title: string;
}

export function documentSheet(asked: RegisterAsked, id: string): DocumentSheet | { refusal: Refusal } {
  const found = seenRecord(asked, asked.programme.governance.documents.get(id));
  if (!found) return refuse('missing', 'document.unknown', { document: id, at: 'document' });
  const needs = found.meets.flatMap(({ framework, need }): NeedShown[] => {
    const listed = documentedInformationOf(framework).find((each) => each.id === need);
    return listed ? [{ framework, id: need, requirement: listed.requirement, title: listed.title }] : [];
  });
  return { ...documentRow(asked, found), needs, ...actionsOn(asked, { kind: 'document', id }) };
}

function documentRow(asked: RegisterAsked, document: Documented): DocumentRow {
  const { on } = asked;
  const { earlierFiles: _files, standings: _standings, seq: _seq, ...row } = documentOn(document, on);
  const { status, reviewOn } = row;
  return {
    ...row,
    reviewOverdue: status !== 'retired' && reviewOn !== undefined && reviewOn < on,
    revision: revisionOf(asked, 'document', document.id),
  };
}
