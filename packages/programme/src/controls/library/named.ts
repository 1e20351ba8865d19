import { type RecordName, type Refusal, recordKey, refuse } from '../../foundation/index.ts';
import { wholeOrganisation } from '../../governance/index.ts';
import { necessityKey } from '../applicability.ts';
import type { WithControls } from '../state.ts';

/**
 * Refuses that a record of a register is as if it had never been once something else names it; `own` is what the command
 * that added it wrote besides.
 */
export function refuseNamedSince(
  state: WithControls,
  own: ReadonlySet<string>,
  named: RecordName,
): Refusal | undefined {
  const { obligations, parties, issues, documents } = state.governance;
  const { id } = named;
  const record =
    named.kind === 'party'
      ? parties.get(id)?.name
      : { obligation: obligations, issue: issues, document: documents }[named.kind]?.get(id)?.title;
  if (record === undefined) return undefined;
  const by =
    actionNaming(state, own, named)?.title ??
    (named.kind === 'party'
      ? obligations.find(({ party }) => party === id)?.title
      : decisionNaming(state, id));
  return by === undefined ? undefined : refuse('conflict', 'undo.named-since', { record, by }).refusal;
}

/** Code of the requirement or control of which a decision gives the obligation as a reason. */
function decisionNaming({ controls }: WithControls, obligation: string): string | undefined {
  const { applicability, necessity } = controls;
  const isReason = (decisions: readonly { readonly value: { readonly reasons: readonly Reason[] } }[]) =>
    decisions.some(({ value }) => value.reasons.some((reason) => reason.obligation === obligation));
  const requirement = applicability.findKey(isReason);
  if (requirement !== undefined) return requirement.slice(requirement.indexOf('/') + 1);
  const control = necessity.findKey(isReason);
  return control && controls.controls.get(control.slice(control.indexOf(':') + 1))?.code;
}

interface Reason {
  readonly obligation?: string | undefined;
}

/** What names a control and counts: what was dropped or has ended does not. */
export function refuseControlNamed(
  state: WithControls,
  own: ReadonlySet<string>,
  { id, code }: { readonly id: string; readonly code: string },
): Refusal | undefined {
  const { controls, governance } = state;
  const action = actionNaming(state, own, { kind: 'control', id });
  if (action)
    return refuse('conflict', 'undo.has-action', { control: code, action: action.title || action.id })
      .refusal;
  const collector = controls.collectors.find(
    (each) => each.endedOn === undefined && each.controls.includes(id),
  );
  if (collector)
    return refuse('conflict', 'undo.has-collector', { control: code, collector: collector.id }).refusal;
  const isDecided = [wholeOrganisation, ...governance.scopes.keys()].some((scope) =>
    controls.necessity.has(necessityKey(scope, id)),
  );
  return isDecided ? refuse('conflict', 'undo.has-necessity', { control: code }).refusal : undefined;
}

type Actions = WithControls['governance']['actions'];
type Action = NonNullable<ReturnType<Actions['get']>>;

const naming = new WeakMap<Actions, ReadonlyMap<string, readonly Action[]>>();

function actionNaming(
  { governance }: WithControls,
  own: ReadonlySet<string>,
  named: RecordName,
): Action | undefined {
  return actionsNaming(governance.actions)
    .get(recordKey(named))
    ?.find(({ id }) => !own.has(recordKey({ kind: 'action', id })));
}

/** By what they name; read once, as a workbook of ten thousand controls is taken back as one. */
function actionsNaming(actions: Actions): ReadonlyMap<string, readonly Action[]> {
  const known = naming.get(actions);
  if (known) return known;
  const found = new Map<string, Action[]>();
  for (const action of actions.values())
    for (const { kind, id } of action.status === 'dropped' ? [] : action.closes) {
      const key = recordKey({ kind, id });
      found.set(key, [...(found.get(key) ?? []), action]);
    }
  naming.set(actions, found);
  return found;
}
