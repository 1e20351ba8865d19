import {
  type ContextIssue,
  type InterestedParty,
  type Obligation,
  type Refusal,
  refuse,
  type ScopeStatement,
  wholeOrganisation,
} from '@concord/programme';
import { maySee } from '../reader.ts';
import { actionsOn, type Closing } from './actions.ts';
import {
  type RegisterAsked,
  type RegisterFilter,
  type RegisterList,
  registerPage,
  revisionOf,
  type Standing,
  seenRecord,
  standingOn,
} from './register.ts';

type Shown<R> = Omit<R, 'seq'> & Standing & { readonly revision: number };

export interface ContextFilter<K extends string> extends RegisterFilter {
  readonly kind?: K | undefined;
  readonly state?: Standing['state'] | undefined;
}

export interface ObligationRow extends Shown<Obligation> {
  /** Name of the party that it is owed to, where the reader may see that. */
  readonly partyName?: string;
}

export interface ObligationFilter extends ContextFilter<Obligation['kind']> {
  readonly scope?: string | undefined;
  readonly framework?: string | undefined;
  readonly requirement?: string | undefined;
}

/** The obligations by title, as they stand on the day. */
export function obligationList(asked: RegisterAsked, filter: ObligationFilter): RegisterList<ObligationRow> {
  const { scope, framework, requirement } = filter;
  const callsFor = (one: { framework: string; requirement: string }) =>
    (framework === undefined || one.framework === framework) &&
    (requirement === undefined || one.requirement === requirement);
  const isWanted = (row: ObligationRow) =>
    isOfKind(row, filter) &&
    (scope === undefined || row.scope === scope) &&
    ((framework === undefined && requirement === undefined) || row.requirements.some(callsFor));
  return registerPage(asked, filter, {
    records: asked.programme.governance.obligations.values(),
    row: (record) => wanted(obligationRow(asked, record), isWanted),
    order: ({ title }) => title,
  });
}

export function obligationSheet(
  asked: RegisterAsked,
  id: string,
): (ObligationRow & Closing) | { refusal: Refusal } {
  const found = seenRecord(asked, asked.programme.governance.obligations.get(id));
  if (!found) return refuse('missing', 'obligation.unknown', { obligation: id, at: 'obligation' });
  return { ...obligationRow(asked, found), ...actionsOn(asked, { kind: 'obligation', id }) };
}

function obligationRow(asked: RegisterAsked, obligation: Obligation): ObligationRow {
  const { parties } = asked.programme.governance;
  const party = seenRecord(asked, parties.get(obligation.party ?? ''));
  const row = shown(asked, 'obligation', obligation);
  return party ? { ...row, partyName: party.name } : row;
}

/** The interested parties by name. */
export function partyList(
  asked: RegisterAsked,
  filter: ContextFilter<InterestedParty['kind']>,
): RegisterList<Shown<InterestedParty>> {
  return registerPage(asked, filter, {
    records: asked.programme.governance.parties.values(),
    row: (record) => wanted(shown(asked, 'party', record), (row) => isOfKind(row, filter)),
    order: ({ name }) => name,
  });
}

/** One party, with what is owed to it as far as the reader may see that. */
export function partySheet(asked: RegisterAsked, id: string) {
  const { parties, obligations } = asked.programme.governance;
  const found = seenRecord(asked, parties.get(id));
  if (!found) return refuse('missing', 'party.unknown', { party: id, at: 'party' });
  const owed = obligations.toList().filter(({ party }) => party === id);
  const seen = owed.filter(({ owner }) => maySee(asked.reader, owner)).sortBy(({ seq }) => seq);
  return {
    ...shown(asked, 'party', found),
    obligations: seen.toArray().map((each) => ({
      id: each.id,
      title: each.title,
      kind: each.kind,
      state: standingOn(each, asked.on).state,
    })),
    hiddenObligations: owed.size - seen.size,
    ...actionsOn(asked, { kind: 'party', id }),
  };
}

/** The issues of the context by title. */
export function issueList(
  asked: RegisterAsked,
  filter: ContextFilter<ContextIssue['kind']>,
): RegisterList<Shown<ContextIssue>> {
  return registerPage(asked, filter, {
    records: asked.programme.governance.issues.values(),
    row: (record) => wanted(shown(asked, 'issue', record), (row) => isOfKind(row, filter)),
    order: ({ title }) => title,
  });
}

export function issueSheet(
  asked: RegisterAsked,
  id: string,
): (Shown<ContextIssue> & Closing) | { refusal: Refusal } {
  const found = seenRecord(asked, asked.programme.governance.issues.get(id));
  if (!found) return refuse('missing', 'issue.unknown', { issue: id, at: 'issue' });
  return { ...shown(asked, 'issue', found), ...actionsOn(asked, { kind: 'issue', id }) };
}

/** A scope with the statement said last; the rest of it only where the reader may see it. */
export interface ScopeRow extends Partial<Omit<ScopeStatement, 'scope' | 'statement' | 'seq'>> {
  readonly id: string;
  readonly name: string;
  readonly within?: string;
  readonly statement: string;
  readonly reviewOverdue?: boolean;
  readonly revision: number;
}

/** Every scope with its statement, the whole organisation first. `hidden` counts statements shown in part. */
export function scopeList(asked: RegisterAsked) {
  const { programme, on, reader } = asked;
  const { organisation, scopes, scopeStatements } = programme.governance;
  const whole = { id: wholeOrganisation, name: organisation?.name ?? '', statement: '' };
  const named = [...scopes.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const mayRead = (statement: ScopeStatement) => maySee(reader, statement.owner);
  const rows = [whole, ...named].map((scope): ScopeRow => {
    const stated = scopeStatements.get(scope.id);
    const revision = revisionOf(asked, 'scope', scope.id);
    if (!stated) return { ...scope, revision };
    const { scope: _scope, seq: _seq, statement, ...rest } = stated;
    const details = { ...rest, reviewOverdue: standingOn(stated, on).reviewOverdue };
    return { ...scope, statement, ...(mayRead(stated) ? details : {}), revision };
  });
  const hidden = scopeStatements.count((each) => !mayRead(each));
  return { on, knownAt: programme.position, total: rows.length, hidden, rows };
}

type Kept = { readonly id: string; readonly seq: number } & Parameters<typeof standingOn>[0];

function shown<R extends Kept>(asked: RegisterAsked, kind: string, record: R): Shown<R> {
  const { seq: _seq, ...rest } = record;
  return {
    ...rest,
    ...standingOn(record, asked.on),
    revision: revisionOf(asked, kind, record.id),
  };
}

function isOfKind(row: { kind: string } & Standing, filter: ContextFilter<string>): boolean {
  return (
    (filter.kind === undefined || row.kind === filter.kind) &&
    (filter.state === undefined || row.state === filter.state)
  );
}

function wanted<Row>(row: Row, isWanted: (row: Row) => boolean): Row | undefined {
  return isWanted(row) ? row : undefined;
}
