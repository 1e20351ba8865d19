import { say } from '@concord/catalog';
import type { ActionsExchange } from '@concord/views';
import { metadataOf, responsible } from './parts/metadata.ts';
import { dayAt, line, ownProp, ownProps } from './parts/prop.ts';
import { recordUuid } from './parts/uuid.ts';

type ActionShown = ActionsExchange['actions'][number];

/** The one list of actions: each an item, with what stays open until it is done and how it is being closed. */
export function writeActionPlan(view: ActionsExchange): object {
  return {
    'plan-of-action-and-milestones': {
      uuid: recordUuid(view, 'document', 'poam', String(view.position), view.on),
      metadata: metadataOf(view, {
        title: say(view.language, 'oscal.title.poam', { organisation: view.organisation.name }),
        roles: ['action-owner'],
      }),
      'system-id': {
        'identifier-type': 'http://ietf.org/rfc/rfc4122',
        id: recordUuid(view, 'system', 'organisation'),
      },
      risks: view.actions.map((action) => riskOf(view, action)),
      'poam-items': view.actions.map((action) => itemOf(view, action)),
    },
  };
}

function itemOf(view: ActionsExchange, action: ActionShown): object {
  const { id, title, what, status, priority, resources, openedOn, closedOn, overdue, result } = action;
  const said = { status, priority, 'opened-on': openedOn, 'closed-on': closedOn, resources };
  return {
    uuid: recordUuid(view, 'action', id),
    title: line(title),
    description: what || title || '–',
    props: [
      ...ownProps({ ...said, overdue: overdue ? 'yes' : undefined }),
      ...action.closes.map((subject) => ownProp('closes', subject.id || '–', subject.kind)),
    ],
    'related-risks': [{ 'risk-uuid': recordUuid(view, 'open-point', id) }],
    ...(result ? { remarks: result } : {}),
  };
}

/** Somebody who is to do it makes an open point one that is being closed. */
function riskOf(view: ActionsExchange, action: ActionShown): object {
  const { id, title, what, status, owner, due, about } = action;
  const state = status === 'open' ? (owner === undefined ? 'open' : 'remediating') : 'closed';
  return {
    uuid: recordUuid(view, 'open-point', id),
    title: line(title),
    description: what || title || '–',
    statement:
      about.length === 0
        ? say(view.language, 'oscal.closes-nothing')
        : say(view.language, 'oscal.closes', { about: about.join(say(view.language, 'said.between')) }),
    status: state,
    ...(due === undefined ? {} : { deadline: dayAt(due) }),
    remediations: [
      {
        uuid: recordUuid(view, 'remediation', id),
        lifecycle: status === 'done' ? 'completed' : 'planned',
        title: line(title),
        description: what || title || '–',
        props: ownProps({ status }),
        tasks: [
          {
            uuid: recordUuid(view, 'task', id),
            type: 'action',
            title: line(title),
            ...timingOf(action),
            ...responsible(view, 'action-owner', owner),
          },
        ],
      },
    ],
  };
}

function timingOf({ openedOn, due }: ActionShown): object {
  if (due === undefined) return {};
  if (due < openedOn) return { timing: { 'on-date': { date: dayAt(due) } } };
  return { timing: { 'within-date-range': { start: dayAt(openedOn), end: dayAt(due) } } };
}
