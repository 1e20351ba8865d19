import { oscalIdOf, say } from '@concord/catalog';
import type { ClaimExchanged, LibraryExchange } from '@concord/views';
import { componentOf, componentUuid } from './parts/component.ts';
import { metadataOf } from './parts/metadata.ts';
import { line, listed, ownProps } from './parts/prop.ts';
import { backMatter, frameworkResource, refersTo } from './parts/resource.ts';
import { recordUuid } from './parts/uuid.ts';

/**
 * The library: each control a component with what it alone is to requirements of every framework, and each group of
 * controls that are claimed together a capability.
 */
export function writeComponentDefinition(view: LibraryExchange): object {
  const codes = new Map(view.controls.map(({ id, code }) => [id, code]));
  const groups = groupClaims(view.claims);
  const together = [...groups.values()].filter(([first]) => first && first.controls.length > 1);
  const writing: Writing = { view, codes };
  const components = view.controls.map((control) => ({
    ...componentOf(view, control),
    ...listed('control-implementations', implementations(writing, groups.get(keyOf([control.id])) ?? [])),
  }));
  const capabilities = together.map((claims) => capabilityOf(writing, claims));
  const title = say(view.language, 'oscal.title.component-definition', {
    organisation: view.organisation.name,
  });
  return {
    'component-definition': {
      uuid: recordUuid(view, 'document', 'component-definition', String(view.position), view.on),
      metadata: metadataOf(view, { title, roles: ['control-owner'] }),
      ...listed('components', components),
      ...listed('capabilities', capabilities),
      ...(view.frameworks.length === 0
        ? {}
        : backMatter(view.frameworks.map((each) => frameworkResource(view, each)))),
    },
  };
}

interface Writing {
  readonly view: LibraryExchange;
  /** Code by id of the control. */
  readonly codes: ReadonlyMap<string, string>;
}

function keyOf(controls: readonly string[]): string {
  return [...controls].sort().join('\n');
}

function groupClaims(claims: readonly ClaimExchanged[]): ReadonlyMap<string, ClaimExchanged[]> {
  const groups = new Map<string, ClaimExchanged[]>();
  for (const claim of claims) {
    const key = keyOf(claim.controls);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return groups;
}

function implementations({ view, codes }: Writing, claims: readonly ClaimExchanged[]): object[] {
  return view.frameworks.flatMap((framework) => {
    const ofIt = claims.filter((claim) => claim.framework === framework.id);
    const [first] = ofIt;
    if (!first) return [];
    const controls = first.controls.map((id) => codes.get(id) ?? id).sort();
    return [
      {
        uuid: recordUuid(view, 'implementation', framework.id, keyOf(first.controls)),
        source: refersTo(frameworkResource(view, framework)),
        description: say(view.language, 'oscal.implements', {
          controls: controls.join(', '),
          framework: framework.title,
        }),
        'implemented-requirements': ofIt.map((claim) => implementedOf(view, claim, controls)),
      },
    ];
  });
}

function implementedOf(view: LibraryExchange, claim: ClaimExchanged, codes: readonly string[]): object {
  const { framework, requirement, controls, contribution, rationale, confidence, state } = claim;
  const said = { controls: codes.join(', '), requirement };
  return {
    uuid: recordUuid(view, 'claim', framework, requirement, contribution, keyOf(controls)),
    'control-id': oscalIdOf(framework, requirement),
    description: rationale || say(view.language, `oscal.claims.${contribution}`, said),
    props: ownProps({ contribution, confidence, state }),
    ...(rationale ? { remarks: rationale } : {}),
  };
}

const codesInName = 6;

function capabilityOf(writing: Writing, claims: readonly ClaimExchanged[]): object {
  const { view, codes } = writing;
  const members = [...(claims[0]?.controls ?? [])].sort();
  const named = members.map((id) => codes.get(id) ?? id).sort();
  const more = named.length > codesInName ? ' …' : '';
  return {
    uuid: recordUuid(view, 'capability', keyOf(members)),
    name: line(named.slice(0, codesInName).join(' + ') + more),
    description: say(view.language, 'oscal.together', { controls: named.join(', ') }),
    'incorporates-components': members.map((id) => ({
      'component-uuid': componentUuid(view, id),
      description: codes.get(id) ?? id,
    })),
    'control-implementations': implementations(writing, claims),
  };
}
