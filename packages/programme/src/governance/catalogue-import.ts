import {
  type CatalogueFile,
  type CatalogueReading,
  type Crosswalk,
  editionHash,
  type Framework,
  framework,
  frameworks,
  type ImportedCrosswalk as ReadCrosswalk,
  type Relation,
  readCatalogueFile,
  type SentDocument,
} from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Fact,
  id,
  type Notice,
  type Refusal,
  refuse,
} from '../foundation/index.ts';
import { crosswalkImported, editionIn, frameworkImported } from './edition.ts';
import type { Governance, WithGovernance } from './governance.ts';

const sentFile = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 of a file');

export const importCatalogueInput = z.strictObject({
  file: sentFile.meta({
    fromFile: 'sent',
    description: 'SHA-256 of a file sent before with `files add`; on the command line a path will do',
  }),
  catalogue: sentFile.optional().meta({
    fromFile: 'sent',
    description: 'Likewise, the OSCAL catalog beside a profile that sets parameters or alters texts',
  }),
  framework: id
    .optional()
    .describe('Known framework that the file belongs to, when it does not say so itself'),
  from: id.optional().describe('Framework that a crosswalk starts from, when the file names none'),
  to: id.optional().describe('Framework that a crosswalk leads to, when the file names none'),
  direction: z
    .enum(['as-written', 'turned'])
    .optional()
    .describe('How “contains” is to be read: a preview shows an example to say yes or no to'),
  language: z.string().min(2).max(20).optional().describe('Language wanted of a file that has several'),
});

/** The files as the server read them, in place of their hashes. */
export type CatalogueTakenIn = Omit<z.infer<typeof importCatalogueInput>, 'file' | 'catalogue'> & {
  readonly document: SentDocument;
  readonly catalogue?: SentDocument | undefined;
};

/**
 * Brings in everything that a file holds: a framework (over one that we ship: the publisher's text beside ours, as a
 * further edition), a selection of a known one, crosswalks. For this organisation alone, all of it or nothing.
 */
export function importCatalogue(
  state: WithGovernance,
  input: CatalogueTakenIn,
  { today }: Circumstances,
): Decision {
  const { document, direction } = input;
  const known = knownEditions(state.governance);
  const read = readCatalogueFile(document, { ...wishesIn(input), frameworks: known });
  if ('errors' in read) return refuseFile(document, read);
  const file = { name: document.name, hash: document.hash };
  const found = { ...read.found, file, today };
  const refusal = refuseTakenIds(found) ?? (direction ? undefined : refuseUnconfirmed(found.crosswalks));
  if (refusal) return { refusal };
  const editions = editionsIn(found, known);
  const crosswalks = found.crosswalks.map(({ crosswalk }) => ({
    ...crosswalk,
    id: idFor(state.governance, crosswalk),
  }));
  const facts = [
    ...editions.flatMap((each) => factOfEdition(state.governance, each, found)),
    ...crosswalks.flatMap((each) => factOfCrosswalk(state.governance, each, found)),
  ];
  return {
    facts,
    notices: [
      ...found.notices,
      ...tellFrameworks(found, editions),
      ...found.crosswalks.map((each, at) => tell(each, crosswalks[at]?.id ?? '')),
    ],
  };
}

/** What a person said of the file. */
function wishesIn({ document: _document, ...asked }: CatalogueTakenIn): Omit<CatalogueReading, 'frameworks'> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

type Found = CatalogueFile & { readonly file: { name: string; hash: string }; readonly today: string };

/** What a file may build upon: what we ship, and what was imported last of what we do not. */
function knownEditions({ editions }: Governance): readonly Framework[] {
  const latest = new Map<string, Framework>();
  for (const each of editions.valueSeq().sortBy((one) => one.seq))
    latest.set(each.framework.id, each.framework);
  return [...frameworks(), ...[...latest.values()].filter((each) => framework(each.id) === undefined)];
}

function refuseFile(
  { name }: SentDocument,
  { errors, more }: Extract<ReturnType<typeof readCatalogueFile>, { errors: unknown }>,
): { refusal: Refusal } {
  const count = errors.length + more;
  const { refusal } = refuse('refused', 'import.faulty', { name, count, listed: errors.length, at: 'file' });
  return { refusal: { ...refusal, errors } };
}

/** A framework of another content must not pass for one that we ship. */
function refuseTakenIds({ frameworks: read }: Found): Refusal | undefined {
  const taken = read.find((each) => each.beside === undefined && framework(each.framework.id) !== undefined);
  if (!taken) return undefined;
  return refuse('conflict', 'import.id-taken', { id: taken.framework.id, at: 'file' }).refusal;
}

const oneSided: ReadonlySet<Relation> = new Set<Relation>(['subset', 'superset']);

/** IR 8278A: older files read the other way round, so who imports says how “contains” is meant. */
function refuseUnconfirmed(crosswalks: readonly ReadCrosswalk[]): Refusal | undefined {
  const unsure = crosswalks.find(({ example }) => example !== undefined && oneSided.has(example.relation));
  if (!unsure) return undefined;
  const params = { ...exampleOf(unsure), crosswalk: unsure.crosswalk.id, at: 'direction' };
  return refuse('refused', 'import.direction-needed', params).refusal;
}

/** A pair to say yes or no to: what it says of which two requirements, in no language yet. */
function exampleOf({ example }: ReadCrosswalk) {
  if (!example) return undefined;
  const end = (each: typeof example.from) => `${each.id} (${each.title})`;
  return { example: example.relation, one: end(example.from), other: end(example.to) };
}

/** Frameworks as they will be adopted; a selection becomes a further edition of the framework it selects from. */
function editionsIn(found: Found, known: readonly Framework[]): readonly Framework[] {
  const read = found.frameworks.map(
    (each) =>
      besideShipped(each)?.edition ?? { ...each.framework, id: each.beside?.edition.id ?? each.framework.id },
  );
  const selected = found.selections.flatMap(({ framework: of, selection, edition }) => {
    const base = edition ?? known.find((each) => each.id === of);
    const others = base?.selections?.filter((each) => each.id !== selection.id) ?? [];
    return base ? [{ ...base, revision: base.revision + 1, selections: [...others, selection] }] : [];
  });
  return [...read, ...selected];
}

/** Ours stays the ground for what we ship; what was imported before is replaced by its next edition as it is. */
function besideShipped({ beside }: CatalogueFile['frameworks'][number]) {
  return beside && framework(beside.edition.id) ? beside : undefined;
}

function factOfEdition(governance: Governance, content: Framework, { file, today }: Found): readonly Fact[] {
  const hash = editionHash(content);
  if (editionIn(governance, content.id, hash)) return [];
  const data = { framework: content.id, hash, importedOn: today, file, content };
  return [frameworkImported.of({ kind: 'edition', id: hash }, data)];
}

function factOfCrosswalk(
  governance: Governance,
  content: Crosswalk,
  { file, today }: Found,
): readonly Fact[] {
  const before = governance.crosswalks.get(content.id)?.crosswalk;
  if (before && JSON.stringify(before) === JSON.stringify(content)) return [];
  return [crosswalkImported.of({ kind: 'crosswalk', id: content.id }, { importedOn: today, file, content })];
}

/** An id that none of ours has; that of an earlier version of the same mapping, and of no other one. */
function idFor({ crosswalks }: Governance, { id: own, title, developer }: Crosswalk): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? `imported-${own}` : `imported-${own}-${number}`;
    const before = crosswalks.get(free)?.crosswalk;
    if (!before || (before.title === title && before.developer === developer)) return free;
  }
}

function tellFrameworks(found: Found, editions: readonly Framework[]): readonly Notice[] {
  return editions.map((edition, at) => {
    const read = found.frameworks[at];
    const beside = read && besideShipped(read);
    const assessable = edition.requirements.filter((each) => each.assessable).length;
    const params = { framework: edition.id, hash: editionHash(edition), assessable };
    const selection = found.selections[at - found.frameworks.length]?.selection.id;
    if (selection !== undefined) return { code: 'import.selection', params: { ...params, selection } };
    if (!beside) return { code: 'import.framework', params };
    const { matched, onlyShipped, onlyImported } = beside;
    const counts = { matched: matched.length, shipped: onlyShipped.length, imported: onlyImported.length };
    return { code: 'import.beside', params: { ...params, ...counts } };
  });
}

function tell(read: ReadCrosswalk, named: string): Notice {
  const { crosswalk, unresolved } = read;
  const counts = { pairs: crosswalk.pairs.length, from: unresolved.from.length, to: unresolved.to.length };
  const params = { crosswalk: named, ...counts };
  const example = exampleOf(read);
  if (!example) return { code: 'import.crosswalk-empty', params };
  return { code: 'import.crosswalk', params: { ...params, ...example } };
}
