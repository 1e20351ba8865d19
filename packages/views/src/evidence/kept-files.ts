import { documentOn, type StoredFile } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
import type { InParts } from '../pauses/in-parts.ts';
import { foundInParts } from '../pauses/lists.ts';
import { maySee } from '../reader.ts';

/** A file that the record keeps, with what it is the file of. */
export interface KeptFile {
  readonly what: 'evidence' | 'document' | 'publication' | 'published-view';
  readonly file: StoredFile;
  /** In words: the title of the piece or document, the name and version of the report. */
  readonly title: string;
  /** Codes of the controls that a piece of evidence is of. */
  readonly controls: readonly string[];
  /** Local date it was collected, approved or published. */
  readonly on?: string;
}

/** Every file that evidence, documents and published reports name by the day asked about, as the reader may see them. */
export function* keptFiles(asked: ViewAsked): InParts<KeptFile[]> {
  const evidence = yield* filesOfEvidence(asked);
  return [...evidence, ...filesOfDocuments(asked), ...filesOfPublications(asked)].sort(byHash);
}

function filesOfEvidence({ programme: { controls }, on, reader }: ViewAsked): InParts<KeptFile[]> {
  const codesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const control = controls.controls.get(id);
      return control && maySee(reader, control.owner) ? [control.code] : [];
    });
  return foundInParts(controls.evidence.values(), (piece): KeptFile | undefined => {
    const { file, title, collectedOn } = piece;
    const codes = file && collectedOn <= on ? codesOf(piece.controls) : [];
    if (!file || codes.length === 0) return undefined;
    return { what: 'evidence', file, title, controls: codes, on: collectedOn };
  });
}

function filesOfDocuments({ programme: { governance }, on, reader }: ViewAsked): KeptFile[] {
  return [...governance.documents.values()].flatMap((document): KeptFile[] => {
    const { status, file, title, owner, approvedOn } = documentOn(document, on);
    if (status === 'retired' || !file || !maySee(reader, owner)) return [];
    return [{ what: 'document', file, title, controls: [], ...(approvedOn ? { on: approvedOn } : {}) }];
  });
}

function filesOfPublications({ programme: { governance }, on, reader }: ViewAsked): KeptFile[] {
  return [...governance.publications.values()].flatMap((each): KeptFile[] => {
    if (each.on > on || reader.sees !== 'all') return [];
    const { report, version, file, view, on: day } = each;
    const told = { title: `${report} ${version}`, controls: [], on: day };
    return [
      ...(file ? [{ what: 'publication', file, ...told } as const] : []),
      ...(view ? [{ what: 'published-view', file: view, ...told } as const] : []),
    ];
  });
}

/** The order is that of the content: it does not depend on who added what first. */
function byHash(one: KeptFile, other: KeptFile): number {
  if (one.file.hash !== other.file.hash) return one.file.hash < other.file.hash ? -1 : 1;
  return `${one.what} ${one.title}` < `${other.what} ${other.title}` ? -1 : 1;
}
