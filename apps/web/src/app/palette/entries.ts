import type { AnswerOf } from '@concord/operations/client';
import { pathOfRequirement, pathOfRoom } from '../place/rooms.ts';

/** Something that can be gone to. */
export interface Entry {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** What it is, or where it lies. */
  readonly where: string;
  readonly path: string;
  readonly search: Readonly<Record<string, string>>;
}

type Found = Omit<AnswerOf<'find'>['rows'][number], 'kind'> & { readonly kind: string };

/** Where what was found is shown. */
export function entryOf(
  { kind: kindOf, id, code, title, framework, where }: Found,
  { organisation, kind }: { organisation: string; kind: string },
): Entry {
  const entry = { id: `${kindOf}:${framework ?? ''}:${id}`, code, title, where: where ?? kind };
  const at = (room: Parameters<typeof pathOfRoom>[1], search: Record<string, string> = {}) => ({
    ...entry,
    path: pathOfRoom(organisation, room),
    search,
  });
  switch (kindOf) {
    case 'requirement':
      return { ...entry, path: pathOfRequirement(organisation, framework ?? '', id), search: {} };
    case 'control':
      return at('library', { control: id });
    case 'evidence':
      return at('evidence', { evidence: id });
    case 'action':
      return at('actions', { action: id });
    case 'framework':
      return at('frameworks', { framework: id });
    case 'profile':
      return at('csf-profile', { profile: id });
    default:
      return at('documents', { [kindOf]: id });
  }
}
