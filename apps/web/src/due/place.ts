import type { AnswerOf } from '@concord/operations/client';
import type { Room } from '../app/index.ts';

export type DueRow = AnswerOf<'view what-is-due'>['rows'][number];

/** Where something that is due is seen to: a room with its address, or the proof of a requirement. */
export type DuePlace =
  | { readonly room: Room; readonly search: Readonly<Record<string, string>> }
  | { readonly framework: string; readonly requirement: string };

/** The place of each kind; an id of two parts (`profile:framework/requirement`) leads to what it is about. */
export function placeOfDue({
  kind,
  id,
  requirements,
}: Pick<DueRow, 'kind' | 'id' | 'requirements'>): DuePlace {
  const [about] = requirements;
  switch (kind) {
    case 'evidence':
      return { room: 'library', search: { control: id } };
    case 'action':
      return { room: 'actions', search: { action: id } };
    case 'judgement':
      return about ?? { room: 'frameworks', search: {} };
    case 'target':
      return { room: 'csf-profile', search: aboutRow(about?.requirement) };
    case 'applicability':
      return { room: 'statement-of-applicability', search: aboutRow(about?.requirement) };
    case 'collector':
      return { room: 'evidence', search: { tab: 'collectors' } };
    default:
      return { room: 'documents', search: { [kind]: id } };
  }
}

function aboutRow(row: string | undefined): Readonly<Record<string, string>> {
  return row === undefined ? {} : { row };
}
