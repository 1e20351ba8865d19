import { type Drawn, sidesOf } from './contradiction.ts';
import type { Component, Passage } from './graph.ts';
import { passOn } from './graph.ts';
import { EMPTY, type Knowledge, U } from './knowledge.ts';
import { compareInferences, type LocalKnowledge } from './local.ts';
import type { Inference, Side } from './question.ts';

/** What is known of one requirement once all others were asked. */
export interface Settled {
  /** Empty for a conflict. */
  readonly knowledge: Knowledge;
  readonly hops: number;
  readonly inferences: readonly Inference[];
  readonly conflict?: readonly Side[];
}

/** One requirement's place in a run: its knowledge so far and what narrowed it. */
interface Place {
  knowledge: Knowledge;
  hops: number;
  /** From its own claims and judgement, in their order. */
  readonly own: readonly Inference[];
  /** From other requirements. */
  readonly drawn: Drawn[];
}

interface Run {
  readonly places: ReadonlyMap<string, Place>;
  readonly leaving: Outgoing;
  /** How many waves went out so far. */
  waves: number;
}

/** Passages by source, apart for whole-and-parts and for relations. */
interface Outgoing {
  readonly within: ReadonlyMap<string, readonly Passage[]>;
  readonly across: ReadonlyMap<string, readonly Passage[]>;
}

function bySource(passages: readonly Passage[]): Map<string, Passage[]> {
  const leaving = new Map<string, Passage[]>();
  for (const passage of passages)
    for (const source of passage.sources) {
      const list = leaving.get(source);
      if (list) list.push(passage);
      else leaving.set(source, [passage]);
    }
  return leaving;
}

/** Inferences that would narrow their target, all worked out from what was known before this wave. */
function wave(
  run: Run,
  leaving: ReadonlyMap<string, readonly Passage[]>,
  news: { from: Iterable<string>; hops: number },
): Map<string, Inference[]> {
  const known = (id: string) => run.places.get(id)?.knowledge ?? U;
  const arriving = new Map<string, Inference[]>();
  const asked = new Set<Passage>();
  for (const id of news.from)
    for (const passage of leaving.get(id) ?? []) {
      const place = run.places.get(passage.target);
      if (place === undefined || asked.has(passage)) continue;
      asked.add(passage);
      const allows = passOn(passage, known);
      if ((place.knowledge & ~allows) === 0) continue;
      const list = arriving.get(passage.target);
      const inference = inferenceOf(passage, allows, news.hops);
      if (list) list.push(inference);
      else arriving.set(passage.target, [inference]);
    }
  return arriving;
}

function inferenceOf(passage: Passage, allows: Knowledge, hops: number): Inference {
  const { by, id, sources, relation, union } = passage;
  const inference: Inference = { by, id, sources, relation, allows, hops };
  return union === undefined ? inference : { ...inference, union };
}

/** Takes a wave in. Returns the requirements that it left without any state. */
function takeIn(run: Run, arriving: ReadonlyMap<string, Inference[]>, hops: number): string[] {
  const emptied: string[] = [];
  run.waves += 1;
  for (const [id, inferences] of arriving) {
    const place = run.places.get(id)!;
    for (const inference of inferences) {
      place.knowledge &= inference.allows;
      place.drawn.push({ inference, wave: run.waves });
    }
    place.hops = hops;
    if (place.knowledge === EMPTY) emptied.push(id);
  }
  return emptied;
}

/** Whole and parts until nothing changes; adds whoever changed to `changed`. Stops at the first conflict. */
function closeWithin(run: Run, changed: Set<string>, hops: number): string[] {
  let from: Iterable<string> = [...changed];
  for (;;) {
    const arriving = wave(run, run.leaving.within, { from, hops });
    if (arriving.size === 0) return [];
    const emptied = takeIn(run, arriving, hops);
    if (emptied.length > 0) return emptied;
    from = arriving.keys();
    for (const id of arriving.keys()) changed.add(id);
  }
}

/** Layer by layer, one relation further each. Returns the first requirements left without any state. */
function runLayers(run: Run): string[] {
  let changed = new Set<string>();
  for (const [id, place] of run.places) if (place.knowledge !== U) changed.add(id);
  for (let hops = 0; ; hops += 1) {
    const emptied = closeWithin(run, changed, hops);
    if (emptied.length > 0) return emptied;
    const arriving = wave(run, run.leaving.across, { from: changed, hops: hops + 1 });
    if (arriving.size === 0) return [];
    const contradicted = takeIn(run, arriving, hops + 1);
    if (contradicted.length > 0) return contradicted;
    changed = new Set(arriving.keys());
  }
}

/** Where a requirement stands before any other is asked. */
export type Start = Pick<LocalKnowledge, 'now' | 'inferences'>;

function placeAt(start: Start): Place {
  return { knowledge: start.now, hops: 0, own: start.inferences, drawn: [] };
}

function drawnAt({ own, drawn }: Place): Drawn[] {
  return [...own.map((inference) => ({ inference, wave: 0 })), ...drawn];
}

/** What is known of a requirement that no other informs. */
export function settleAlone(start: Start): Settled {
  return settle(placeAt(start), new Map());
}

function settle(place: Place, places: Run['places']): Settled {
  const { knowledge, hops, own, drawn } = place;
  // Own ones come first in the order of inferences: there may be hundreds, and they need not be sorted again.
  const inferences =
    drawn.length === 0 ? own : [...own, ...drawn.map((one) => one.inference).sort(compareInferences)];
  if (knowledge !== EMPTY) return { knowledge, hops, inferences };
  const about = (id: string) => {
    const source = places.get(id);
    return source ? drawnAt(source) : [];
  };
  return { knowledge, hops, inferences, conflict: sidesOf(drawnAt(place), about) };
}

/**
 * The fixpoint over one component (methods 4.6, combination). All inferences of a wave rest on what was known
 * before it, so neither the result nor its proof depends on any order. Whoever is first left without a state
 * is a conflict, informs nobody (decision 3), and the rest is worked out again without it. Hence the laws on more
 * and less information hold up to the first conflict: resolving one lets a requirement speak that was silent.
 */
export function propagate(component: Component, startOf: (id: string) => Start): Map<string, Settled> {
  const muted = new Map<string, Settled>();
  const leaving = { within: bySource(component.within), across: bySource(component.across) };
  for (;;) {
    const places = new Map<string, Place>();
    for (const id of component.ids) {
      if (!muted.has(id)) places.set(id, placeAt(startOf(id)));
    }
    const empty = [...places].filter(([, place]) => place.knowledge === EMPTY).map(([id]) => id);
    const emptied = empty.length > 0 ? empty : runLayers({ places, leaving, waves: 0 });
    for (const id of emptied) muted.set(id, settle(places.get(id)!, places));
    if (emptied.length === 0) return settledOf(component, places, muted);
  }
}

function settledOf(
  component: Component,
  places: ReadonlyMap<string, Place>,
  muted: ReadonlyMap<string, Settled>,
): Map<string, Settled> {
  return new Map(component.ids.map((id) => [id, muted.get(id) ?? settle(places.get(id)!, places)]));
}
