import { type Activity, activitiesIn, type Designation, designationsIn } from '@concord/catalog';
import { type LegalEntity, type Refusal, refuse } from '@concord/programme';
import { type InLanguage, languageOf } from '../language/say.ts';
import {
  type RegisterAsked,
  type RegisterFilter,
  type RegisterList,
  registerPage,
  revisionOf,
  type Standing,
  seenRecord,
  standingOn,
} from './register.ts';

export interface EntityFilter extends RegisterFilter {
  readonly state?: Standing['state'] | undefined;
}

export interface EntityRow extends Omit<LegalEntity, 'seq'>, Standing {
  readonly revision: number;
}

/** The legal entities by name. */
export function entityList(asked: RegisterAsked, filter: EntityFilter): RegisterList<EntityRow> {
  return registerPage(asked, filter, {
    records: asked.programme.governance.entities.values(),
    row: (entity) => {
      const row = entityRow(asked, entity);
      return filter.state === undefined || row.state === filter.state ? row : undefined;
    },
    order: ({ name }) => name,
  });
}

export interface EntitySheet extends EntityRow {
  /** Its activities and designations as the catalogue describes them. */
  readonly doing: readonly Omit<Activity, 'words'>[];
  readonly designated: readonly Designation[];
}

export function entitySheet(
  asked: RegisterAsked & InLanguage,
  id: string,
): EntitySheet | { refusal: Refusal } {
  const found = seenRecord(asked, asked.programme.governance.entities.get(id));
  if (!found) return refuse('missing', 'entity.unknown', { entity: id, at: 'entity' });
  const language = languageOf(asked);
  return {
    ...entityRow(asked, found),
    doing: activitiesIn(language).flatMap(({ words: _words, ...each }) =>
      found.activities.includes(each.id) ? each : [],
    ),
    designated: designationsIn(language).filter((each) => found.designations.includes(each.id)),
  };
}

function entityRow(asked: RegisterAsked, entity: LegalEntity): EntityRow {
  const { seq: _seq, ...row } = entity;
  return { ...row, ...standingOn(entity, asked.on), revision: revisionOf(asked, 'entity', entity.id) };
}
