import type { Framework } from '../../framework.ts';
import type { SentDocument } from '../document.ts';
import {
  type Direction,
  type DraftCrosswalk,
  type ImportedCrosswalk,
  settleCrosswalk,
} from '../draft/crosswalk-draft.ts';
import { type Findings, type ImportFault, type ImportNotice, startFindings } from '../draft/finding.ts';
import { settleFramework } from '../draft/framework-draft.ts';
import { slug } from '../draft/wording.ts';
import type { ImportedSelection } from '../oscal/profile.ts';
import { type CatalogueFormat, type Drafts, readDrafts } from './format.ts';
import { type LaidBeside, layBeside, shippedLike } from './lay-beside.ts';

/** What is known while a file is read, and what a person says of it. */
export interface CatalogueReading {
  /** The frameworks we ship and those imported before, in the editions in use. */
  readonly frameworks: readonly Framework[];
  /** The known framework that the file belongs to, when its own words do not say. */
  readonly framework?: string;
  /** The frameworks a crosswalk relates, when its file names none. */
  readonly from?: string;
  readonly to?: string;
  /** How relations are to be read; as written unless a person turns them. */
  readonly direction?: Direction;
  /** The language wanted of a library that has several. */
  readonly language?: string;
  /** The OSCAL catalog beside a profile that sets parameters or alters parts. */
  readonly catalogue?: SentDocument;
}

/** A framework read from a file. */
export interface ImportedFramework {
  readonly framework: Framework;
  /** Languages the file has its requirements in; empty where it does not say. */
  readonly languages: readonly string[];
  /** Set where this is the text of a framework that is known already. */
  readonly beside?: LaidBeside;
}

/** Everything of use in a file, whatever its format. */
export interface CatalogueFile {
  readonly format: CatalogueFormat;
  readonly frameworks: readonly ImportedFramework[];
  readonly selections: readonly ImportedSelection[];
  readonly crosswalks: readonly ImportedCrosswalk[];
  /** What was tolerated or put right. */
  readonly notices: readonly ImportNotice[];
}

/** What a file holds, or everything that is wrong with it; `more` counts the faults beyond those listed. */
export type ReadCatalogueFile =
  | { readonly found: CatalogueFile }
  | { readonly errors: readonly ImportFault[]; readonly more: number };

/** Reads a framework, a selection or crosswalks from a file that was sent. Never throws: a file is found or explained. */
export function readCatalogueFile(document: SentDocument, reading: CatalogueReading): ReadCatalogueFile {
  const findings = startFindings();
  const drafts = readDrafts(document, reading, findings);
  const found = drafts === undefined ? undefined : settle(drafts, reading, findings);
  if (findings.faulty || found === undefined) return { errors: findings.faults, more: findings.more };
  return { found: { ...found, notices: findings.notices() } };
}

function settle(
  drafts: Drafts,
  reading: CatalogueReading,
  findings: Findings,
): Omit<CatalogueFile, 'notices'> {
  const frameworks = drafts.frameworks.flatMap(({ draft, languages }) => {
    checkLanguage(languages, reading.language, findings);
    const framework = settleFramework(draft, findings);
    return framework === undefined ? [] : [besideKnown({ framework, languages }, reading, findings)];
  });
  const known = knownTo(frameworks, reading);
  const direction = reading.direction ?? 'as-written';
  const own = frameworks[0]?.beside?.edition.id ?? frameworks[0]?.framework.id ?? '';
  const crosswalks = drafts.crosswalks.map((draft) =>
    settleCrosswalk({ ...draft, from: draft.from || own }, { frameworks: known, direction }, findings),
  );
  return {
    format: drafts.format,
    frameworks,
    selections: drafts.selections,
    crosswalks: named(crosswalks, drafts.crosswalks),
  };
}

/** A language that the file does not have is a slip; several, and none asked for, is worth knowing. */
function checkLanguage(languages: readonly string[], asked: string | undefined, findings: Findings): void {
  const known = languages.join(', ');
  if (asked === undefined && languages.length > 1) findings.notice('import.languages', known);
  const lacks = asked !== undefined && languages.length > 0 && !languages.includes(asked);
  if (lacks) findings.fault('', 'import.language-unknown', { language: asked, known });
}

function besideKnown(
  imported: ImportedFramework,
  reading: CatalogueReading,
  findings: Findings,
): ImportedFramework {
  const { frameworks, framework: asked } = reading;
  const shipped =
    asked === undefined
      ? shippedLike(imported.framework, frameworks)
      : frameworks.find(({ id }) => id === asked);
  if (shipped === undefined && asked !== undefined) {
    const known = frameworks.map(({ id }) => id).join(', ');
    findings.fault('', 'import.framework-unknown', { name: asked, known });
  }
  if (shipped === undefined) return imported;
  const beside = layBeside(shipped, imported.framework);
  if (beside.matched.length > 0) return { ...imported, beside };
  findings.fault('', 'import.nothing-matches', { framework: shipped.id });
  return imported;
}

/** What the file itself brings can be an end of its crosswalks, under its own name or that of the known framework. */
function knownTo(
  imported: readonly ImportedFramework[],
  { frameworks }: CatalogueReading,
): readonly Framework[] {
  const own = imported.filter(({ beside }) => beside === undefined).map(({ framework }) => framework);
  return [...frameworks, ...own];
}

/** Sets that relate the same frameworks get ids of their own. */
function named(
  crosswalks: readonly ImportedCrosswalk[],
  drafts: readonly DraftCrosswalk[],
): readonly ImportedCrosswalk[] {
  const taken = new Set<string>();
  return crosswalks.map((imported, place) => {
    const { id, from } = imported.crosswalk;
    const own = slug(`${from}-to-${drafts[place]!.to}`);
    const free = [id, own, `${id}-${place + 1}`].find((one) => !taken.has(one))!;
    taken.add(free);
    return free === id ? imported : { ...imported, crosswalk: { ...imported.crosswalk, id: free } };
  });
}
