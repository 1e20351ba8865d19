import { oscalIdOf, type Relation, say } from '@concord/catalog';
import type { MapExchanged, MappingExchange, MappingExchanged } from '@concord/views';
import { metadataOf } from './parts/metadata.ts';
import { line, listed, ownProps } from './parts/prop.ts';
import { backMatter, frameworkResource, frameworksResource, refersTo } from './parts/resource.ts';
import { recordUuid } from './parts/uuid.ts';

/**
 * OSCAL's words, of source compared to target. It has none for a relation of which only is known that there is one: that
 * is written as an overlap, with our own word beside it; and so are those between two editions.
 */
const relationships: Readonly<Record<Exclude<Relation, 'suggested'>, string>> = {
  equal: 'equal-to',
  subset: 'subset-of',
  superset: 'superset-of',
  intersects: 'intersects-with',
  none: 'no-relationship',
  related: 'intersects-with',
  unchanged: 'equal-to',
  renamed: 'equal-to',
  merged: 'subset-of',
};

const exact: ReadonlySet<Relation> = new Set<Relation>(['equal', 'subset', 'superset', 'intersects', 'none']);

/** Own relations or one crosswalk; one map with several sources or targets speaks of all of them together. */
export function writeMappingCollection(view: MappingExchange): object {
  const { crosswalk, sets } = view;
  const { organisation } = view;
  const title =
    crosswalk?.title ?? say(view.language, 'oscal.title.relations', { organisation: organisation.name });
  const resources = sets.flatMap(({ from, to }) => [
    frameworksResource(view, from),
    frameworkResource(view, to),
  ]);
  const derived = crosswalk?.status === 'derived';
  return {
    'mapping-collection': {
      uuid: recordUuid(view, 'document', 'mapping', crosswalk?.id ?? '', String(view.position), view.on),
      metadata: metadataOf(view, {
        title,
        ...(crosswalk ? { publisher: crosswalk.developer } : {}),
        props: ownProps({ crosswalk: crosswalk?.id, source: crosswalk?.source, licence: crosswalk?.licence }),
      }),
      provenance: {
        method: derived ? 'automation' : 'human',
        'matching-rationale': 'semantic',
        status: sets.every(({ status }) => status === 'draft') ? 'draft' : 'complete',
        'mapping-description': say(
          view.language,
          crosswalk ? 'oscal.mapping.crosswalk' : 'oscal.mapping.own',
          {
            direction: crosswalk?.direction ?? '',
            leftOut: view.leftOut,
          },
        ),
      },
      mappings: sets.map((set) => mappingOf(view, set)),
      ...backMatter([...new Map(resources.map((each) => [each.uuid, each])).values()]),
    },
  };
}

function mappingOf(view: MappingExchange, set: MappingExchanged): object {
  const { crosswalk } = view;
  const said = { 'strength-means': set.strengthMeans, date: crosswalk?.date, relation: crosswalk?.relation };
  return {
    uuid: recordUuid(view, 'mapping', set.key),
    status: set.status,
    'source-resource': { type: 'catalog', href: refersTo(frameworksResource(view, set.from)) },
    'target-resource': { type: 'catalog', href: refersTo(frameworkResource(view, set.to)) },
    maps: set.maps.map((map) => mapOf(view, set, map)),
    ...listed('props', ownProps(said)),
    ...gapOf(view, set, 'source'),
    ...gapOf(view, set, 'target'),
  };
}

function gapOf(view: MappingExchange, set: MappingExchanged, side: 'source' | 'target'): object {
  const [ids, framework] =
    side === 'source' ? [set.unmappedFrom, set.from[0]?.id ?? ''] : [set.unmappedTo, set.to.id];
  if (ids.length === 0) return {};
  return {
    [`${side}-gap-summary`]: {
      uuid: recordUuid(view, 'gap', set.key, side),
      'unmapped-controls': [{ 'with-ids': ids.map((id) => oscalIdOf(framework, id)) }],
    },
  };
}

function mapOf(view: MappingExchange, set: MappingExchanged, map: MapExchanged): object {
  const { key, relation, rationaleKind, rationale, confidence, strength } = map;
  const word = relationships[relation as keyof typeof relationships];
  const isMixed = set.from.length > 1;
  return {
    uuid: recordUuid(view, 'map', set.key, key),
    ...(rationaleKind ? { 'matching-rationale': rationaleKind } : {}),
    relationship: word,
    sources: map.sources.map((end) => itemOf(end, isMixed)),
    targets: map.targets.map((end) => itemOf(end, false)),
    ...(confidence ? { 'confidence-score': { category: confidence } } : {}),
    ...listed('props', ownProps({ relation: exact.has(relation) ? undefined : relation, strength })),
    ...(rationale ? { remarks: rationale } : {}),
  };
}

/** Where sources are of several frameworks, each says of which. */
function itemOf({ framework, requirement }: MapExchanged['targets'][number], isMixed: boolean): object {
  return {
    type: 'control',
    'id-ref': line(oscalIdOf(framework, requirement)),
    ...(isMixed ? { props: ownProps({ framework }) } : {}),
  };
}
