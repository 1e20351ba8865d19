import { Map as Table } from 'immutable';
import { applicabilityEvolvers } from './controls/applicability/index.ts';
import { evidenceRoomEvolvers } from './controls/evidence/index.ts';
import {
  type Controls,
  controlRemoved,
  controlsEvolvers,
  emptyControls,
  type WithControls,
} from './controls/index.ts';
import { libraryEvolvers } from './controls/library/index.ts';
import { nonApplicationEvolvers } from './controls/non-application/index.ts';
import { profileRoomEvolvers } from './controls/profiles/index.ts';
import { relationRemoved, relationRoomEvolvers } from './controls/relations/index.ts';
import { type Evolver, type RecordedFact, recordKey } from './foundation/index.ts';
import { actionRoomEvolvers } from './governance/actions/index.ts';
import { contextEvolvers } from './governance/context/index.ts';
import { documentRoomEvolvers } from './governance/documents/index.ts';
import { entityEvolvers } from './governance/entities/index.ts';
import {
  emptyGovernance,
  type Governance,
  governanceEvolvers,
  recordRemoved,
  redacted,
} from './governance/index.ts';

/** One organisation's programme at a position of its ledger: the fold of its facts, and nothing else. */
export interface Programme extends WithControls {
  readonly position: number;
  readonly governance: Governance;
  readonly controls: Controls;
}

/** Raise it whenever the same facts fold to another state: snapshots of another version are ignored. */
export const stateVersion = 4;

export const emptyProgramme: Programme = {
  position: 0,
  governance: emptyGovernance,
  controls: emptyControls,
  revisions: Table(),
};

/** A newer version wrote this fact; the organisation can be read elsewhere, and is not to be written here. */
export class UnknownFact extends Error {
  override readonly name = 'UnknownFact';
}

const inGovernance = byType([
  ...governanceEvolvers,
  ...contextEvolvers,
  ...actionRoomEvolvers,
  ...entityEvolvers,
  ...documentRoomEvolvers,
]);
const inControls = byType([
  ...controlsEvolvers,
  ...applicabilityEvolvers,
  ...nonApplicationEvolvers,
  ...evidenceRoomEvolvers,
  ...libraryEvolvers,
  ...profileRoomEvolvers,
  ...relationRoomEvolvers,
]);
/** Every type of fact that can be folded. */
export const factTypes: readonly string[] = [...inGovernance.keys(), ...inControls.keys(), redacted.type];
const newestVersion = 1;

/** What one recorded fact does to the programme. Throws `UnknownFact` for a type or version it does not know. */
export function evolve(programme: Programme, fact: RecordedFact): Programme {
  const governance = inGovernance.get(fact.type);
  const controls = inControls.get(fact.type);
  const known = governance ?? controls ?? fact.type === redacted.type;
  if (!known || fact.version > newestVersion) {
    throw new UnknownFact(`entry ${fact.seq} is a ${fact.type} of version ${fact.version}`);
  }
  return {
    position: fact.seq,
    governance: governance ? governance(programme.governance, fact) : programme.governance,
    controls: controls ? controls(programme.controls, fact) : programme.controls,
    revisions: revisionsAfter(programme, fact),
  };
}

/** What is gone has no revision, and so nothing can name it any more; its history stays in the ledger. */
function revisionsAfter(
  { revisions }: Programme,
  { type, record, seq }: RecordedFact,
): Programme['revisions'] {
  const key = recordKey(record);
  return removing.has(type) ? revisions.delete(key) : revisions.set(key, seq);
}

const removing: ReadonlySet<string> = new Set(
  [controlRemoved, recordRemoved, relationRemoved].map(({ type }) => type),
);

export function fold(programme: Programme, facts: Iterable<RecordedFact>): Programme {
  let state = programme;
  for (const fact of facts) state = evolve(state, fact);
  return state;
}

function byType<S>(evolvers: readonly Evolver<S>[]): Map<string, Evolver<S>['evolve']> {
  return new Map(evolvers.map(({ type, evolve: evolveType }) => [type, evolveType]));
}
