import type { Exchange } from '@concord/views';
import { writeActionPlan } from './action-plan.ts';
import { writeAssessmentResults } from './assessment-results.ts';
import { writeCatalog, writeLibraryCatalog } from './catalog.ts';
import { writeComponentDefinition } from './component-definition.ts';
import { writeMappingCollection } from './mapping-collection.ts';
import { writeProfile } from './profile.ts';
import { writeSecurityPlan } from './security-plan.ts';

type Writers = { readonly [M in Exchange['model']]: (view: Extract<Exchange, { model: M }>) => object };

const writers: Writers = {
  catalog: writeCatalog,
  'library-catalog': writeLibraryCatalog,
  'component-definition': writeComponentDefinition,
  profile: writeProfile,
  'system-security-plan': writeSecurityPlan,
  'assessment-results': writeAssessmentResults,
  'plan-of-action-and-milestones': writeActionPlan,
  'mapping-collection': writeMappingCollection,
};

/** A view as an OSCAL 1.2.1 document: the same view always has the same uuids and the same bytes. */
export function oscalOf(view: Exchange): object {
  return (writers[view.model] as (view: Exchange) => object)(view);
}

export const oscalMediaType = 'application/oscal+json';

/** The same as a file in JSON. */
export function renderOscal(view: Exchange): { readonly mediaType: string; readonly bytes: Uint8Array } {
  const text = `${JSON.stringify(oscalOf(view), null, 2)}\n`;
  return { mediaType: oscalMediaType, bytes: new TextEncoder().encode(text) };
}
