import { type RecordName, type Refusal, recordKey, refuse } from '../../foundation/index.ts';
import { wholeOrganisation } from '../../governance/index.ts';
import { necessityKey } from '../applicability.ts';
import type { Evidence } from '../evidence.ts';
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
  const record = calledIn(state, named);
  if (record === undefined) return undefined;
  const naming = actionNaming(state, own, named) ?? evidenceNaming(state, named);
  const by = naming ? naming.title || naming.id : otherNaming(state, named);
  return by === undefined ? undefined : refuse('conflict', 'undo.named-since', { record, by }).refusal;
}

function calledIn({ governance }: WithControls, { kind, id }: RecordName): string | undefined {
  const { obligations, parties, issues, actions, entities, documents } = governance;
  const titled = { obligation: obligations, issue: issues, action: actions, document: documents }[kind];
  return titled?.get(id)?.title ?? { party: parties, entity: entities }[kind]?.get(id)?.name;
}

function otherNaming(state: WithControls, { kind, id }: RecordName): string | undefined {
  if (kind === 'party') return state.governance.obligations.find(({ party }) => party === id)?.title;
  return kind === 'obligation' ? decisionNaming(state, id) : undefined;
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
  const evidence = evidenceNaming(state, { kind: 'control', id });
  if (evidence)
    return refuse('conflict', 'undo.named-since', { record: code, by: evidence.title || evidence.id })
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

function actionNaming(
  { governance }: WithControls,
  own: ReadonlySet<string>,
  named: RecordName,
): Action | undefined {
  return actionsBy(governance.actions)
    .get(recordKey(named))
    ?.find(({ id }) => !own.has(recordKey({ kind: 'action', id })));
}

function evidenceNaming({ controls }: WithControls, named: RecordName): Evidence | undefined {
  return evidenceBy(controls.evidence).get(recordKey(named))?.[0];
}

const actionsBy = readOnce((actions: Actions) => {
  const standing = [...actions.values()].filter(({ status }) => status !== 'dropped');
  return standing.flatMap((action) =>
    action.closes.map(({ kind, id }) => [recordKey({ kind, id }), action] as const),
  );
});

const evidenceBy = readOnce((evidence: WithControls['controls']['evidence']) =>
  [...evidence.values()].flatMap((piece) =>
    piece.record === undefined ? [] : [[piece.record, piece] as const],
  ),
);

/** By what they name; read once, as a workbook of ten thousand controls is taken back as one. */
function readOnce<Table extends object, Row>(
  read: (table: Table) => readonly (readonly [string, Row])[],
): (table: Table) => ReadonlyMap<string, readonly Row[]> {
  const known = new WeakMap<Table, ReadonlyMap<string, readonly Row[]>>();
  return (table) => {
    const found = known.get(table) ?? grouped(read(table));
    known.set(table, found);
    return found;
  };
}

function grouped<Row>(pairs: readonly (readonly [string, Row])[]): ReadonlyMap<string, readonly Row[]> {
  const by = new Map<string, Row[]>();
  for (const [key, row] of pairs) {
    const rows = by.get(key);
    if (rows) rows.push(row);
    else by.set(key, [row]);
  }
  return by;
}
