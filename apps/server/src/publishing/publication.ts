import { reportNamed, scopeOfReport } from '@concord/operations';
import {
  hasScope,
  nextVersion,
  type Programme,
  type PublicationTakenIn,
  type Refusal,
  refuse,
} from '@concord/programme';
import { type ImplementationValues, seesAll, type ViewMemory } from '@concord/views';
import type { FileStore } from '../files/file-store.ts';
import type { People } from '../identity/people.ts';
import type { Render } from './rendering.ts';

export interface PublicationPlaces {
  readonly people: People;
  readonly files: FileStore;
  readonly render: Render;
}

/** The state that document and view are both made from, and where the ledger stood then. */
export interface PublicationGround {
  readonly organisation: string;
  readonly programme: Programme;
  readonly tail: { readonly position: number; readonly seal: string };
  readonly memory: ViewMemory;
  /** Local date. */
  readonly today: string;
}

type Asked = Pick<PublicationTakenIn, 'report' | 'format' | 'note'> & {
  readonly scope?: string | undefined;
  readonly implementation: ImplementationValues;
};

/**
 * Sets a report as its next version, from one state of the programme, and keeps both files durably before the entry that
 * names them is sealed. The version is printed in the document, so the rule refuses it if another took it meanwhile.
 */
export async function makePublication(
  places: PublicationPlaces,
  { organisation, programme, tail, memory, today }: PublicationGround,
  asked: Asked,
): Promise<PublicationTakenIn | { refusal: Refusal }> {
  const report = reportNamed(asked.report);
  if ('refusal' in report) return report;
  const scope = asked.scope ?? scopeOfReport(programme, report);
  if (!hasScope(programme.governance, scope))
    return refuse('refused', 'scope.unknown', { scope, at: 'scope' });
  const { position, seal: head } = tail;
  const viewed = { programme, organisation, on: today, head, reader: seesAll, memory, scope };
  const view = report.view(viewed, asked.implementation);
  if ('refusal' in view) return view;
  const version = nextVersion(programme.governance, asked.report, scope);
  const people = await namesOf(places.people, programme);
  const document = await places.render(asked.report, view, {
    format: asked.format,
    version: String(version),
    people,
  });
  const files = places.files.of(organisation);
  const name = `${asked.report}-${version}`;
  const { mediaType } = document;
  const kept = {
    file: await files.make(document.bytes, { name: `${name}.${asked.format}`, mediaType }),
    view: await files.make(Buffer.from(JSON.stringify(view)), {
      name: `${name}.view.json`,
      mediaType: 'application/json',
    }),
  };
  return { ...asked, scope, version, position, head, on: today, ...kept };
}

async function namesOf(people: People, programme: Programme): Promise<Readonly<Record<string, string>>> {
  const names = await people.named([...programme.governance.people.keys()]);
  return Object.fromEntries([...names].map(([id, { name }]) => [id, name]));
}
