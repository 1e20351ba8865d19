import { editionIn, type Framework, frameworks, requirementOf } from '@concord/catalog';
import {
  type Action,
  adoptedEdition,
  type Control,
  type Documented,
  type Evidence,
  type LegalEntity,
  type Obligation,
  type Profile,
  type Programme,
} from '@concord/programme';
import { type Entry, entryOf, type FoundKind } from './entry.ts';

type Table<R> = { valueSeq(): Iterable<R> } & object;

/** Kept beside the tables themselves: a table that no fact has touched is the very same one, and so are its records. */
const sorted = new WeakMap<object, readonly Entry[]>();
const entries = new WeakMap<object, Entry>();

/** What of one kind there is in a programme, in the order of codes and titles, whoever asks. */
export function entriesOf(programme: Programme, kind: FoundKind, language: string): readonly Entry[] {
  const { governance, controls } = programme;
  if (kind === 'requirement')
    return adopted(programme).flatMap((each) => requirementsIn(editionIn(language, each)));
  if (kind === 'framework') return frameworksIn(programme);
  if (kind === 'control') return inOrder(controls.controls, controlEntry);
  if (kind === 'document') return inOrder(governance.documents, documentEntry);
  if (kind === 'action') return inOrder(governance.actions, actionEntry);
  if (kind === 'evidence') return inOrder(controls.evidence, evidenceEntry);
  if (kind === 'obligation') return inOrder(governance.obligations, obligationEntry);
  if (kind === 'entity') return inOrder(governance.entities, legalEntityEntry);
  return inOrder(controls.profiles, profileEntry);
}

function inOrder<R extends object>(table: Table<R>, describe: (record: R) => Entry): readonly Entry[] {
  const known = sorted.get(table);
  if (known) return known;
  const all = [...table.valueSeq()].map((record) => {
    const entry = entries.get(record) ?? describe(record);
    entries.set(record, entry);
    return entry;
  });
  all.sort((one, other) => (one.all < other.all ? -1 : 1));
  sorted.set(table, all);
  return all;
}

function adopted({ governance }: Programme): Framework[] {
  return [...governance.adoptions.keys()].sort().flatMap((id) => adoptedEdition(governance, id) ?? []);
}

const inEdition = new WeakMap<Framework, readonly Entry[]>();

function requirementsIn(edition: Framework): readonly Entry[] {
  const known = inEdition.get(edition);
  if (known) return known;
  const all = edition.requirements.map(({ id, title, parent, asks }) => {
    const above = parent === null ? undefined : requirementOf(edition, parent);
    const where = above ? { where: `${above.id} ${above.title}` } : {};
    const row = { kind: 'requirement', id, code: id, title, framework: edition.id, ...where } as const;
    return entryOf(row, { of: 'everybody', more: [asks] });
  });
  inEdition.set(edition, all);
  return all;
}

/** One requirement of an adopted edition. */
export function requirementEntry(
  { governance }: Programme,
  { framework, id }: { readonly framework: string; readonly id: string },
  language: string,
): Entry | undefined {
  const edition = adoptedEdition(governance, framework);
  if (!edition) return undefined;
  const all = requirementsIn(editionIn(language, edition));
  const byId = inEditionById.get(all) ?? new Map(all.map((entry) => [entry.row.id, entry]));
  inEditionById.set(all, byId);
  return byId.get(id);
}

const inEditionById = new WeakMap<readonly Entry[], ReadonlyMap<string, Entry>>();

/** Those adopted, whatever they come from, and those that we ship. */
function frameworksIn(programme: Programme): readonly Entry[] {
  const { adoptions } = programme.governance;
  const known = ofAdoptions.get(adoptions);
  if (known) return known;
  const own = adopted(programme);
  const others = frameworks().filter(({ id }) => !own.some((each) => each.id === id));
  const all = [...own, ...others].map(({ id, title, publisher }) =>
    entryOf({ kind: 'framework', id, code: id, title, where: publisher }, { of: 'everybody' }),
  );
  ofAdoptions.set(adoptions, all);
  return all;
}

const ofAdoptions = new WeakMap<Programme['governance']['adoptions'], readonly Entry[]>();

function controlEntry({ id, code, name, statement, family, owner }: Control): Entry {
  const where = family === undefined ? {} : { where: family };
  return entryOf(
    { kind: 'control', id, code, title: name, ...where },
    { of: { owner }, more: [statement, family] },
  );
}

function documentEntry({ id, title, owner, version }: Documented): Entry {
  return entryOf(
    { kind: 'document', id, code: '', title, ...(version ? { where: version } : {}) },
    { of: { owner } },
  );
}

function actionEntry({ id, title, what, owner, openedOn }: Action): Entry {
  return entryOf({ kind: 'action', id, code: '', title }, { of: { owner }, more: [what], from: openedOn });
}

function evidenceEntry({ id, title, controls, collectedOn, file }: Evidence): Entry {
  const row = { kind: 'evidence', id, code: '', title, where: collectedOn } as const;
  return entryOf(row, { of: { controls }, more: [file?.name], from: collectedOn });
}

function obligationEntry({ id, title, reference, asks, owner }: Obligation): Entry {
  const where = reference === '' ? {} : { where: reference };
  return entryOf(
    { kind: 'obligation', id, code: '', title, ...where },
    { of: { owner }, more: [reference, asks] },
  );
}

function legalEntityEntry({ id, name, owner }: LegalEntity): Entry {
  return entryOf({ kind: 'entity', id, code: '', title: name }, { of: { owner } });
}

function profileEntry({ id, name, framework }: Profile): Entry {
  return entryOf({ kind: 'profile', id, code: '', title: name, framework }, { of: 'everybody' });
}
