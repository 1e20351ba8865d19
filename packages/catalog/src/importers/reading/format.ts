import { type CprtExport, flatExport, readCprt } from '../cprt/flat.ts';
import { nestedElements, readNested } from '../cprt/nested.ts';
import { findCore, readWorkbook } from '../cprt/workbook.ts';
import type { SentDocument, Sheet } from '../document.ts';
import type { DraftCrosswalk } from '../draft/crosswalk-draft.ts';
import type { Findings } from '../draft/finding.ts';
import type { DraftFramework } from '../draft/framework-draft.ts';
import { isRecord, member, type Spot } from '../draft/spot.ts';
import { findCrosswalkTable, type NamedEnds, readCrosswalkForm } from '../form/crosswalk-form.ts';
import { findFrameworkTable, readFrameworkForm } from '../form/framework-form.ts';
import { readLibraryFrameworks } from '../library/library.ts';
import { readMappingSets } from '../library/mapping-set.ts';
import { readCatalog } from '../oscal/catalog.ts';
import { oscalModelIn } from '../oscal/identifier.ts';
import { readMappings } from '../oscal/mapping.ts';
import { type ImportedSelection, type ProfileReading, readProfile } from '../oscal/profile.ts';

/** The formats that are read. */
export type CatalogueFormat =
  | 'oscal-catalog'
  | 'oscal-profile'
  | 'oscal-mapping'
  | 'cprt'
  | 'csf-reference-tool'
  | 'ciso-assistant'
  | 'own-form';

/** What a file states, not yet checked. */
export interface Drafts {
  readonly format: CatalogueFormat;
  readonly frameworks: readonly { readonly draft: DraftFramework; readonly languages: readonly string[] }[];
  readonly crosswalks: readonly DraftCrosswalk[];
  readonly selections: readonly ImportedSelection[];
}

export interface DraftReading extends ProfileReading, NamedEnds {
  readonly language?: string;
}

/** Recognises a file by what is in it and reads it; undefined, and told, when it is none of ours. */
export function readDrafts(
  document: SentDocument,
  reading: DraftReading,
  findings: Findings,
): Drafts | undefined {
  if (document.kind === 'sheets') return readSheets(document.sheets, document.name, { reading, findings });
  const spot = { at: '', value: document.value };
  const format = formatOf(spot);
  if (format === undefined) {
    tellUnrecognised(spot, document.name, findings);
    return undefined;
  }
  return { format, ...NOTHING, ...READERS[format](spot, reading, findings) };
}

const NOTHING = { frameworks: [], crosswalks: [], selections: [] };

type ValueFormat = Exclude<CatalogueFormat, 'own-form'>;
type Reader = (spot: Spot, reading: DraftReading, findings: Findings) => Partial<Drafts>;

const READERS: Readonly<Record<ValueFormat, Reader>> = {
  'oscal-catalog': (spot, _, findings) => ({ frameworks: [untold(readCatalog(spot, findings))] }),
  'oscal-profile': (spot, reading, findings) => ({ selections: readProfile(spot, reading, findings) }),
  'oscal-mapping': (spot, _, findings) => ({ crosswalks: readMappings(spot, findings) }),
  cprt: (spot, _, findings) => exported(readCprt(spot, findings)),
  'csf-reference-tool': (spot, _, findings) => exported(readNested(spot, findings)),
  'ciso-assistant': readLibrary,
};

function untold(draft: DraftFramework): { draft: DraftFramework; languages: readonly string[] } {
  return { draft, languages: [] };
}

function exported({ framework, crosswalks }: CprtExport): Partial<Drafts> {
  return { frameworks: [untold(framework)], crosswalks };
}

function readLibrary(spot: Spot, { language }: DraftReading, findings: Findings): Partial<Drafts> {
  const frameworks = readLibraryFrameworks(spot, language, findings);
  const crosswalks = readMappingSets(spot, findings);
  if (frameworks.length + crosswalks.length === 0) findings.fault('objects', 'import.library-without');
  return { frameworks, crosswalks };
}

function readSheets(
  sheets: readonly Sheet[],
  name: string,
  { reading, findings }: { readonly reading: DraftReading; readonly findings: Findings },
): Drafts | undefined {
  const core = findCore(sheets);
  if (core !== undefined) {
    const read = exported(readWorkbook(sheets, core, findings));
    return { format: 'csf-reference-tool', ...NOTHING, ...read };
  }
  const framework = findFrameworkTable(sheets);
  const crosswalk = findCrosswalkTable(sheets);
  if (framework === undefined && crosswalk === undefined) {
    findings.fault('', 'import.table-unrecognised', { name });
    return undefined;
  }
  return {
    format: 'own-form',
    ...NOTHING,
    frameworks: framework === undefined ? [] : [untold(readFrameworkForm(framework, name, findings))],
    crosswalks: crosswalk === undefined ? [] : readCrosswalkForm(crosswalk, reading, findings),
  };
}

/** Whether a file is of a kind that is read here; whether all of it can be is another question. */
export function isCatalogueFile(document: SentDocument): boolean {
  if (document.kind === 'value') return formatOf({ at: '', value: document.value }) !== undefined;
  const { sheets } = document;
  return [findCore, findFrameworkTable, findCrosswalkTable].some((find) => find(sheets) !== undefined);
}

function formatOf(spot: Spot): ValueFormat | undefined {
  const has = (key: string) => isRecord(member(spot, key).value);
  if (has('catalog')) return 'oscal-catalog';
  if (has('profile')) return 'oscal-profile';
  if (has('mapping-collection')) return 'oscal-mapping';
  if (nestedElements(spot) !== undefined) return 'csf-reference-tool';
  if (flatExport(spot) !== undefined) return 'cprt';
  return has('objects') ? 'ciso-assistant' : undefined;
}

const OTHERS: readonly (readonly [key: string, kind: string])[] = [
  ['bomFormat', 'a software bill of materials (CycloneDX)'],
  ['spdxVersion', 'a software bill of materials (SPDX)'],
  ['dependencies', 'a package manifest'],
  ['openapi', 'an OpenAPI description'],
  ['$schema', 'a JSON schema or a document of one'],
];

function tellUnrecognised(spot: Spot, name: string, findings: Findings): void {
  const oscal = oscalModelIn(spot.value);
  if (oscal !== undefined) {
    const isLibrary = oscal.model === 'component-definition';
    findings.fault(oscal.model, isLibrary ? 'import.is-library' : 'import.other-document', {
      name,
      kind: oscal.kind,
    });
    return;
  }
  const other = OTHERS.find(([key]) => member(spot, key).value !== undefined);
  if (other === undefined) findings.fault('', 'import.unrecognised', { name });
  else findings.fault(other[0], 'import.other-document', { name, kind: other[1] });
}
