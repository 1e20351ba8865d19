import type { Framework, Requirement, Selection } from '../../framework.ts';
import type { SentDocument } from '../document.ts';
import type { Findings } from '../draft/finding.ts';
import { settleFramework } from '../draft/framework-draft.ts';
import { findId } from '../draft/identity.ts';
import { recogniseFramework } from '../draft/name.ts';
import { member, oneOrMore, records, type Spot, text, textAt } from '../draft/spot.ts';
import { shorten, slug } from '../draft/wording.ts';
import { alterCatalog } from './alteration.ts';
import { readCatalog } from './catalog.ts';
import { idOfOscal } from './identifier.ts';
import { nameOfReference, resourceOf } from './reference.ts';
import { selectControls } from './selecting.ts';
import { composeStatement, ownValues } from './statement.ts';

/** A subset that a file names of a framework that is known. */
export interface ImportedSelection {
  readonly framework: string;
  readonly selection: Selection;
  /** The framework with the texts as the profile alters them, where it alters any. */
  readonly edition?: Framework;
}

/** What a profile is resolved against. */
export interface ProfileReading {
  readonly frameworks: readonly Framework[];
  /** The framework a person named, when the file's references name none that is known. */
  readonly framework?: string;
  /** The OSCAL catalog that the profile imports, where it was sent too: only it holds parameters and parts. */
  readonly catalogue?: SentDocument;
}

/** An OSCAL profile, resolved: which requirements it selects, and what it makes of their texts. */
export function readProfile(
  document: Spot,
  reading: ProfileReading,
  findings: Findings,
): readonly ImportedSelection[] {
  const profile = member(document, 'profile');
  const resolving = { ...reading, profile };
  const imports = oneOrMore(member(profile, 'imports'), findings);
  if (imports.length === 0) findings.fault(`${profile.at}.imports`, 'import.nothing-selected');
  const chosen = new Map<Framework, Set<string>>();
  for (const directive of imports) {
    if (isOwnLibrary(directive, profile, findings)) continue;
    const base = baseOf(directive, resolving, findings);
    if (base === undefined) continue;
    const ids = selectControls(directive, base.selectable, findings);
    chosen.set(base.framework, new Set([...(chosen.get(base.framework) ?? []), ...ids]));
  }
  return [...chosen].flatMap(([framework, ids]) => {
    if (ids.size === 0) findings.fault(`${profile.at}.imports`, 'import.nothing-selected');
    if (findings.faulty) return [];
    const edition = alteredEdition(framework, resolving, findings);
    const selection = selectionOf(profile, inOrder(framework, ids), findings);
    return [{ framework: framework.id, selection, ...(edition === undefined ? {} : { edition }) }];
  });
}

/** Beside those of a framework we write the necessary controls of our own, from a catalog of the library. */
function isOwnLibrary(directive: Spot, profile: Spot, findings: Findings): boolean {
  const resource = resourceOf(textAt(directive, 'href', findings), profile, findings);
  if (resource === undefined || !ownValues(resource, 'resource', findings).includes('library')) return false;
  findings.notice('import.own-library-left-out', directive.at);
  return true;
}

interface Resolving extends ProfileReading {
  readonly profile: Spot;
}

/** In the order of the publication. */
function inOrder({ requirements }: Framework, ids: ReadonlySet<string>): readonly string[] {
  return requirements.filter(({ id }) => ids.has(id)).map(({ id }) => id);
}

function selectionOf(profile: Spot, requirements: readonly string[], findings: Findings): Selection {
  const metadata = member(profile, 'metadata');
  const title = textAt(metadata, 'title', findings) || 'Profile';
  return {
    id: slug(title) || 'profile',
    title: shorten(title),
    source: `OSCAL profile ${textAt(metadata, 'version', findings)}`.trim(),
    requirements,
  };
}

interface Base {
  readonly framework: Framework;
  /** The framework, or as much of it as a profile that is imported selects. */
  readonly selectable: Framework;
}

function baseOf(directive: Spot, resolving: Resolving, findings: Findings): Base | undefined {
  const href = member(directive, 'href');
  const name = nameOfReference(text(href, findings), resolving.profile, findings);
  const { frameworks, catalogue } = resolving;
  const sent = catalogue === undefined ? undefined : sentCatalog(catalogue, findings);
  if (sent !== undefined) return { framework: sent, selectable: sent };
  const id = resolving.framework ?? recogniseFramework(name, frameworks);
  const framework = frameworks.find((one) => one.id === id);
  if (framework === undefined) {
    const known = frameworks.map((one) => one.id).join(', ');
    findings.fault(href.at, 'import.framework-unknown', { name: shorten(name, 120), known });
    return undefined;
  }
  const words = name.toLowerCase();
  if (resolving.framework !== undefined || !/profile|baseline/.test(words)) {
    return { framework, selectable: framework };
  }
  return ofProfile(framework, { words, at: href.at }, findings);
}

/** A profile of a profile: what that one selects is known only where the framework names it as a selection. */
function ofProfile(
  framework: Framework,
  { words, at }: { readonly words: string; readonly at: string },
  findings: Findings,
): Base | undefined {
  const fits = ({ id }: Selection) =>
    id
      .toLowerCase()
      .split(/[^a-z]+/)
      .every((word) => words.includes(word));
  const fitting = framework.selections?.filter(fits) ?? [];
  const named = [...fitting].sort((a, b) => b.id.length - a.id.length)[0];
  if (named === undefined) {
    findings.fault(at, 'import.profile-of-profile', { name: shorten(words, 120) });
    return undefined;
  }
  const within = new Set(named.requirements);
  const requirements = framework.requirements.filter(({ id }) => within.has(id));
  return { framework, selectable: { ...framework, requirements } };
}

const sentCatalogs = new WeakMap<SentDocument, Framework>();

function sentCatalog(document: SentDocument, findings: Findings): Framework | undefined {
  const known = sentCatalogs.get(document);
  if (known !== undefined || document.kind !== 'value') return known;
  const framework = settleFramework(readCatalog({ at: '', value: document.value }, findings), findings);
  if (framework !== undefined) sentCatalogs.set(document, framework);
  return framework;
}

function alteredEdition(
  framework: Framework,
  { profile, catalogue }: Resolving,
  findings: Findings,
): Framework | undefined {
  const modify = member(profile, 'modify');
  if (modify.value === undefined) return undefined;
  if (catalogue?.kind === 'value') {
    const altered = alterCatalog(catalogue.value, modify, findings);
    return settleFramework(readCatalog({ at: '', value: altered }, findings), findings);
  }
  for (const setting of records(member(modify, 'set-parameters'), findings)) {
    findings.notice('import.parameter-not-set', textAt(setting, 'param-id', findings));
  }
  return alteredTexts(records(member(modify, 'alters'), findings), framework, findings);
}

/** Such as why something was chosen: of the text nothing changes. */
function addsPropsAlone(alter: Spot, findings: Findings): boolean {
  const adds = oneOrMore(member(alter, 'adds'), findings);
  const others = ['title', 'params', 'links', 'parts'];
  const changes = (add: Spot) => others.some((key) => member(add, key).value !== undefined);
  return adds.length > 0 && member(alter, 'removes').value === undefined && !adds.some(changes);
}

/** Without the catalog's parts, what a profile adds to a statement can still be added. */
function alteredTexts(
  alters: readonly Spot[],
  framework: Framework,
  findings: Findings,
): Framework | undefined {
  const added = new Map<string, string>();
  for (const alter of alters) {
    if (addsPropsAlone(alter, findings)) continue;
    const control = idOfOscal(textAt(alter, 'control-id', findings));
    const id = findId(framework, control)?.id;
    const words = oneOrMore(member(alter, 'adds'), findings)
      .map((add) => composeStatement(add, ['statement', 'item'], { parameters: new Map(), findings }))
      .filter((one) => one !== '')
      .join('\n');
    if (id === undefined || words === '') findings.notice('import.alter-not-applied', control);
    else added.set(id, [added.get(id) ?? '', words].join('\n').trim());
  }
  if (added.size === 0) return undefined;
  const withAdded = (one: Requirement) => {
    const words = added.get(one.id);
    return words === undefined ? one : { ...one, statement: [one.statement ?? '', words].join('\n').trim() };
  };
  return {
    ...framework,
    revision: framework.revision + 1,
    requirements: framework.requirements.map(withAdded),
  };
}
