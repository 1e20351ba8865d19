import type { z } from 'zod';
import {
  type Circumstances,
  type Dated,
  type Decision,
  type Evolver,
  factType,
  on,
  type RecordedFact,
  type Refusal,
  record,
  refuse,
  valueOn,
} from '../foundation/index.ts';
import { hasScope } from '../governance/index.ts';
import type { addControlInput, changeControlInput, Implementation } from './inputs/control-input.ts';
import { type Controls, touch, type WithControls } from './state.ts';

export interface Control {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly statement: string;
  readonly owner?: string | undefined;
  readonly frequency?: string | undefined;
  /** A design that is not accepted proves nothing, however well it runs. */
  readonly design: 'draft' | 'accepted';
  /** Scopes in which it operates; empty means the whole organisation. */
  readonly scopes: readonly string[];
  /** When it is of use at all; a control whose condition does not hold is struck from its joint claims. */
  readonly condition: string;
  readonly conditionHolds: boolean;
  readonly implementation: readonly Dated<Implementation>[];
  /** Group in the library, e.g. Networks. */
  readonly family?: string | undefined;
  /** How somebody finds out whether it works. */
  readonly test?: string | undefined;
  /** What usually shows that it works; one line each. */
  readonly usualEvidence?: readonly string[] | undefined;
  /** Where it was taken from: `starter-library/<edition>/<code>`. */
  readonly source?: string | undefined;
  readonly retiredOn?: string | undefined;
  /** Earlier revision whose content an undo brought back; absent once it is changed again. */
  readonly restores?: number | undefined;
  readonly seq: number;
}

export interface ControlData {
  code: string;
  name?: string;
  statement?: string | undefined;
  owner?: string | undefined;
  frequency?: string | undefined;
  design: 'draft' | 'accepted';
  scopes: string[];
  condition?: string | undefined;
  conditionHolds: boolean;
  implementation: Implementation;
  effective?: string | undefined;
  family?: string | undefined;
  test?: string | undefined;
  usualEvidence?: string[] | undefined;
  source?: string | undefined;
}

/** Members that changed; null where a value was taken away. */
export interface ControlChangeData {
  code?: string | undefined;
  name?: string | undefined;
  statement?: string | null | undefined;
  owner?: string | null | undefined;
  frequency?: string | null | undefined;
  design?: 'draft' | 'accepted' | undefined;
  scopes?: string[] | undefined;
  condition?: string | null | undefined;
  conditionHolds?: boolean | undefined;
  implementation?: Implementation | undefined;
  effective?: string | undefined;
  family?: string | null | undefined;
  test?: string | null | undefined;
  usualEvidence?: string[] | null | undefined;
  restores?: number | undefined;
}

const free = ['name', 'statement', 'condition', 'family', 'test', 'usualEvidence'] as const;
export const controlAdded = factType<ControlData>('ControlAdded', 1, free);
export const controlChanged = factType<ControlChangeData>('ControlChanged', 1, free);

export function addControl(
  state: WithControls,
  input: z.infer<typeof addControlInput>,
  circumstances: Circumstances,
): Decision {
  const refusal = refuseMembers(state, input, circumstances);
  if (refusal) return { refusal };
  return record(controlAdded.of({ kind: 'control', id: circumstances.newId() }, input));
}

export function changeControl(
  state: WithControls,
  input: z.infer<typeof changeControlInput>,
  circumstances: Circumstances,
): Decision {
  const control = controlNamed(state.controls, input.control);
  if ('refusal' in control) return control;
  if (control.retiredOn !== undefined)
    return refuse('conflict', 'control.retired', { control: control.code });
  const refusal = refuseMembers(state, { ...input, id: control.id }, circumstances);
  if (refusal) return { refusal };
  const { control: _named, effective: asked, implementation, ...rest } = input;
  if (asked !== undefined && implementation === undefined) {
    return refuse('invalid', 'control.effective-alone', { at: 'effective' });
  }
  const effective = asked ?? circumstances.today;
  const changes: ControlChangeData = Object.fromEntries(
    Object.entries(rest).filter(([member, value]) => differs(control, member, value)),
  );
  const dated = implementation !== undefined && implementationOn(control, effective) !== implementation;
  if (dated) Object.assign(changes, { implementation, effective });
  if (Object.keys(changes).length === 0) return record();
  return record(controlChanged.of({ kind: 'control', id: control.id }, changes));
}

/** A control by its id or its code (in any case); an id comes first, so that no code can stand in for another. */
export function controlNamed(controls: Controls, named: string): Control | { refusal: Refusal } {
  const byCode = () => controls.controls.get(controls.byCode.get(named.toUpperCase()) ?? '');
  const found = controls.controls.get(named) ?? byCode();
  return found ?? refuse('missing', 'control.unknown', { control: named, at: 'control' });
}

/** How far a control is put into practice on a day; before the first day anybody named, it is planned. */
export function implementationOn(control: Control, on: string): Implementation {
  return valueOn(control.implementation, on) ?? 'planned';
}

/**
 * The day since which a control has been in practice without a break, as of a day; '' when it always has been, and
 * undefined while it is only planned.
 */
export function inPracticeSince({ implementation }: Control, on: string): string | undefined {
  const days = new Set(implementation.map(({ from }) => from).filter((from) => from <= on));
  let since: string | undefined;
  for (const day of [...days].sort().reverse()) {
    if (valueOn(implementation, day) === 'planned') break;
    since = day;
  }
  return since;
}

type Checked = Pick<z.infer<typeof changeControlInput>, 'code' | 'owner' | 'scopes' | 'effective'>;

function refuseMembers(state: WithControls, input: Checked & { id?: string }, now: Circumstances) {
  const taken = input.code === undefined ? undefined : state.controls.byCode.get(input.code.toUpperCase());
  if (taken !== undefined && taken !== input.id) {
    return refuse('conflict', 'control.code-taken', { code: input.code ?? '', at: 'code' }).refusal;
  }
  if (input.owner && !state.governance.people.has(input.owner)) {
    return refuse('refused', 'person.unknown', { person: input.owner, at: 'owner' }).refusal;
  }
  const scope = input.scopes?.find((each) => !hasScope(state.governance, each));
  if (scope !== undefined) return refuse('refused', 'scope.unknown', { scope, at: 'scopes' }).refusal;
  if (input.effective !== undefined && input.effective > now.today) {
    return refuse('refused', 'date.future', { date: input.effective, at: 'effective' }).refusal;
  }
  return undefined;
}

function differs(control: Control, member: string, value: unknown): boolean {
  const bare = cleared(member) ?? null;
  const now = control[member as keyof Control] ?? bare;
  return value !== undefined && JSON.stringify(now) !== JSON.stringify(value ?? bare);
}

export const controlEvolvers: readonly Evolver<Controls>[] = [
  on(controlAdded, (state: Controls, { record: { id }, data, seq }: RecordedFact<ControlData>) => {
    const { implementation, effective, ...rest } = data;
    const control: Control = {
      ...rest,
      id,
      name: data.name ?? '',
      statement: data.statement ?? '',
      condition: data.condition ?? '',
      implementation: [{ from: effective ?? '', value: implementation }],
      seq,
    };
    return touch(
      {
        ...state,
        controls: state.controls.set(id, control),
        byCode: state.byCode.set(data.code.toUpperCase(), id),
      },
      { seq, control: id },
    );
  }),
  on(controlChanged, (state: Controls, fact: RecordedFact<ControlChangeData>) => {
    const { data, redacted, seq } = fact;
    const { id } = fact.record;
    const before = state.controls.get(id);
    if (!before) return state;
    const { implementation, effective, ...changes } = data;
    const plain = Object.fromEntries([
      // What was erased must not bring back what it had replaced.
      ...redacted.map((member) => [member, cleared(member)]),
      ...Object.entries(changes).map(([member, value]) => [member, value ?? cleared(member)]),
    ]);
    const history = implementation
      ? [...before.implementation, { from: effective ?? '', value: implementation }]
      : before.implementation;
    const control: Control = { ...before, restores: undefined, ...plain, implementation: history, seq };
    const byCode = withoutCode(state, before).set(control.code.toUpperCase(), id);
    return touch({ ...state, controls: state.controls.set(id, control), byCode }, { seq, control: id });
  }),
];

function cleared(member: string): string | undefined {
  return ['name', 'statement', 'condition'].includes(member) ? '' : undefined;
}

/** The codes without that of a control, unless it has been handed on to another. */
export function withoutCode(
  { byCode }: Controls,
  { id, code }: Pick<Control, 'id' | 'code'>,
): Controls['byCode'] {
  const key = code.toUpperCase();
  return byCode.get(key) === id ? byCode.delete(key) : byCode;
}

/** The controls that a piece is to serve, each once; none that is retired. */
export function controlsServed(
  state: Controls,
  named: readonly string[],
): readonly Control[] | { refusal: Refusal } {
  const controls: Control[] = [];
  for (const each of named) {
    const control = controlNamed(state, each);
    if ('refusal' in control) return refuse('refused', 'control.unknown', { control: each, at: 'controls' });
    if (control.retiredOn !== undefined) {
      return refuse('conflict', 'control.retired', { control: control.code, at: 'controls' });
    }
    if (!controls.includes(control)) controls.push(control);
  }
  return controls;
}
