import { frequencies } from '@concord/catalog';
import { z } from 'zod';
import {
  type Circumstances,
  type Dated,
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
  valueOn,
} from '../foundation/index.ts';
import { hasScope } from '../governance/index.ts';
import { type Controls, touch, type WithControls } from './state.ts';

/** How far a control is put into practice. */
export const implementations = ['planned', 'partly', 'operating'] as const;
export type Implementation = (typeof implementations)[number];

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
  readonly retiredOn?: string | undefined;
  readonly seq: number;
}

interface ControlData {
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
}

/** Members that changed; null where a value was taken away. */
interface ControlChangeData {
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
}

const free = ['name', 'statement', 'condition'] as const;
const controlAdded = factType<ControlData>('ControlAdded', 1, free);
const controlChanged = factType<ControlChangeData>('ControlChanged', 1, free);

const code = z
  .string()
  .trim()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u,
    'is no code: letters, digits, dot, dash and underscore, at most 40',
  )
  .describe('Short code, unique in the library, e.g. AC-01');
const frequency = z
  .enum(frequencies().map((each) => each.id) as [string, ...string[]])
  .describe('How often it operates');
const members = {
  name: line(200).describe('Name of the control'),
  statement: text(10_000).describe('What is done, by whom and when'),
  owner: id.describe('Id of the person who owns it'),
  frequency,
  design: z.enum(['draft', 'accepted']).describe('Whether its design is accepted'),
  scopes: z.array(id).max(100).describe('Scopes in which it operates; none means the whole organisation'),
  condition: text(1000).describe('When it is of use at all'),
  conditionHolds: z.boolean().describe('Whether that condition holds'),
  implementation: z.enum(implementations).describe('How far it is put into practice'),
  effective: localDate.describe('Day from which the implementation holds; not in the future'),
};

export const addControlInput = z.strictObject({
  code,
  name: members.name,
  statement: members.statement.optional(),
  owner: members.owner.optional(),
  frequency: members.frequency.optional(),
  design: members.design.default('accepted'),
  scopes: members.scopes.default([]),
  condition: members.condition.optional(),
  conditionHolds: members.conditionHolds.default(true),
  implementation: members.implementation.default('planned'),
  effective: members.effective.optional(),
});

/** A member that a change may take away. */
const clearable = <T extends z.ZodType>(member: T) =>
  member.nullable().optional().describe(`${member.description}; null takes it away`);

export const changeControlInput = z.strictObject({
  control: id.describe('Code or id of the control'),
  code: code.optional(),
  name: members.name.optional(),
  statement: clearable(members.statement),
  owner: clearable(members.owner),
  frequency: clearable(members.frequency),
  design: members.design.optional(),
  scopes: members.scopes.optional(),
  condition: clearable(members.condition),
  conditionHolds: members.conditionHolds.optional(),
  implementation: members.implementation.optional(),
  effective: members.effective.optional(),
});

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
      ...redacted.map((member) => [member, '']),
      ...Object.entries(changes).map(([member, value]) => [member, value ?? cleared(member)]),
    ]);
    const history = implementation
      ? [...before.implementation, { from: effective ?? '', value: implementation }]
      : before.implementation;
    const control: Control = { ...before, ...plain, implementation: history, seq };
    const byCode = state.byCode.delete(before.code.toUpperCase()).set(control.code.toUpperCase(), id);
    return touch({ ...state, controls: state.controls.set(id, control), byCode }, { seq, control: id });
  }),
];

function cleared(member: string): string | undefined {
  return member === 'statement' || member === 'condition' ? '' : undefined;
}
