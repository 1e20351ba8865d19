import { say, starterControl } from '@concord/catalog';
import type { ControlExchanged, ExchangeHead } from '@concord/views';
import { responsible } from './metadata.ts';
import { ownProp, ownProps, titled } from './prop.ts';
import { recordUuid } from './uuid.ts';

const typeByKind = {
  policy: 'policy',
  process: 'process-procedure',
  technical: 'service',
  physical: 'physical',
} as const;

/** What kind of thing a control is; of one that is not from the starter library nobody has said. */
function typeOf({ source }: ControlExchanged): string {
  const code = /^starter-library\/[^/]+\/(.+)$/.exec(source)?.[1];
  const starter = code === undefined ? undefined : starterControl(code);
  return starter ? typeByKind[starter.kind] : 'process-procedure';
}

export function componentUuid(view: ExchangeHead, control: string): string {
  return recordUuid(view, 'control', control);
}

/** A control of the library as a component: what OSCAL has no member for stands in props under our own names. */
export function componentOf(view: ExchangeHead, control: ControlExchanged) {
  const { id, name, statement, owner, members, retiredOn } = control;
  const props = [
    ...members.flatMap((member) => member.values.map((value) => ownProp(member.name, value))),
    ...ownProps({ retiredOn }),
  ];
  return {
    uuid: componentUuid(view, id),
    type: typeOf(control),
    title: titled(name),
    description: statement || say(view.language, 'oscal.undescribed'),
    props: statement === '' ? [...props, ownProp('undescribed', 'yes')] : props,
    ...responsible(view, 'control-owner', owner),
  };
}

/** How far a control is put into practice, in OSCAL's words. */
export function stateOf(implementation: string): 'implemented' | 'partial' | 'planned' {
  if (implementation === 'operating' || implementation === 'yes') return 'implemented';
  return implementation === 'partly' ? 'partial' : 'planned';
}

/** The same component as part of a system that runs, or is being made. */
export function systemComponent(view: ExchangeHead, control: ControlExchanged) {
  const { 'responsible-roles': roles, ...component } = componentOf(view, control);
  const state = stateOf(control.implementation) === 'implemented' ? 'operational' : 'under-development';
  return { ...component, status: { state }, ...(roles ? { 'responsible-roles': roles } : {}) };
}
