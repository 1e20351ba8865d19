// Small OSCAL documents, in words of our own.
import type { Framework } from '../../framework.ts';
import { found, sentValue } from './documents.ts';

const statement = (id: string, prose: string, parts: readonly unknown[] = []) => ({
  id: `${id}_smt`,
  name: 'statement',
  prose,
  parts,
});

export const catalog = {
  catalog: {
    uuid: '00000000-0000-4000-8000-000000000001',
    metadata: {
      title: 'House rules',
      version: '3',
      'oscal-version': '1.1.2',
      parties: [{ uuid: 'x', type: 'organization', name: 'The house' }],
    },
    groups: [
      {
        id: 'do',
        class: 'family',
        title: 'Doors',
        params: [{ id: 'who', label: 'who is meant' }],
        controls: [
          {
            id: 'do-1',
            title: 'Locks',
            params: [
              {
                id: 'do-1_p1',
                select: { 'how-many': 'one-or-more', choice: ['by day', 'at {{ insert: param, hour }}'] },
              },
              { id: 'hour', values: ['22:00'] },
              { id: 'new_id', label: 'a key', props: [{ name: 'alt-identifier', value: 'old_id' }] },
            ],
            props: [
              { name: 'label', value: 'DO-01', class: 'zero-padded' },
              { name: 'label', value: 'DO-1' },
            ],
            parts: [
              statement('do-1', 'The keeper', [
                {
                  name: 'item',
                  props: [{ name: 'label', value: 'a.' }],
                  prose: 'locks {{ insert: param, do-1_p1 }} for {{ insert: param, who }};',
                  parts: [
                    { name: 'item', props: [{ name: 'label', value: '1.' }], prose: 'with {{ old_id }}' },
                  ],
                },
              ]),
              { name: 'guidance', prose: 'Oil the hinges.' },
            ],
            controls: [
              { id: 'do-1.1', title: 'Spare keys', parts: [statement('do-1.1', 'Keep one spare.')] },
              { id: 'do-1.2', title: 'Bells', props: [{ name: 'status', value: 'withdrawn' }] },
            ],
          },
          { id: 'do-2', title: 'DO-2', parts: [statement('do-2', '[Withdrawn: Moved to DO-1]')] },
        ],
      },
      { id: 'wi', title: 'Windows', controls: [{ id: 'wi-1', title: 'Shutters' }] },
    ],
  },
};

export const profile = {
  profile: {
    uuid: '00000000-0000-4000-8000-000000000002',
    metadata: { title: 'Doors only', version: '1' },
    imports: [
      {
        href: '#catalogue',
        'include-controls': [{ 'with-child-controls': 'yes', 'with-ids': ['do-1'] }],
        'exclude-controls': [{ matching: [{ pattern: 'do-*.1' }] }],
      },
    ],
    'back-matter': { resources: [{ uuid: 'catalogue', title: 'House rules 3' }] },
  },
};

export const mapping = {
  'mapping-collection': {
    uuid: '00000000-0000-4000-8000-000000000003',
    metadata: { title: 'House to garden', version: '1', 'last-modified': '2026-03-01T00:00:00Z' },
    provenance: {
      method: 'human',
      'matching-rationale': 'semantic',
      status: 'draft',
      'mapping-description': 'By hand',
    },
    mappings: {
      uuid: 'm',
      'source-resource': { type: 'catalog', href: 'catalogs/house/rules.json' },
      'target-resource': { type: 'catalog', href: 'catalogs/garden/rules.json' },
      maps: [
        {
          uuid: '1',
          relationship: 'superset-of',
          sources: [{ type: 'control', 'id-ref': 'do-1' }],
          targets: [
            { type: 'control', 'id-ref': 'ga-1' },
            { type: 'statement', 'id-ref': 'ga-2_smt.a' },
          ],
          'confidence-score': { percentage: 0.75 },
        },
        {
          uuid: '2',
          relationship: 'subset-of',
          sources: [{ type: 'control', 'id-ref': 'wi-1' }],
          targets: [
            { type: 'control', 'id-ref': 'ga-3' },
            { type: 'control', 'id-ref': 'ga-4' },
          ],
        },
      ],
    },
  },
};

export const house: Framework = found(sentValue(catalog)).frameworks[0]!.framework;
