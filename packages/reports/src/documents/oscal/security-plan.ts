import { oscalIdOf, say } from '@concord/catalog';
import type { ControlExchanged, StatementExchange } from '@concord/views';
import { componentUuid, stateOf, systemComponent } from './parts/component.ts';
import { metadataOf, responsible } from './parts/metadata.ts';
import { line, listed, ownProp, ownProps, type Prop } from './parts/prop.ts';
import { backMatter, documentResource, type Resource, refersTo } from './parts/resource.ts';
import { recordUuid } from './parts/uuid.ts';

type Row = StatementExchange['statement']['rows'][number];
type Further = StatementExchange['statement']['further'][number];

/** The Statement of Applicability (6.1.3 d) in the form of a security plan: the scope is the system. */
export function writeSecurityPlan(view: StatementExchange): object {
  const { statement, controls, framework } = view;
  const { scope } = statement;
  const profile = documentResource(view, 'profile', scope.name);
  const named = { organisation: view.organisation.name, scope: scope.name };
  return {
    'system-security-plan': {
      uuid: recordUuid(view, 'document', 'ssp', scope.id, String(view.position), view.on),
      metadata: metadataOf(view, {
        title: say(view.language, 'oscal.title.ssp', named),
        roles: ['control-owner', 'decision-owner'],
        props: ownProps({ framework: framework.id, 'edition-hash': framework.hash }),
      }),
      'import-profile': { href: refersTo(profile) },
      'system-characteristics': characteristics(view),
      'system-implementation': {
        components: [thisSystem(view), ...controls.map((control) => systemComponent(view, control))],
      },
      'control-implementation': {
        description: say(view.language, 'oscal.remarks.ssp', named),
        'implemented-requirements': implemented(view),
      },
      ...backMatter([profile] satisfies Resource[]),
    },
  };
}

/** What ISO/IEC 27001 does not know of a system is filled from the scope, and said to be. */
function characteristics(view: StatementExchange): object {
  const { scope, scopeStatement } = view.statement;
  const unstated = say(view.language, 'document.scope.unstated');
  const { statement, boundaries, interfaces, exclusions } = scopeStatement ?? {};
  const description = statement || scope.statement || unstated;
  return {
    'system-ids': [
      { 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: recordUuid(view, 'system', scope.id) },
    ],
    'system-name': line(scope.name || view.organisation.name),
    description,
    props: ownProps({ scope: scope.id, interfaces, exclusions }),
    'system-information': {
      'information-types': [
        {
          uuid: recordUuid(view, 'information', scope.id),
          title: say(view.language, 'oscal.information'),
          description: say(view.language, 'oscal.information.why'),
        },
      ],
    },
    status: { state: 'operational' },
    'authorization-boundary': { description: boundaries || description },
  };
}

function systemUuid(view: StatementExchange): string {
  return recordUuid(view, 'this-system', view.statement.scope.id);
}

function thisSystem(view: StatementExchange): object {
  const { scope } = view.statement;
  return {
    uuid: systemUuid(view),
    type: 'this-system',
    title: line(scope.name || view.organisation.name),
    description: say(view.language, 'oscal.this-system'),
    status: { state: 'operational' },
  };
}

function implemented(view: StatementExchange): object[] {
  const { statement, behind } = view;
  const byId = new Map(view.controls.map((control) => [control.id, control]));
  const found = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return [
    ...statement.rows.map((row) => ofRequirement(view, row, found(behind[row.id] ?? []))),
    ...statement.further.map((row) => ofOwnControl(view, row, found([row.id]))),
  ];
}

function ofRequirement(view: StatementExchange, row: Row, controls: readonly ControlExchanged[]): object {
  const { id, applicability, exclusionReason, implemented: inPlace, word } = row;
  const uuid = recordUuid(view, 'applicability', view.statement.scope.id, id);
  const isOut = applicability === 'excluded';
  const state = isOut ? 'not-applicable' : stateOf(inPlace);
  return {
    uuid,
    'control-id': oscalIdOf(view.framework.id, id),
    props: [...ownProps({ applicability, title: row.title }), ...decisionProps(row)],
    ...responsible(view, 'decision-owner', row.owner),
    // Of what nobody has decided nothing is said to be in place.
    ...listed(
      'by-components',
      applicability === 'undecided'
        ? []
        : [
            bySystem(view, uuid, { state, description: isOut ? exclusionReason || '–' : word }),
            ...(isOut ? [] : controls.map((control) => byControl(view, uuid, control))),
          ],
    ),
    ...(isOut ? { remarks: exclusionReason || '–' } : {}),
  };
}

/** Clause 6.1.3 b: necessary beside what Annex A lists; its id is that of the library's catalog. */
function ofOwnControl(view: StatementExchange, row: Further, controls: readonly ControlExchanged[]): object {
  const uuid = recordUuid(view, 'necessity', view.statement.scope.id, row.id);
  const description = say(view.language, 'oscal.own-control', { code: row.code });
  return {
    uuid,
    'control-id': oscalIdOf('', row.code),
    props: [
      ...ownProps({ applicability: 'applicable', title: row.title, catalog: 'library' }),
      ...decisionProps(row),
    ],
    ...responsible(view, 'decision-owner', row.owner),
    'by-components': [
      bySystem(view, uuid, { state: stateOf(row.implemented), description }),
      ...controls.map((control) => byControl(view, uuid, control)),
    ],
  };
}

function decisionProps({ reasons, exclusionReason, decidedOn, reviewOn }: Row | Further): Prop[] {
  return [
    ...reasons.map(({ kind, text }) => ownProp('inclusion-reason', text || '–', kind)),
    ...ownProps({ 'exclusion-reason': exclusionReason, 'decided-on': decidedOn, 'review-on': reviewOn }),
  ];
}

function bySystem(
  view: StatementExchange,
  uuid: string,
  { state, description }: { state: string; description: string },
): object {
  return {
    'component-uuid': systemUuid(view),
    uuid: recordUuid(view, 'by-component', uuid, 'this-system'),
    description,
    'implementation-status': { state },
  };
}

function byControl(view: StatementExchange, uuid: string, control: ControlExchanged): object {
  return {
    'component-uuid': componentUuid(view, control.id),
    uuid: recordUuid(view, 'by-component', uuid, control.id),
    description: control.statement || control.name || control.code,
    'implementation-status': { state: stateOf(control.implementation) },
  };
}
