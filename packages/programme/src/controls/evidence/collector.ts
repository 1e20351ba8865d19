import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import {
  type Circumstances,
  type Decision,
  type Evolver,
  factType,
  id,
  line,
  localDate,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
  text,
} from '../../foundation/index.ts';
import { type Grant, wholeOrganisation } from '../../governance/index.ts';
import { controlsServed } from '../control.ts';
import type { Collector, Controls, WithControls } from '../state.ts';

const collectorAdded = factType<Pick<Collector, 'controls' | 'from' | 'until'>>('CollectorAdded', 1, []);
const collectorRenewed = factType<{ until: string }>('CollectorRenewed', 1, []);
const collectorEnded = factType<{ endedOn: string; reason?: string | undefined }>('CollectorEnded', 1, [
  'reason',
]);

const until = localDate.optional().describe('Last day of its key; in a year when left out, in two at most');
const collector = id.describe('Id of the collector');

/** `name` goes to the server's people directory, which hands on an id: facts hold ids only. */
export const addCollectorInput = z.strictObject({
  name: line(200).describe('Name of the program or machine that will send evidence'),
  controls: z
    .array(id)
    .max(1000)
    .default([])
    .describe('Code or id of a control that it may show; any when none is named'),
  until,
});
export const renewCollectorInput = z.strictObject({ collector, until });
export const endCollectorInput = z.strictObject({
  collector,
  reason: text(1000).optional().describe('Why it ends'),
});

export type CollectorTakenIn = Omit<z.infer<typeof addCollectorInput>, 'name'> & { person: string };

/** A collector may send evidence and nothing else: it reads nothing, and it never counts as a person. */
export function addCollector(
  state: WithControls,
  input: CollectorTakenIn,
  { today }: Circumstances,
): Decision {
  const controls = controlsServed(state.controls, input.controls);
  if ('refusal' in controls) return controls;
  const { collectors } = state.controls;
  if (collectors.has(input.person))
    return refuse('conflict', 'collector.exists', { collector: input.person });
  const last = lastDay(input.until, today);
  if ('refusal' in last) return last;
  const data = { controls: controls.map((control) => control.id), from: today, until: last.day };
  return record(collectorAdded.of({ kind: 'collector', id: input.person }, data));
}

/** A new key: the one before opens nothing from here on. */
export function renewCollector(
  state: WithControls,
  input: z.infer<typeof renewCollectorInput>,
  { today }: Circumstances,
): Decision {
  const found = collectorNamed(state.controls, input.collector);
  if ('refusal' in found) return found;
  const last = lastDay(input.until, today);
  if ('refusal' in last) return last;
  return record(collectorRenewed.of({ kind: 'collector', id: found.id }, { until: last.day }));
}

/** At once: what it sends from here on is refused, what it has sent stays. */
export function endCollector(
  state: WithControls,
  input: z.infer<typeof endCollectorInput>,
  { today }: Circumstances,
): Decision {
  const found = collectorNamed(state.controls, input.collector);
  if ('refusal' in found) return found;
  const data = { endedOn: today, reason: input.reason };
  return record(collectorEnded.of({ kind: 'collector', id: found.id }, data));
}

function collectorNamed(state: Controls, named: string): Collector | { refusal: Refusal } {
  const found = state.collectors.get(named);
  if (!found) return refuse('missing', 'collector.unknown', { collector: named, at: 'collector' });
  if (found.endedOn !== undefined) return refuse('conflict', 'collector.ended', { on: found.endedOn });
  return found;
}

function lastDay(asked: string | undefined, today: string): { day: string } | { refusal: Refusal } {
  const day = asked ?? Temporal.PlainDate.from(today).add({ years: 1 }).toString();
  const latest = Temporal.PlainDate.from(today).add({ years: 2 }).toString();
  return day < today || day > latest
    ? refuse('refused', 'collector.until', { until: day, from: today, latest, at: 'until' })
    : { day };
}

/** What a collector may do on a day, as the role that it has. */
export function collectorGrantsOn({ collectors }: Controls, actor: string, day: string): readonly Grant[] {
  const found = collectors.get(actor);
  if (!found || found.endedOn !== undefined || day < found.from || day > found.until) return [];
  const { from, until } = found;
  return [{ role: 'evidence_collector', scope: wholeOrganisation, from, until }];
}

export const collectorEvolvers: readonly Evolver<Controls>[] = [
  on(
    collectorAdded,
    (state: Controls, fact: RecordedFact<Pick<Collector, 'controls' | 'from' | 'until'>>) => {
      const { id } = fact.record;
      return { ...state, collectors: state.collectors.set(id, { ...fact.data, id, keyAt: fact.seq }) };
    },
  ),
  on(collectorRenewed, (state: Controls, { record: { id }, data, seq }: RecordedFact<{ until: string }>) =>
    change(state, id, { until: data.until, keyAt: seq }),
  ),
  on(collectorEnded, (state: Controls, { record: { id }, data }: RecordedFact<{ endedOn: string }>) =>
    change(state, id, { endedOn: data.endedOn }),
  ),
];

function change(state: Controls, id: string, changes: Partial<Collector>): Controls {
  const before = state.collectors.get(id);
  return before ? { ...state, collectors: state.collectors.set(id, { ...before, ...changes }) } : state;
}
