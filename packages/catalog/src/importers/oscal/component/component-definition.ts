import { type ImportFault, type ImportNotice, startFindings } from '../../draft/finding.ts';
import { member, records, textAt } from '../../draft/spot.ts';
import { readClaims } from './claim.ts';
import { readComponents } from './control.ts';
import { type ComponentReading, pointerOf, type RecordRead } from './record.ts';

/** What an OSCAL component-definition comes to. Every `at` is a JSON pointer into the file. */
export interface ComponentDefinition {
  readonly controls: readonly RecordRead[];
  readonly claims: readonly RecordRead[];
  readonly faults: readonly ImportFault[];
  readonly notices: readonly ImportNotice[];
}

/**
 * Reads the controls of an OSCAL component-definition and what they are to requirements. Our own is read as it was
 * written. Of others each component that implements anything becomes a control whose design is a draft, and each
 * requirement a proposed contribution; the components of a capability are claimed together.
 */
export function readComponentDefinition(value: unknown, reading: ComponentReading): ComponentDefinition {
  const findings = startFindings();
  const definition = member({ at: '', value }, 'component-definition');
  for (const elsewhere of records(member(definition, 'import-component-definitions'), findings))
    findings.notice('import.components-elsewhere', textAt(elsewhere, 'href', findings));
  const isEmpty = ['components', 'capabilities', 'import-component-definitions'].every(
    (list) => records(member(definition, list), findings).length === 0,
  );
  if (isEmpty) findings.fault(`${definition.at}.components`, 'import.no-components');
  const components = readComponents(definition, findings);
  const claims = readClaims(definition, { components, reading }, findings);
  return {
    controls: components.map(({ control }) => control),
    claims,
    faults: findings.faults.map((fault) => ({ ...fault, at: pointerOf(fault.at) })),
    notices: findings.notices(),
  };
}
