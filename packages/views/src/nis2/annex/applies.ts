import { activities, phraseIn } from '@concord/catalog';
import type { ViewAsked } from '../../envelope.ts';
import { languageOf, sayIn } from '../../language/say.ts';
import { inGroup } from '../entity-class/situation.ts';

/** Whether Implementing Regulation (EU) 2024/2690 binds the organisation, and on what ground. */
export interface Applies {
  /** `unknown` where no entity, or no activity of one, is recorded. */
  readonly standing: 'binds' | 'yardstick' | 'unknown';
  readonly sentence: string;
}

/**
 * Article 1 of the regulation names the kinds of entity that it binds; for all others the annex is a yardstick. Which
 * entities they are is for who sees the whole programme.
 */
export function appliesTo(asked: ViewAsked): Applies {
  const { programme, reader, on } = asked;
  const say = sayIn(asked);
  const entities = programme.governance.entities
    .valueSeq()
    .filter(({ endedOn }) => endedOn === undefined || endedOn > on)
    .toArray();
  const done = [...new Set(entities.flatMap((entity) => entity.activities))];
  if (done.length === 0) return { standing: 'unknown', sentence: say('nis2.applies-unknown') };
  const bound = activities().filter(({ id }) => done.includes(id) && inGroup('regulation2690', id));
  const standing = bound.length > 0 ? 'binds' : 'yardstick';
  if (reader.sees === 'own') return { standing, sentence: say(`nis2.applies-${standing}-masked`) };
  const named = bound.map(({ name }) => phraseIn(languageOf(asked), name)).join(', ');
  return { standing, sentence: say(`nis2.applies-${standing}`, { activities: named }) };
}
