import { documentOn, type StoredFile } from '@concord/programme';
import type { ViewAsked } from '../envelope.ts';
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
export function keptFiles({ programme, on, reader }: ViewAsked): KeptFile[] {
  const { governance, controls } = programme;
  const codesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const control = controls.controls.get(id);
      return control && maySee(reader, control.owner) ? [control.code] : [];
    });
  const evidence = controls.evidence
    .valueSeq()
    .filter((piece) => piece.collectedOn <= on)
    .flatMap((piece): KeptFile[] => {
      const codes = codesOf(piece.controls);
      if (!piece.file || codes.length === 0) return [];
      const { file, title, collectedOn } = piece;
      return [{ what: 'evidence', file, title, controls: codes, on: collectedOn }];
    })
    .toArray();
  const documents = governance.documents
    .valueSeq()
    .map((document) => documentOn(document, on))
    .filter(({ status }) => status !== 'retired')
    .flatMap(({ file, title, owner, approvedOn }): KeptFile[] => {
      if (!file || !maySee(reader, owner)) return [];
      return [{ what: 'document', file, title, controls: [], ...(approvedOn ? { on: approvedOn } : {}) }];
    })
    .toArray();
  const published = governance.publications
    .valueSeq()
    .filter((each) => each.on <= on && reader.sees === 'all')
    .flatMap(({ report, version, file, view, on: day }): KeptFile[] => {
      const title = `${report} ${version}`;
      return [
        ...(file ? [{ what: 'publication', file, title, controls: [], on: day } as const] : []),
        ...(view ? [{ what: 'published-view', file: view, title, controls: [], on: day } as const] : []),
      ];
    })
    .toArray();
  return [...evidence, ...documents, ...published].sort(byHash);
}

/** The order is that of the content: it does not depend on who added what first. */
function byHash(one: KeptFile, other: KeptFile): number {
  if (one.file.hash !== other.file.hash) return one.file.hash < other.file.hash ? -1 : 1;
  return `${one.what} ${one.title}` < `${other.what} ${other.title}` ? -1 : 1;
}
