import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framework, frameworks } from '../../../framework.ts';
import { mangle, manglings } from '../../testing/mangle.ts';
import { readComponentDefinition } from './component-definition.ts';
import type { RecordRead } from './record.ts';

const nist =
  'https://raw.githubusercontent.com/usnistgov/oscal-content/main/nist.gov/SP800-53/rev5/json/NIST_SP-800-53_rev5_catalog.json';
const baseline = nist.replace('_catalog', '_MODERATE-baseline_profile');
const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

const implemented = (control: string, description: string, more: object = {}) => ({
  uuid: uuid(9),
  'control-id': control,
  description,
  ...more,
});
const implementation = (source: string, ...requirements: readonly object[]) => ({
  uuid: uuid(8),
  source,
  description: 'How it helps',
  'implemented-requirements': requirements,
});

/** As a vendor writes one: two components, a second profile of the same catalog, a source of nobody's. */
const vendor = {
  'component-definition': {
    uuid: uuid(0),
    metadata: {
      title: 'Gate',
      'last-modified': '2026-01-01T00:00:00Z',
      version: '1',
      'oscal-version': '1.2.1',
    },
    'import-component-definitions': [{ href: 'other.json' }],
    components: [
      {
        uuid: uuid(1),
        type: 'software',
        title: 'Gate server',
        description: 'Lets people in.',
        purpose: 'Signing in',
        'control-implementations': [
          implementation(
            nist,
            implemented(
              'ac-2.1',
              'Accounts are kept for {{ insert: param, ac-2_prm_1 }}, {{ insert: param, x }}.',
              {
                statements: [{ 'statement-id': 'ac-2.1_smt', uuid: uuid(7), description: 'As a whole' }],
                'set-parameters': [{ 'param-id': 'ac-2_prm_1', values: ['a week'] }],
              },
            ),
            implemented('ac', 'The whole family'),
          ),
          implementation(baseline, implemented('ac-2.1', 'Also in the baseline.')),
          implementation('https://vendor.example/own-rules.json', implemented('r-1', 'Ours')),
        ],
      },
      { uuid: uuid(2), type: 'policy', title: 'Gate server', description: 'Says who may.' },
      { uuid: uuid(3), type: 'interconnection', title: 'Wire', description: 'Joins.' },
    ],
    capabilities: [
      {
        uuid: uuid(4),
        name: 'Gate with its policy',
        description: 'Together',
        'incorporates-components': [
          { 'component-uuid': uuid(2), description: 'policy' },
          { 'component-uuid': uuid(1), description: 'server' },
        ],
        'control-implementations': [implementation(nist, implemented('ac-3', 'Both are needed.'))],
      },
    ],
  },
};

const sp80053 = framework('nist-sp-800-53r5')!;
const reading = { known: frameworks(), adopted: new Map([[sp80053.id, sp80053]]) };
const said = ({ members }: RecordRead) =>
  Object.fromEntries([...members].map(([name, { values }]) => [name, values.join(' | ')]));

describe('a component-definition of others', () => {
  const read = readComponentDefinition(vendor, reading);

  it('has its components as controls, drafts of which nobody says that they are in practice', () => {
    expect(read.faults).toEqual([]);
    expect(read.controls.map(said)).toEqual([
      {
        code: 'gate-server',
        name: 'Gate server',
        statement: 'Signing in\n\nLets people in.',
        design: 'draft',
        source: `component-definition/${uuid(1)}`,
      },
      {
        code: 'gate-server-2',
        name: 'Gate server',
        statement: 'Says who may.',
        design: 'draft',
        source: `component-definition/${uuid(2)}`,
      },
    ]);
  });

  it('has what they implement as contributions, once for each requirement, with all the words', () => {
    expect(read.claims.map(said)).toEqual([
      {
        framework: 'nist-sp-800-53r5',
        requirement: 'AC-2(1)',
        controls: 'gate-server',
        contribution: 'contributes',
        confidence: 'medium',
        rationale:
          'Accounts are kept for a week, {{ insert: param, x }}.\nac-2.1_smt: As a whole\nac-2_prm_1 = a week\n\nAlso in the baseline.',
      },
      {
        framework: 'nist-sp-800-53r5',
        requirement: 'AC-3',
        controls: 'gate-server | gate-server-2',
        contribution: 'contributes',
        confidence: 'medium',
        rationale: 'Both are needed.',
      },
    ]);
  });

  it('places everything by JSON pointers, and tells what was left out', () => {
    const at = (record: RecordRead | undefined, name: string) => record?.members.get(name)?.at;
    expect(at(read.controls[1], 'name')).toBe('/component-definition/components/1/title');
    expect(at(read.claims[1], 'requirement')).toBe(
      '/component-definition/capabilities/0/control-implementations/0/implemented-requirements/0/control-id',
    );
    expect(read.notices.map(({ code }) => code)).toEqual([
      'import.components-elsewhere',
      'import.component-passed-over',
      'import.not-assessed',
      'import.source-left-out',
      'import.claims-joined',
    ]);
  });

  it('takes a framework that a person names for a source that names none', () => {
    const named = readComponentDefinition(vendor, { ...reading, framework: sp80053.id });
    expect(named.claims.map((claim) => said(claim).requirement)).toContain('r-1');
  });

  it('says once which framework it needs, and where', () => {
    const { faults, claims } = readComponentDefinition(vendor, { ...reading, adopted: new Map() });
    expect(faults.map(({ at, code, params }) => [at, code, params.value])).toEqual([
      [
        '/component-definition/components/0/control-implementations/0/source',
        'table.framework-not-adopted',
        'nist-sp-800-53r5',
      ],
    ]);
    expect(claims).toEqual([]);
  });

  it('names a component of a capability that is not there', () => {
    const lost = structuredClone(vendor);
    lost['component-definition'].capabilities[0]!['incorporates-components'][1]!['component-uuid'] = uuid(6);
    expect(readComponentDefinition(lost, reading).faults.map(({ at, code }) => `${at} ${code}`)).toEqual([
      '/component-definition/capabilities/0/incorporates-components/1/component-uuid import.component-unknown',
    ]);
  });

  it('however mangled is read or explained', () => {
    fc.assert(
      fc.property(manglings, (done) => {
        const found = readComponentDefinition(mangle(vendor, done), reading);
        for (const { at } of found.faults) expect(at).toMatch(/^\//);
        for (const record of [...found.controls, ...found.claims]) expect(record.at).toMatch(/^\//);
      }),
    );
  });
});
