import {
  assessableOf,
  type Framework,
  frameworks,
  readCatalogueFile,
  readComponentDefinition,
} from '@concord/catalog';
import type { Exchange, LibraryExchange, MappingExchange } from '@concord/views';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { oscalOf, renderOscal } from './index.ts';
import { line, ownProp, uriOf } from './parts/prop.ts';
import { uuidOf } from './parts/uuid.ts';

const head = {
  organisation: { id: 'o-1', name: 'Example' },
  on: '2026-03-01',
  position: 7,
  head: 'ab',
  recordedAt: '2026-02-28T09:30:00.000Z',
  language: 'en',
  people: { ana: 'Ana Novák' },
};

const named = (framework: Framework) => ({
  id: framework.id,
  title: framework.title,
  publisher: framework.publisher,
  edition: framework.edition,
  hash: 'cd',
});

function readBack(framework: Framework) {
  const value = oscalOf({ model: 'catalog', ...head, named: named(framework), framework });
  const document = { kind: 'value', name: 'catalog.json', hash: '0'.repeat(64), value } as const;
  const read = readCatalogueFile(document, { frameworks: [] });
  if ('errors' in read) throw new Error(JSON.stringify(read.errors.slice(0, 3)));
  const [only] = read.found.frameworks;
  return only!.framework;
}

describe('a framework as a catalog', () => {
  it.each(frameworks())('$id reads back with every id in its place', (framework) => {
    const back = readBack(framework);
    const shape = ({ requirements }: Framework) =>
      requirements.map(({ id, parent, level, assessable, excludable, tags }) =>
        tags?.withdrawn === undefined
          ? [id, parent, level, assessable, assessable && excludable]
          : [id, parent, level, 'withdrawn'],
      );
    expect(shape(back)).toEqual(shape(framework));
    expect([back.edition, back.publisher]).toEqual([framework.edition, framework.publisher]);
  });

  it('hands on our own words and never those of a publisher whom we paraphrase', () => {
    const [first] = frameworks();
    const framework = {
      ...first!,
      requirements: first!.requirements.map((each) => ({ ...each, statement: 'FOR SALE' })),
    };
    const asked = framework.requirements.filter(({ asks }) => asks !== undefined).length;
    const text = JSON.stringify(oscalOf({ model: 'catalog', ...head, named: named(framework), framework }));
    expect(text.match(/FOR SALE/g) ?? []).toHaveLength(framework.requirements.length - asked);
  });
});

const control = {
  id: 'c-1',
  code: 'AC-01',
  name: 'Access',
  statement: '',
  owner: 'ana',
  family: 'Access',
  implementation: 'operating',
  source: 'starter-library/1/NET-01',
  test: 'Try',
  members: [{ name: 'code', values: ['AC-01'] }],
};
const other = {
  ...control,
  id: 'c-2',
  code: 'AC-02',
  source: '',
  members: [{ name: 'code', values: ['AC-02'] }],
};
const claim = {
  framework: 'iso27001-2022',
  requirement: 'A.5.15',
  controls: ['c-1'],
  contribution: 'meets',
  rationale: '',
  confidence: 'high',
  state: 'confirmed',
} as const;
const library: LibraryExchange<'component-definition'> = {
  model: 'component-definition',
  ...head,
  controls: [control, other],
  claims: [claim, { ...claim, controls: ['c-2', 'c-1'], rationale: 'Both' }],
  frameworks: [{ id: 'iso27001-2022', title: 'ISO/IEC 27001', publisher: '', edition: '2022', hash: 'cd' }],
};

// biome-ignore lint/suspicious/noExplicitAny: a test looks into documents of every model
const written = (view: Exchange) => Object.values(oscalOf(view))[0] as any;

describe('a library as a component-definition', () => {
  it('has what is claimed together as a capability of its components, and nowhere else', () => {
    const { components, capabilities } = written(library);
    expect(components.map((one: object) => 'control-implementations' in one)).toEqual([true, false]);
    expect(capabilities).toHaveLength(1);
    const members = capabilities[0]['incorporates-components'].map(
      (one: Record<string, string>) => one['component-uuid'],
    );
    expect(members.sort()).toEqual(components.map(({ uuid }: { uuid: string }) => uuid).sort());
    const [said] = capabilities[0]['control-implementations'][0]['implemented-requirements'];
    expect([said['control-id'], said.description, said.remarks]).toEqual(['A.5.15', 'Both', 'Both']);
  });

  it('says in words what nobody has written, and marks it as not written', () => {
    const [first] = written(library).components;
    const [said] = first['control-implementations'][0]['implemented-requirements'];
    expect(said.description).toBe('AC-01 meets A.5.15, and does more.');
    expect('remarks' in said).toBe(false);
    expect(first.props.at(-1)).toMatchObject({ name: 'undescribed', value: 'yes' });
  });

  it('names people as parties, by name alone', () => {
    const { metadata, components } = written(library);
    const party = metadata.parties.find(({ type }: { type: string }) => type === 'person');
    expect(Object.keys(party).sort()).toEqual(['name', 'type', 'uuid']);
    expect(components[0]['responsible-roles']).toEqual([
      { 'role-id': 'control-owner', 'party-uuids': [party.uuid] },
    ]);
  });
});

describe('any library as a component-definition', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const inLines = fc.array(text, { minLength: 1, maxLength: 3 }).map((each) => each.join('\n'));
  const iso = frameworks()[0]!;
  const ids = assessableOf(iso)
    .map(({ id }) => id)
    .slice(0, 5);
  const written = fc.record({
    names: fc.array(text, { minLength: 1, maxLength: 4 }),
    statement: fc.oneof(fc.constant(''), inLines),
    test: inLines,
    evidence: fc.array(text, { minLength: 1, maxLength: 3 }),
    claims: fc.uniqueArray(
      fc.record({
        requirement: fc.constantFrom(...(ids as [string, ...string[]])),
        members: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 3 }),
        contribution: fc.constantFrom(
          'meets' as const,
          'equals' as const,
          'part' as const,
          'contributes' as const,
        ),
        rationale: fc.oneof(fc.constant(''), inLines),
        confidence: fc.constantFrom('low' as const, 'high' as const),
        state: fc.constantFrom('proposed' as const, 'confirmed' as const),
      }),
      {
        maxLength: 8,
        selector: ({ requirement, members, contribution }) =>
          JSON.stringify([requirement, [...members].sort(), contribution]),
      },
    ),
  });

  it('reads back as what was written: every text, every claim, whoever is claimed together', () => {
    fc.assert(
      fc.property(written, ({ names, statement, test, evidence, claims }) => {
        const controls = names.map((name, at) => ({
          ...control,
          id: `c-${at}`,
          name: name.replace(/\s+/gu, ' '),
          statement,
          members: [
            { name: 'code', values: [`AC-${at}`] },
            { name: 'test', values: [test] },
            { name: 'usualEvidence', values: evidence },
          ],
        }));
        const known = claims
          .map(({ members, ...rest }) => ({
            ...rest,
            framework: iso.id,
            controls: members.filter((at) => at < names.length).map((at) => `c-${at}`),
          }))
          .filter((one) => one.controls.length > 0);
        const keyOf = (one: { requirement: string; contribution: string }, codes: readonly string[]) =>
          JSON.stringify([one.requirement, one.contribution, [...codes].sort()]);
        const wanted = new Map(
          known.map((one) => [
            keyOf(
              one,
              one.controls.map((id) => id.replace('c-', 'AC-')),
            ),
            one,
          ]),
        );
        const view = { ...library, controls, claims: [...wanted.values()], frameworks: [named(iso)] };
        const read = readComponentDefinition(JSON.parse(JSON.stringify(oscalOf(view))), {
          known: frameworks(),
          adopted: new Map([[iso.id, iso]]),
        });
        expect([read.faults, read.notices]).toEqual([[], []]);
        const valuesIn = ({ members }: (typeof read.controls)[number], name: string) =>
          members.get(name)?.values;
        expect(read.controls.map((one) => [valuesIn(one, 'name'), valuesIn(one, 'statement')])).toEqual(
          controls.map((one) => [[one.name], statement === '' ? undefined : [statement]]),
        );
        for (const one of read.controls)
          expect([valuesIn(one, 'test'), valuesIn(one, 'usualEvidence')]).toEqual([[test], evidence]);
        const found = read.claims.map((one): [string, unknown] => {
          const [requirement = '', contribution = ''] = ['requirement', 'contribution'].map(
            (name) => valuesIn(one, name)?.[0],
          );
          const said = ['rationale', 'confidence', 'state'].map((name) => valuesIn(one, name)?.[0] ?? '');
          return [keyOf({ requirement, contribution }, valuesIn(one, 'controls') ?? []), said];
        });
        expect(new Map(found)).toEqual(
          new Map([...wanted].map(([key, one]) => [key, [one.rationale, one.confidence, one.state]])),
        );
      }),
    );
  });
});

describe('own relations as a mapping-collection', () => {
  const end = (framework: string, requirement: string) => ({ framework, requirement });
  const iso = library.frameworks[0]!;
  const csf = { ...iso, id: 'nist-csf-2.0', title: 'CSF' };
  const view = (relation: 'superset' | 'related'): MappingExchange => ({
    model: 'mapping-collection',
    ...head,
    leftOut: 0,
    sets: [
      {
        key: 'k',
        from: [iso],
        to: csf,
        status: 'complete',
        unmappedFrom: [],
        unmappedTo: [],
        maps: [
          {
            key: 'm',
            relation,
            sources: [end(iso.id, 'A.5.15'), end(iso.id, 'A.5.18')],
            targets: [end(csf.id, 'PR.AA-05')],
          },
        ],
      },
    ],
  });

  it('keep together what is joined, from source to target', () => {
    const [map] = written(view('superset')).mappings[0].maps;
    expect(map.relationship).toBe('superset-of');
    expect(map.sources.map((one: Record<string, string>) => one['id-ref'])).toEqual(['A.5.15', 'A.5.18']);
    expect('props' in map).toBe(false);
  });

  it('write what is only known to be related as the loosest word, with ours beside it', () => {
    const [map] = written(view('related')).mappings[0].maps;
    expect([map.relationship, map.props[0].value]).toEqual(['intersects-with', 'related']);
  });
});

describe('the bytes', () => {
  afterEach(() => vi.useRealTimers());

  it('are the same on another day, and others for another organisation, day or position', () => {
    const before = renderOscal(library);
    vi.useFakeTimers({ now: new Date('2031-02-03T23:59:59Z'), toFake: ['Date'] });
    expect(renderOscal(library)).toEqual(before);
    const uuids = [
      library,
      { ...library, organisation: { id: 'o-2', name: 'Example' } },
      { ...library, on: '2026-03-02' },
      { ...library, position: 8 },
    ].map((each) => written(each).uuid);
    expect(new Set(uuids).size).toBe(4);
    expect(written(library).metadata['last-modified']).toBe(head.recordedAt);
  });
});

describe('given judgements of one scope', () => {
  const all = { model: 'assessment-results' as const, ...head, assessments: [], evidence: [], controls: [] };
  const uuidsOf = (view: Exchange) => {
    const written = oscalOf(view) as {
      'assessment-results': { uuid: string; results: readonly { uuid: string }[] };
    };
    const { uuid, results } = written['assessment-results'];
    return [uuid, ...results.map((each) => each.uuid)];
  };

  it('then they are another document than those of another scope or of all, which keeps its name', () => {
    const uuids = [all, { ...all, scope: 'site' }, { ...all, scope: 'cloud' }].map(uuidsOf);
    expect(new Set(uuids.flat()).size).toBe(6);
    const named = uuidOf('o-1', 'document', 'assessment-results', '', '7', '2026-03-01');
    expect(uuids[0]).toEqual([named, uuidOf('o-1', 'result', 'evidence')]);
  });
});

describe('what OSCAL asks of texts', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 400 });

  it('any text is one line that is not empty, and a prop keeps it whole', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(line(text)).toMatch(/^\S(.*\S)?$/u);
        const { value, remarks } = ownProp('x', text);
        expect(value).toMatch(/^\S(.*\S)?$/u);
        expect(remarks ?? value).toBe(text);
      }),
    );
  });

  it('an address has only what RFC 3986 allows, and is the same where it had', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (address) => {
        expect(uriOf(address)).toMatch(/^[\w\-.~:/?#@!$&'()*+,;=%[\]]*$/);
      }),
    );
    expect(uriOf('https://a.example/b?c=d%20e#f')).toBe('https://a.example/b?c=d%20e#f');
    expect(uriOf('https://[::1]/ä [1]#a#b%')).toBe('https://[::1]/%C3%A4%20%5B1%5D#a%23b%25');
  });

  it('a name has one UUID of version 5, and another name another', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 3 }),
        fc.array(fc.string(), { maxLength: 3 }),
        (one, two) => {
          expect(uuidOf(...one)).toMatch(
            /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
          );
          expect(uuidOf(...one) === uuidOf(...two)).toBe(JSON.stringify(one) === JSON.stringify(two));
        },
      ),
    );
  });
});
