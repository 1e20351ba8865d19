import { type Crosswalk, edition, type Framework, framework, frameworks, narrowedTo } from '@concord/catalog';
import type { Map as Table } from 'immutable';
import { type Evolver, factType, on, type RecordedFact } from '../foundation/index.ts';
import type { Governance } from './governance.ts';

/** An edition of a framework that the organisation brought in itself; others do not see it. */
export interface ImportedEdition {
  /** SHA-256 over its canonical JSON, as for the editions we ship. */
  readonly hash: string;
  readonly framework: Framework;
  /** Name and SHA-256 of the file it was read from. */
  readonly file: { readonly name: string; readonly hash: string };
  readonly importedOn: string;
  readonly by: string;
  readonly seq: number;
}

/** A crosswalk that the organisation brought in: hints for it alone, like the published ones. */
export interface ImportedCrosswalk extends Omit<ImportedEdition, 'framework' | 'hash'> {
  readonly crosswalk: Crosswalk;
}

interface EditionData {
  framework: string;
  hash: string;
  importedOn: string;
  file?: ImportedEdition['file'];
  content?: Framework;
}

interface CrosswalkData {
  importedOn: string;
  file?: ImportedEdition['file'];
  content?: Crosswalk;
}

// A publisher may ask for its text back, and a file name may be personal: both can be erased.
export const frameworkImported = factType<EditionData>('FrameworkImported', 1, ['file', 'content']);
export const crosswalkImported = factType<CrosswalkData>('CrosswalkImported', 1, ['file', 'content']);

const noFile = { name: '', hash: '' };

export const editionEvolvers: readonly Evolver<Governance>[] = [
  on(frameworkImported, (state: Governance, { data, actor, seq }: RecordedFact<EditionData>) => {
    const { hash, content, file = noFile, importedOn } = data;
    if (content === undefined) return state;
    const imported = { hash, framework: content, file, importedOn, by: actor, seq };
    return { ...state, editions: state.editions.set(hash, imported) };
  }),
  on(crosswalkImported, (state: Governance, { record, data, actor, seq }: RecordedFact<CrosswalkData>) => {
    const { content, file = noFile, importedOn } = data;
    // What was erased must not bring back what it had replaced.
    if (content === undefined) return { ...state, crosswalks: state.crosswalks.delete(record.id) };
    const imported = { crosswalk: content, file, importedOn, by: actor, seq };
    return { ...state, crosswalks: state.crosswalks.set(record.id, imported) };
  }),
];

/** The edition with this content hash: one that we ship, or one that the organisation imported. */
export function editionIn(governance: Governance, id: string, hash: string): Framework | undefined {
  const imported = governance.editions.get(hash)?.framework;
  return edition(id, hash) ?? (imported?.id === id ? imported : undefined);
}

/** The edition that the organisation adopted of a framework, narrowed to the selection it took up. */
export function adoptedEdition(governance: Governance, id: string): Framework | undefined {
  const adoption = governance.adoptions.get(id);
  const adopted = adoption && editionIn(governance, id, adoption.edition);
  return adopted && adoption.selection !== undefined ? narrowedTo(adopted, adoption.selection) : adopted;
}

/** The edition that is meant when none is named: the current one that we ship, else the one imported last. */
export function currentEdition(governance: Governance, id: string): Framework | undefined {
  return framework(id) ?? latestOf(governance.editions, id)?.framework;
}

/** The edition in use: the adopted one, whole, else the one that is meant when none is named. */
export function editionInUse(governance: Governance, id: string): Framework | undefined {
  const adoption = governance.adoptions.get(id);
  const adopted = adoption && editionIn(governance, id, adoption.edition);
  return adopted ?? currentEdition(governance, id);
}

function latestOf(editions: Table<string, ImportedEdition>, id: string): ImportedEdition | undefined {
  return editions
    .valueSeq()
    .filter((each) => each.framework.id === id)
    .maxBy((each) => each.seq);
}

/** Ids of every framework that can be adopted here, for a message. */
export function knownFrameworks(governance: Governance): string {
  const imported = governance.editions.valueSeq().map((each) => each.framework.id);
  return [...new Set([...frameworks().map(({ id }) => id), ...imported])].join(', ');
}
