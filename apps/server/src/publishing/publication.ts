import {
  fileNameOf,
  type Progress,
  refuseChoices,
  refuseLength,
  reportNamed,
  scopeOfReport,
} from '@concord/operations';
import {
  hasScope,
  nextVersion,
  type Programme,
  type PublicationTakenIn,
  type Refusal,
  refuse,
  type StoredFile,
} from '@concord/programme';
import { mediaTypeOf } from '@concord/reports';
import { seesAll, type ViewMemory, withPauses, workedBefore } from '@concord/views';
import type { FileStore } from '../files/file-store.ts';
import type { People } from '../identity/people.ts';
import { betweenParts } from './between-parts.ts';
import { bytesIn, type Render, viewFormat } from './rendering.ts';
import { stagesOf } from './stages.ts';

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
  readonly signal?: AbortSignal | undefined;
  /** Is told how far it is. */
  readonly tell?: ((progress: Progress) => void) | undefined;
}

type Asked = Pick<
  PublicationTakenIn,
  'report' | 'format' | 'note' | 'language' | 'implementation' | 'profile'
> & { readonly scope?: string | undefined };

/**
 * Sets a report as its next version, from one state of the programme, and keeps both files durably before the entry that
 * names them is sealed. The version is printed in the document, so the rule refuses it if another took it meanwhile.
 */
export async function makePublication(
  places: PublicationPlaces,
  { organisation, programme, tail, memory, today, signal, tell }: PublicationGround,
  asked: Asked,
): Promise<PublicationTakenIn | { refusal: Refusal }> {
  const report = reportNamed(asked.report);
  if ('refusal' in report) return report;
  const { implementation, language } = asked;
  const refused = refuseChoices(asked.report, report, { implementation, profile: asked.profile });
  if (refused) return refused;
  const named = asked.scope;
  if (named !== undefined && !hasScope(programme.governance, named))
    return refuse('refused', 'scope.unknown', { scope: named, at: 'scope' });
  const { position, seal: head } = tail;
  const viewed = {
    programme,
    organisation,
    on: today,
    head,
    reader: seesAll,
    memory,
    scope: named,
    language,
  };
  const choices = { implementation, profile: asked.profile };
  const pause = async () => {
    await betweenParts();
    signal?.throwIfAborted();
  };
  await withPauses(workedBefore(viewed, 'requirements'), pause);
  const view = await report.view(viewed, choices, pause);
  if ('refusal' in view) return view;
  const tooLong = refuseLength(asked.report, view, asked.format);
  if (tooLong) return tooLong;
  const profile = profileIn(view);
  const scope = named ?? scopeIn(view) ?? scopeOfReport(programme, report);
  const version = nextVersion(programme.governance, { report: asked.report, scope, profile });
  const people = await namesOf(places.people, programme);
  const { format } = asked;
  const how = { format, version: String(version), ...(language ? { language } : {}), people, signal };
  const document = stagesOf((at) => places.render(asked.report, view, { ...how, tell: at }));
  const files = places.files.of(organisation);
  const name = fileNameOf({ programme, on: today }, `${asked.report}-version-${version}`);
  const mediaType = mediaTypeOf(format as Parameters<typeof mediaTypeOf>[0]);
  const kept = await places.render(asked.report, view, { format: viewFormat, signal });
  signal?.throwIfAborted();
  const [file, asView] = (await files.make([
    { content: telling(document, tell), name: `${name}.${format}`, mediaType },
    { content: bytesIn(kept.content), name: `${name}.view.json`, mediaType: kept.mediaType },
  ])) as [StoredFile, StoredFile];
  const open = openIn(view);
  return { ...asked, scope, profile, version, position, head, on: today, file, view: asView, open };
}

/** The bytes alone; whatever else comes goes to who wants to be told. */
async function* telling(
  parts: AsyncIterable<Uint8Array | Progress>,
  tell: PublicationGround['tell'],
): AsyncGenerator<Uint8Array, void> {
  for await (const each of parts)
    if (each instanceof Uint8Array) yield each;
    else tell?.(each);
}

/** What the checks of a statement found and nobody settled yet. */
function openIn(view: object): PublicationTakenIn['open'] {
  if (!('checked' in view)) return undefined;
  const { E: errors, W: warnings } = view.checked as { E: number; W: number };
  return errors + warnings === 0 ? undefined : { errors, warnings };
}

/** The scope that a view turned out to be of where none was named: a profile may have one of its own. */
function scopeIn(view: object): string | undefined {
  return 'scope' in view ? (view.scope as { id: string }).id : undefined;
}

/** The profile that a view turned out to be of, named or not. */
function profileIn(view: object): string | undefined {
  return 'profile' in view ? (view.profile as { id: string } | undefined)?.id : undefined;
}

async function namesOf(people: People, programme: Programme): Promise<Readonly<Record<string, string>>> {
  const { governance, controls } = programme;
  const names = await people.named([...governance.people.keys(), ...controls.collectors.keys()]);
  return Object.fromEntries([...names].map(([id, { name }]) => [id, name]));
}
