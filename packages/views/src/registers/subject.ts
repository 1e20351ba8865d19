import { controlNamed, type Programme, requirementWritten, type Subject } from '@concord/programme';
import { maySee, maySeeControl, type Reader } from '../reader.ts';

/** What a subject is called, for a person; only its kind where the reader may not see it. */
export function subjectCalled(programme: Programme, reader: Reader, { kind, id }: Subject): string {
  const { governance, controls } = programme;
  const titled = (record: { title: string; owner?: string | undefined } | undefined) =>
    record && maySee(reader, record.owner) ? record.title : kind;
  if (kind === 'requirement') return id;
  if (kind === 'target') return id.slice(id.indexOf(':') + 1);
  if (kind === 'scope') return governance.scopes.get(id)?.name ?? id;
  if (kind === 'obligation') return titled(governance.obligations.get(id));
  if (kind === 'issue') return titled(governance.issues.get(id));
  if (kind === 'document') return titled(governance.documents.get(id));
  if (kind === 'party') {
    const party = governance.parties.get(id);
    return titled(party && { title: party.name, owner: party.owner });
  }
  if (kind === 'evidence') {
    const piece = controls.evidence.get(id);
    return piece?.controls.some((each) => maySeeControl(programme, reader, each)) ? piece.title : kind;
  }
  const control = controls.controls.get(id);
  return control && maySee(reader, control.owner) ? control.code : kind;
}

/** A subject as it is asked for, `kind:id`; a control by its code too. */
export function subjectAsked({ controls }: Programme, asked: string): Subject {
  const colon = asked.indexOf(':');
  const subject = { kind: asked.slice(0, colon), id: asked.slice(colon + 1) } as Subject;
  if (subject.kind === 'requirement') return { kind: 'requirement', id: requirementAsked(subject.id) };
  const control = subject.kind === 'control' ? controlNamed(controls, subject.id) : undefined;
  return control && 'id' in control ? { kind: 'control', id: control.id } : subject;
}

/** A requirement that is asked for with a colon, as it is kept: `framework/requirement`. */
export function requirementAsked(asked: string): string {
  const written = requirementWritten(asked);
  return written ? `${written.framework}/${written.requirement}` : asked;
}
