import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  record,
  refuse,
} from '../../foundation/index.ts';
import type { Governance, WithGovernance } from '../governance.ts';
import { refuseReferences } from '../references/index.ts';
import {
  type Changes,
  changed,
  changesOf,
  recordReviewed,
  type ScopeFacts,
  type ScopeStatement,
  type WayBack,
  wayBackOf,
} from '../registers/index.ts';
import { hasScope } from '../scope.ts';
import type { StateScope } from './inputs.ts';

type StatedData = Changes<Omit<ScopeStatement, 'scope' | 'seq'>> & {
  /** What stood at the head of views before the first statement, once that is undone: the statement is null then. */
  heading?: string | undefined;
};

const free = ['statement', 'boundaries', 'interfaces', 'exclusions'] as const;
const bare = { statement: '', boundaries: '', interfaces: '', exclusions: '' };
const scopeStated = factType<StatedData>('ScopeStated', 1, [...free, 'heading']);

/** Clause 4.3: the statement of a scope, said anew or in part; what is not named stays as it was. */
export function stateScope(state: WithGovernance, input: StateScope, now: Circumstances): Decision {
  const { scope, owner, reviewOn, ...said } = input;
  if (!hasScope(state.governance, scope)) return refuse('missing', 'scope.unknown', { scope, at: 'scope' });
  const before = state.governance.scopeStatements.get(scope) ?? nothingStated(scope);
  const { developsSoftware, ownPremises, suppliers, cloud, remoteWork, ...texts } = said;
  const facts = factsNow(before.facts, { developsSoftware, ownPremises, suppliers, cloud, remoteWork });
  const changes = changesOf(before, { ...texts, facts, owner, reviewOn }, bare);
  if (Object.keys(changes).length === 0) return record();
  if (before.statement === '' && texts.statement === undefined) {
    return refuse('refused', 'scope.no-statement', { scope, at: 'statement' });
  }
  const refusal = refuseReferences(state, { owner });
  if (refusal) return { refusal };
  const fact = scopeStated.of({ kind: 'scope', id: scope }, { ...changes, statedOn: now.today });
  return recordReviewed(fact, changes, now);
}

function nothingStated(scope: string): ScopeStatement {
  return { scope, ...bare, statedOn: '', facts: {}, seq: 0 };
}

/** What is known of a scope once something more is said of it; null is that nobody knows any more. */
function factsNow(before: ScopeFacts, said: Changes<ScopeFacts>): ScopeFacts {
  const named = Object.entries(said).filter(([, value]) => value !== undefined);
  const now = Object.entries({ ...before, ...Object.fromEntries(named) });
  return Object.fromEntries(now.filter(([, value]) => value !== null).sort());
}

export const scopeStatementEvolvers: readonly Evolver<Governance>[] = [
  on(scopeStated, (state: Governance, fact: RecordedFact<StatedData>) => {
    const scope = fact.record.id;
    if (fact.data.statement === null) return withoutStatement(state, fact);
    const before = state.scopeStatements.get(scope) ?? nothingStated(scope);
    const statement = changed(before, fact, bare);
    const named = state.scopes.get(scope);
    return {
      ...state,
      scopeStatements: state.scopeStatements.set(scope, statement),
      // The statement that every view has at its head is the one said last.
      scopes: named ? state.scopes.set(scope, { ...named, statement: statement.statement }) : state.scopes,
    };
  }),
];

function withoutStatement(state: Governance, { record: { id }, data }: RecordedFact<StatedData>): Governance {
  const named = state.scopes.get(id);
  return {
    ...state,
    scopeStatements: state.scopeStatements.delete(id),
    scopes: named ? state.scopes.set(id, { ...named, statement: data.heading ?? '' }) : state.scopes,
  };
}

export const scopeStatementWayBack: WayBack<WithGovernance> = wayBackOf<WithGovernance, ScopeStatement>({
  types: [scopeStated.type],
  recordIn: ({ governance }, scope) => governance.scopeStatements.get(scope),
  called: ({ scope }, { governance }) =>
    governance.scopes.get(scope)?.name ?? governance.organisation?.name ?? '',
  gone: (named, before) =>
    scopeStated.of(named, { statement: null, heading: before.governance.scopes.get(named.id)?.statement }),
  restored: (named, members) => scopeStated.of(named, members),
});
