import type { Action, Freshness } from '@concord/programme';
import { type NecessityDecision, necessityKey, necessityOn, type Obligation } from '@concord/programme';
import { type Standing, standingOn } from '../../coverage/feed.ts';
import { controlShown } from '../../coverage/row.ts';
import { maySee } from '../../reader.ts';
import { linkedShown, obligationsLinked } from './linked.ts';
import { decidedShown, type Ground, implementedIn, type Stated } from './row.ts';

/** A control of our own that is necessary although Annex A does not list it. */
export interface FurtherRow extends Stated {
  /** Id of the control. */
  readonly id: string;
  readonly code: string;
  readonly title: string;
  /** Scope that the decision was taken for: the one asked about, or one around it. */
  readonly scope: string;
  readonly implementation: Stated['implemented'];
  readonly freshness: Freshness;
  readonly freshUntil?: string | undefined;
}

export interface FurtherRead {
  readonly standing: Standing;
  /** Retired since: it does nothing any more. */
  readonly retired: boolean;
  readonly scope: string;
  readonly decided: NecessityDecision;
  readonly actions: readonly Action[];
  readonly obligations: readonly Obligation[];
}

/**
 * Clause 6.1.3 b and c: what is necessary comes from any source; Annex A is what it is compared with. By code, those
 * too that were declared not necessary: they stand in no table, and are held against what relies on them.
 */
export function readFurther({ opened, asked, links }: Ground): FurtherRead[] {
  const { programme, on } = asked;
  const ids = new Set([...programme.controls.necessity.keys()].map((key) => key.slice(key.indexOf(':') + 1)));
  const found = [...ids].flatMap((id): FurtherRead[] => {
    const control = programme.controls.controls.get(id);
    const necessity = necessityOn(programme, id, { scope: opened.scope, on });
    if (!control || !necessity) return [];
    const { decision: decided, scope } = necessity;
    return [
      {
        standing: standingOn(programme, control, { scope: opened.scope, on }),
        retired: control.retiredOn !== undefined && control.retiredOn <= on,
        scope,
        decided,
        actions: links.actionsOn([`control/${id}`]),
        obligations: obligationsLinked(links, decided.reasons, []),
      },
    ];
  });
  return found.sort((one, other) => (one.standing.control.code < other.standing.control.code ? -1 : 1));
}

/** The rows of what is necessary, as far as the reader may see them, and how many they may not. */
export function furtherShown(
  all: readonly FurtherRead[],
  ground: Ground,
): { further: readonly FurtherRow[]; hiddenFurther: number } {
  const necessary = all.filter(({ decided }) => decided.necessary);
  const open = necessary.filter(({ standing }) => maySee(ground.asked.reader, standing.control.owner));
  return { further: open.map((read) => rowOf(read, ground)), hiddenFurther: necessary.length - open.length };
}

function rowOf(read: FurtherRead, { asked, values }: Ground): FurtherRow {
  const { standing, scope, decided, actions, obligations } = read;
  const { id, code, name, freshness, freshUntil } = controlShown(standing);
  const implementation = implementationOf(read);
  return {
    id,
    code,
    title: name,
    scope,
    ...decidedShown(decided),
    revision: asked.programme.revisions.get(`necessity/${necessityKey(scope, id)}`) ?? 0,
    implementation,
    implemented: implementedIn(values, implementation),
    freshness,
    ...(freshUntil === undefined ? {} : { freshUntil }),
    ...linkedShown({ obligations, actions }, asked.reader),
  };
}

/** By what is said of the control itself, as everywhere. */
export function implementationOf({ standing, retired }: FurtherRead): Stated['implemented'] {
  const { inUse, implementation } = standing.state;
  if (retired || !inUse || implementation === 'none') return 'no';
  return implementation === 'operating' ? 'yes' : 'partly';
}
