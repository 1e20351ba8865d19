import { editionHash, starterLibrary } from '@concord/catalog';
import type { Circumstances, Command, Decision, Notice } from '../../foundation/index.ts';
import {
  type Adoption,
  currentEdition,
  frameworkAdopted,
  type WithGovernance,
} from '../../governance/index.ts';
import type { WithControls } from '../state.ts';
import { proposalsMissing } from './starter-proposals.ts';
import { startersInUse } from './starter-selection.ts';

/** What the starter library proposes on a framework for controls taken from it and not retired, and nobody took over. */
export interface ProposalsWaiting {
  readonly framework: string;
  readonly isAdopted: boolean;
  /** Claims; for a framework that is not adopted, what would wait if its current edition were. */
  readonly claims: number;
}

/** By framework that the starter library says something of: how many of its proposals wait to be taken over. */
export function proposalsWaiting(state: WithControls): readonly ProposalsWaiting[] {
  const { adoptions } = state.governance;
  return starterFrameworks().flatMap((framework) => {
    const isAdopted = adoptions.has(framework);
    const edition = currentEdition(state.governance, framework);
    if (isAdopted) return { framework, isAdopted, claims: countWaiting(state, framework) };
    if (edition === undefined) return [];
    const supposed = supposing(state, { framework, edition: editionHash(edition), scope: '' });
    return { framework, isAdopted, claims: countWaiting(supposed, framework) };
  });
}

/** One of them, with the ids of the organisation's own controls; of low confidence it would only hint. */
export type ProposalWaiting = ReturnType<typeof waitingOn> extends Generator<infer Each> ? Each : never;

/** Those on the frameworks that are adopted, in the order of the starter library, with their rationale in a language. */
export function proposalsToTake(state: WithControls, language: string): readonly ProposalWaiting[] {
  const { adoptions } = state.governance;
  const adopted = starterFrameworks().filter((framework) => adoptions.has(framework));
  return adopted.flatMap((framework) => [...waitingOn(state, framework, language)]);
}

/** Lets the adoption of a framework say what the library already has for it; its own room knows no controls. */
export function tellingProposals(row: Command<WithGovernance>): Command<WithControls> {
  if (row.name !== 'frameworks adopt') return row as Command<WithControls>;
  const rule = row.rule as (state: WithGovernance, input: never, now: Circumstances) => Decision;
  return {
    ...row,
    rule: (state: WithControls, input: never, now: Circumstances) => {
      const decision = rule(state, input, now);
      if ('refusal' in decision) return decision;
      const notices = decision.facts.flatMap((fact) =>
        fact.type === frameworkAdopted.type ? noticesOf(state, fact.data as Adopting) : [],
      );
      return notices.length === 0 ? decision : { ...decision, notices };
    },
  };
}

type Adopting = Omit<Adoption, 'seq'>;

function noticesOf(state: WithControls, adopting: Adopting): readonly Notice[] {
  const { framework } = adopting;
  const count = countWaiting(supposing(state, adopting), framework);
  return count === 0 ? [] : [{ code: 'starter.proposals-wait', params: { count, framework } }];
}

function starterFrameworks(): readonly string[] {
  const { claims, jointClaims } = starterLibrary();
  return [...new Set([...claims, ...jointClaims].map(({ framework }) => framework))];
}

function supposing(state: WithControls, adopting: Adopting): WithControls {
  const { governance } = state;
  const adoptions = governance.adoptions.set(adopting.framework, { ...adopting, seq: 0 });
  return { ...state, governance: { ...governance, adoptions } };
}

function countWaiting(state: WithControls, framework: string): number {
  return [...waitingOn(state, framework, 'en')].length;
}

function* waitingOn(state: WithControls, framework: string, language: string) {
  const ids = startersInUse(state.controls);
  if (ids.size === 0) return;
  yield* proposalsMissing(state, { codes: ids, ids, frameworks: new Set([framework]), language });
}
