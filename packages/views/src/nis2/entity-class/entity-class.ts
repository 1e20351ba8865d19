import { type Activity, activities, phraseIn } from '@concord/catalog';
import type { LegalEntity, SizeFigures } from '@concord/programme';
import { type InLanguage, languageOf, listed, type Say, sayIn } from '../../language/say.ts';
import {
  type Jurisdiction,
  jurisdictionOf,
  type Registration,
  registrationOf,
  type Supervision,
  supervisionOf,
} from './consequences.ts';
import type { EntityClass } from './criteria.ts';
import {
  type OpenQuestion,
  openQuestions,
  possibleClasses,
  type Side,
  type SideSize,
  sizeOf,
} from './possible.ts';
import { inGroup, type Situation, situationsOf } from './situation.ts';
import type { Size } from './size.ts';
import { type TrailAsked, type TrailStep, trailOf } from './trail.ts';

/** What a class is worked out from. */
export type Classified = Omit<
  LegalEntity,
  'id' | 'name' | 'owner' | 'reviewOn' | 'endedOn' | 'period' | 'seq'
>;

/** The class that one set of figures leads to, and the way there. */
export interface ClassFound {
  readonly class: EntityClass | 'undetermined';
  /** Every class that what is not known leaves possible, weakest first. */
  readonly possible: readonly EntityClass[];
  readonly size: SideSize;
  /** What is not known and could decide it; empty where the class is found. */
  readonly wouldDecide: readonly Undecided[];
  /** Where the size of this period is not yet the one that counts: the class it leads to, should it last. */
  readonly ifItLasts?: { readonly size: Size; readonly possible: readonly EntityClass[] };
  readonly trail: readonly TrailStep[];
}

export interface Undecided extends OpenQuestion {
  readonly says: string;
}

/** The class under Articles 2 and 3 of the directive, with what follows from it. A reading, and no legal advice. */
export interface EntityClassFound {
  /** With linked enterprises, as the Recommendation counts. */
  readonly class: EntityClass | 'undetermined';
  readonly possible: readonly EntityClass[];
  readonly sentence: string;
  readonly alone: ClassFound;
  readonly withLinked: ClassFound;
  /** Whether it has linked or partner enterprises; without any, both sides are the same. */
  readonly linked: boolean;
  /** Whether the two differ: a Member State may then look at the entity alone (recital 16). */
  readonly differs: boolean;
  /** What each activity would lead to by itself; the strictest counts. */
  readonly byActivity: readonly {
    readonly id: string;
    readonly name: string;
    readonly possible: readonly EntityClass[];
  }[];
  /** Whether Implementing Regulation (EU) 2024/2690 names what it does. */
  readonly regulation2690: boolean;
  readonly registration: readonly Registration[];
  readonly supervision?: Supervision;
  readonly jurisdiction: readonly Jurisdiction[];
  /** What has to be read with it: what was assumed, where other law takes its place, what national law may change. */
  readonly notes: readonly string[];
}

/** Methods 5.3: the class of an entity, alone and with linked enterprises side by side. */
export function entityClass(entity: Classified, by: InLanguage = {}): EntityClassFound {
  const say = sayIn(by);
  const { language } = by;
  const situations = situationsOf(entity);
  const ground = { said: entity, situations, language };
  const alone = classFound({ ...ground, side: aloneSide(entity) });
  const withLinked = entity.linked ? classFound({ ...ground, side: linkedSide(entity) }) : alone;
  const { class: found, possible, size } = withLinked;
  const differs = alone.possible.join() !== withLinked.possible.join();
  const supervision = supervisionOf(found, situations, { turnover: turnoverOf(entity), language });
  return {
    class: found,
    possible,
    sentence: sentenceOf(found, possible, say),
    alone,
    withLinked,
    linked: entity.linked,
    differs,
    byActivity: namedActivities(entity).map(({ id, name }) => ({
      id,
      name: phraseIn(languageOf(by), name),
      possible: possibleClasses(situationsOf({ ...entity, activities: [id] }), size.possible),
    })),
    regulation2690: entity.activities.some((id) => inGroup('regulation2690', id)),
    registration: registrationOf(possible, situations, say),
    ...(supervision ? { supervision } : {}),
    jurisdiction: jurisdictionOf(entity, situations, by),
    notes: notesOf(entity, { situations, differs, possible, say }),
  };
}

function namedActivities({ activities: ids }: Classified): readonly Activity[] {
  return activities().filter(({ id }) => ids.includes(id));
}

function aloneSide({ alone, earlier }: Classified): Side {
  return { figures: alone, earlier: earlier?.alone, least: 0 };
}

/** Persons add up; turnover and balance sheet are consolidated and may come out below those of one member. */
function linkedSide({ alone, group, earlier }: Classified): Side {
  return { figures: group ?? {}, earlier: earlier?.group, least: alone.persons ?? 0 };
}

function turnoverOf({ alone, group, linked }: Classified): number | undefined {
  const counted: SizeFigures = linked ? (group ?? {}) : alone;
  return counted.turnover;
}

function classFound(ground: Omit<TrailAsked, 'size'>): ClassFound {
  const { situations, side } = ground;
  const say = sayIn(ground);
  const size = sizeOf(side);
  const possible = possibleClasses(situations, size.possible);
  const lasting = size.now
    ? { ifItLasts: { size: size.now, possible: possibleClasses(situations, [size.now]) } }
    : {};
  const [only] = possible;
  return {
    class: possible.length === 1 && only ? only : 'undetermined',
    possible,
    size,
    wouldDecide: openQuestions(situations, side).map((question) => undecided(question, say)),
    ...lasting,
    trail: trailOf({ ...ground, size }),
  };
}

function undecided(question: OpenQuestion, say: Say): Undecided {
  const { ask, answers } = question;
  const told = answers.map(({ size, leaves }) => {
    const answer = say(`nis2.answer-${ask}-${size}`);
    return say('nis2.answer', { answer, classes: classesSaid(leaves, say) });
  });
  return { ...question, says: say(`nis2.ask-${ask}`, { answers: listed(told, say) }).trim() };
}

export function classesSaid(classes: readonly EntityClass[], say: Say): string {
  return classes.map((each) => say(`nis2.class-${each}`)).join(say('nis2.or'));
}

function sentenceOf(found: ClassFound['class'], possible: readonly EntityClass[], say: Say): string {
  const classes = classesSaid(possible, say);
  return say(found === 'undetermined' ? 'nis2.undetermined' : 'nis2.likely', { classes });
}

interface NotesAsked extends Pick<EntityClassFound, 'differs' | 'possible'> {
  readonly situations: readonly Situation[];
  readonly say: Say;
}

function notesOf(entity: Classified, { situations, differs, possible, say }: NotesAsked): readonly string[] {
  const [situation] = situations;
  const financial = situation?.is('financial') || entity.designations.includes('dora-financial-entity');
  const out = possible.includes('out-of-scope') && situation !== undefined && !situation.excluded;
  const choice = (['regionalGovernment', 'localGovernment', 'education'] as const).some((group) =>
    situation?.is(group),
  );
  const keys = [
    'nis2.note-baseline',
    ...(entity.earlier ? [] : ['nis2.note-one-period']),
    ...(entity.establishedIn.length === 0 ? ['nis2.note-union'] : []),
    ...(differs ? [entity.independentSystems ? 'nis2.note-independent' : 'nis2.note-differs'] : []),
    ...(financial ? ['nis2.note-dora'] : []),
    ...(entity.activities.length > 1 ? ['nis2.note-several'] : []),
    ...(out && situation.annexes.size > 0 ? ['nis2.note-unless'] : []),
    ...(out && choice ? ['nis2.note-choice'] : []),
  ];
  return keys.map((key) => say(key));
}
