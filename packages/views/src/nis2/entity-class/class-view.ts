import { activityNamed, designations } from '@concord/catalog';
import {
  type LegalEntity,
  type Refusal,
  refuse,
  refuseCountries,
  type SizeFigures,
} from '@concord/programme';
import type { Envelope, ViewAsked } from '../../envelope.ts';
import { type InLanguage, sayIn } from '../../language/say.ts';
import { classesSaid, type EntityClassFound, entityClass } from './entity-class.ts';
import { sentencesOf } from './sentences.ts';

type Head = Pick<Envelope, 'view' | 'organisation' | 'on' | 'knownAt' | 'position' | 'head'>;

export interface EntityClassRow extends EntityClassFound {
  readonly id: string;
  readonly name: string;
  /** Year that the figures are of. */
  readonly period?: string | undefined;
  readonly reviewOn?: string | undefined;
}

/** The classes of the legal entities, or of one of them. */
export interface Nis2Classes extends Head {
  readonly rows: readonly EntityClassRow[];
  /** All of it as it is read aloud; where there is no entity yet, what to do. */
  readonly sentences: readonly string[];
}

/** Directive (EU) 2022/2555, Articles 2 and 3: likely essential, important or out of scope, entity by entity. */
export function nis2Classes(asked: ViewAsked, named?: string): Nis2Classes | { refusal: Refusal } {
  const { entities, organisation } = asked.programme.governance;
  if (named !== undefined && !entities.has(named))
    return refuse('missing', 'entity.unknown', { entity: named, at: 'entity' });
  const inForce = ({ id, endedOn }: LegalEntity) =>
    named === undefined ? endedOn === undefined || endedOn > asked.on : id === named;
  const shown = entities
    .valueSeq()
    .filter(inForce)
    .sortBy(({ seq }) => seq)
    .toArray();
  const rows = shown.map((entity) => rowOf(entity, asked));
  const { position } = asked.programme;
  return {
    view: 'nis2-class',
    organisation: { id: asked.organisation, name: organisation?.name ?? '' },
    on: asked.on,
    knownAt: position,
    position,
    head: asked.head,
    rows,
    sentences:
      rows.length === 0
        ? [sayIn(asked)('nis2.no-entity')]
        : rows.flatMap((row, at) => saidOf(row, at, asked)),
  };
}

function rowOf(entity: LegalEntity, by: InLanguage): EntityClassRow {
  const { id, name, period, reviewOn } = entity;
  return {
    id,
    name,
    ...(period === undefined ? {} : { period }),
    ...(reviewOn === undefined ? {} : { reviewOn }),
    ...entityClass(entity, by),
  };
}

function saidOf(row: EntityClassRow, at: number, by: InLanguage): readonly string[] {
  return [...(at === 0 ? [] : ['']), row.name, ...sentencesOf(row, by)];
}

/** The class that was found, with all of it as it is read aloud. */
export interface ClassOfTried extends EntityClassFound {
  readonly sentences: readonly string[];
}

/** Figures and activities that nobody recorded; what is left out is not known. */
export interface ClassTried extends InLanguage {
  /** Ids of activities, or a part of the name that only one of them has. */
  readonly activities: readonly string[];
  readonly designations: readonly string[];
  readonly alone: SizeFigures;
  /** With linked enterprises; given at all, it has some. */
  readonly group?: SizeFigures | undefined;
  /** Nobody said whether it has any: where that could change the class, it stays open. */
  readonly linkedUnknown?: boolean | undefined;
  readonly establishedIn: readonly string[];
  readonly servesIn: readonly string[];
}

/** The class that these figures would lead to; nothing is recorded, and no organisation is needed. */
export function tryNis2Class(tried: ClassTried): ClassOfTried | { refusal: Refusal } {
  const found = tried.activities.map((said) => activityNamed(said) ?? said);
  const unknown = found.find((each) => typeof each === 'string');
  if (typeof unknown === 'string')
    return refuse('refused', 'entity.activity-unknown', { activity: unknown, at: 'activities' });
  const odd = tried.designations.find((said) => !designations().some(({ id }) => id === said));
  if (odd !== undefined)
    return refuse('refused', 'entity.designation-unknown', { designation: odd, at: 'designations' });
  const refusal = refuseCountries(tried);
  if (refusal) return { refusal };
  const [persons, own] = [tried.group?.persons, tried.alone.persons];
  if (persons !== undefined && own !== undefined && persons < own)
    return refuse('refused', 'entity.group-fewer', { persons, own, at: 'groupPersons' });
  const ids = found.flatMap((each) => (typeof each === 'string' ? [] : [each.id]));
  const classed = classOfTried({ ...tried, activities: ids });
  return { ...classed, sentences: sentencesOf(classed, tried) };
}

function classOfTried(tried: ClassTried): EntityClassFound {
  const own = entityClass({ ...tried, linked: tried.group !== undefined }, tried);
  if (!tried.linkedUnknown) return own;
  const open = entityClass({ ...tried, linked: true, group: {} }, tried);
  if (open.possible.join() === own.possible.join()) return own;
  const say = sayIn(tried);
  const says = say('nis2.ask-linked', { classes: classesSaid(own.possible, say) });
  const wouldDecide = [{ ask: 'linked', answers: [], says } as const, ...open.withLinked.wouldDecide];
  return { ...open, withLinked: { ...open.withLinked, wouldDecide } };
}
