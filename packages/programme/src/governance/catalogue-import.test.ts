import { type Framework, framework, type SentDocument } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { emptyProgramme, fold } from '../programme.ts';
import { circumstances, given } from '../testing/index.ts';
import { importCatalogue } from './catalogue-import.ts';
import { adoptedEdition } from './edition.ts';

const sent = (value: unknown, name = 'file.json'): SentDocument => ({
  kind: 'value',
  name,
  hash: 'a'.repeat(64),
  value,
});

const control = (id: string, prose: string) => ({
  id,
  title: `Rule ${id}`,
  parts: [{ name: 'statement', prose }],
});

const house = {
  catalog: {
    metadata: { title: 'House rules', version: '3' },
    groups: [
      { id: 'k', title: 'Kitchen', controls: [control('k-1', 'Wash up.'), control('k-2', 'Lock up.')] },
    ],
  },
};

const csf = framework('nist-csf-2.0') as Framework;

/** The CSF as somebody may publish it: ids in lower case, a text of its own. */
const csfText = {
  catalog: {
    metadata: { title: 'The NIST Cybersecurity Framework (CSF) 2.0', version: '2.0' },
    controls: csf.requirements
      .filter(({ assessable }) => assessable)
      .map(({ id }) => control(id.toLowerCase(), `Text of ${id}.`)),
  },
};

const mapping = (relationship: string) => ({
  'mapping-collection': {
    metadata: { title: 'Ours' },
    mappings: [
      {
        'source-resource': { type: 'catalog', href: 'nist-csf-2.0' },
        'target-resource': { type: 'catalog', href: 'iso27001-2022' },
        maps: [
          {
            relationship,
            sources: [{ type: 'control', 'id-ref': 'pr.aa-05' }],
            targets: [{ type: 'control', 'id-ref': 'A.5.15' }],
          },
        ],
      },
    ],
  },
});

const typesOf = (decision: object) =>
  'facts' in decision ? (decision.facts as { type: string }[]).map(({ type }) => type) : decision;

describe('a framework that we do not ship', () => {
  it('given it is imported, then it can be adopted, claimed and no other organisation has it', () => {
    const story = given();
    story.done('catalogue import', { document: sent(house) });
    const [imported] = story.programme.governance.editions.valueSeq();
    expect(imported).toMatchObject({ file: { name: 'file.json' }, by: 'ana', importedOn: '2026-01-01' });
    const { id } = imported!.framework;
    story.done('frameworks adopt', { framework: id });
    story.done('controls add', { code: 'K-1', name: 'Rota' });
    expect(story.refusal('claims state', { controls: ['K-1'], framework: id, requirement: 'k-1' })).toBe('');
    expect(story.refusal('claims state', { controls: ['K-1'], framework: id, requirement: 'k-3' })).toBe(
      'refused requirement.unknown-near at requirement',
    );
    expect(given().refusal('frameworks adopt', { framework: id })).toBe(
      'missing framework.unknown at framework',
    );
  });

  it('given it is imported again, then nothing is written', () => {
    const story = given();
    story.done('catalogue import', { document: sent(house) });
    expect(typesOf(story.when('catalogue import', { document: sent(house, 'other.json') }))).toEqual([]);
  });

  it('given its next edition is imported, then that has what the file has, and moving there is another adoption', () => {
    const story = given();
    story.done('catalogue import', { document: sent(house) });
    const [first] = story.programme.governance.editions.valueSeq();
    const { id } = first!.framework;
    const next = structuredClone(house);
    next.catalog.groups[0]!.controls.push(control('k-3', 'Sweep.'));
    const hash = story.done('catalogue import', { document: sent(next) });
    expect(story.programme.governance.editions.get(hash)?.framework).toMatchObject({ id });
    story.done('frameworks adopt', { framework: id, edition: first!.hash });
    story.done('frameworks adopt', { framework: id, edition: hash });
    expect(adoptedEdition(story.programme.governance, id)?.requirements.map((each) => each.id)).toContain(
      'k-3',
    );
  });

  it('given it calls itself as one that we ship and asks something else, then it is refused', () => {
    const story = given();
    const document = sent({
      ...house,
      catalog: { ...house.catalog, metadata: { title: 'SOC2 TSC', version: '2017' } },
    });
    expect(story.refusal('catalogue import', { document })).toBe('conflict import.id-taken at file');
    expect(story.tried('catalogue import', { document })?.params).toEqual({ id: 'soc2-tsc-2017' });
  });
});

describe("a publisher's text over a framework that we ship", () => {
  it('given it is imported and adopted, then both texts are there, and the one adopted before stays readable', () => {
    const story = given('nist-csf-2.0');
    const decision = story.when('catalogue import', { document: sent(csfText) });
    expect('notices' in decision && decision.notices?.map(({ code }) => code)).toContain('import.beside');
    const hash = story.done('catalogue import', { document: sent(csfText) });
    const before = adoptedEdition(story.programme.governance, 'nist-csf-2.0');
    expect(before).toBe(csf);
    story.done('frameworks adopt', { framework: 'nist-csf-2.0', edition: hash });
    const now = adoptedEdition(story.programme.governance, 'nist-csf-2.0');
    const requirement = now?.requirements.find(({ id }) => id === 'PR.AA-05');
    const ours = csf.requirements.find(({ id }) => id === 'PR.AA-05');
    expect(requirement).toMatchObject({ statement: 'Text of PR.AA-05.', asks: ours?.asks });
  });
});

describe('a selection', () => {
  const profile = {
    profile: {
      metadata: { title: 'Small team' },
      imports: [{ href: 'nist-csf-2.0', 'include-controls': [{ 'with-ids': ['pr.aa-05', 'gv.oc-01'] }] }],
    },
  };

  it('given it is imported, then a further edition has it and the framework can be taken up with it alone', () => {
    const story = given();
    const hash = story.done('catalogue import', { document: sent(profile), framework: 'nist-csf-2.0' });
    const selections = story.programme.governance.editions.get(hash)?.framework.selections ?? [];
    const selection = selections.at(-1)?.id ?? '';
    story.done('frameworks adopt', { framework: 'nist-csf-2.0', edition: hash, selection });
    const assessed = adoptedEdition(story.programme.governance, 'nist-csf-2.0')?.requirements.filter(
      ({ assessable }) => assessable,
    );
    expect(assessed?.map(({ id }) => id)).toEqual(['GV.OC-01', 'PR.AA-05']);
    story.done('controls add', { code: 'K-1', name: 'Rota' });
    const claim = { controls: ['K-1'], framework: 'nist-csf-2.0' };
    expect(story.refusal('claims state', { ...claim, requirement: 'PR.AA-05' })).toBe('');
    expect(story.refusal('claims state', { ...claim, requirement: 'PR.AA-01' })).toMatch(/not-assessable/);
  });
});

describe('a profile that alters texts', () => {
  it('given the catalog comes with it, then the edition has the texts as the profile makes them', () => {
    const story = given();
    story.done('catalogue import', { document: sent(house) });
    const [first] = story.programme.governance.editions.valueSeq();
    const withParameter = structuredClone(house);
    Object.assign(withParameter.catalog.groups[0]!.controls[0]!, {
      params: [{ id: 'who', label: 'somebody' }],
      parts: [{ name: 'statement', prose: '{{ insert: param, who }} washes up.' }],
    });
    const profile = {
      profile: {
        metadata: { title: 'Cook' },
        imports: [{ href: '#x', 'include-controls': [{ 'with-ids': ['k-1'] }] }],
        modify: { 'set-parameters': [{ 'param-id': 'who', values: ['The cook'] }] },
      },
    };
    const hash = story.done('catalogue import', {
      document: sent(profile),
      catalogue: sent(withParameter, 'catalog.json'),
      framework: first!.framework.id,
    });
    const edition = story.programme.governance.editions.get(hash)?.framework;
    expect(edition?.requirements.find(({ id }) => id === 'k-1')?.statement).toContain('The cook washes up.');
  });
});

describe('a crosswalk', () => {
  it('given it says what contains what, then who imports it says how that is meant', () => {
    const story = given();
    const document = sent(mapping('superset-of'));
    const decision = story.when('catalogue import', { document });
    expect('refusal' in decision && decision.refusal).toMatchObject({
      code: 'import.direction-needed',
      path: 'direction',
      params: { example: 'superset', one: expect.stringContaining('PR.AA-05') },
    });
    const relationOf = (direction: string) => {
      const other = given();
      const id = other.done('catalogue import', { document, direction });
      const { crosswalk } = other.programme.governance.crosswalks.get(id)!;
      return crosswalk.pairs[0]?.[2] ?? crosswalk.relation;
    };
    expect([relationOf('as-written'), relationOf('turned')]).toEqual(['superset', 'subset']);
  });

  it('given it only relates, then it needs no such word, and has an id that none of ours has', () => {
    const story = given();
    const id = story.done('catalogue import', { document: sent(mapping('intersects-with')) });
    expect(id).toBe('imported-nist-csf-2.0-to-iso27001-2022');
  });

  it('given another one of the same two frameworks is there, then both stay; a later version takes the place of its own', () => {
    const story = given();
    const first = mapping('intersects-with');
    story.done('catalogue import', { document: sent(first) });
    const other = structuredClone(first);
    other['mapping-collection'].metadata.title = 'Theirs';
    const id = story.done('catalogue import', { document: sent(other) });
    expect(id).toBe('imported-nist-csf-2.0-to-iso27001-2022-2');
    const later = structuredClone(first);
    later['mapping-collection'].mappings[0]!.maps[0]!.relationship = 'equal-to';
    expect(story.done('catalogue import', { document: sent(later) })).toBe(
      'imported-nist-csf-2.0-to-iso27001-2022',
    );
    expect(story.programme.governance.crosswalks.size).toBe(2);
  });
});

describe('content that was erased', () => {
  const without = ({ facts, programme }: ReturnType<typeof given>, entry: number) => {
    const anew = facts.map((fact) => {
      if (fact.seq !== entry) return fact;
      const { file: _file, content: _content, ...data } = fact.data as Record<string, unknown>;
      return { ...fact, data, redacted: ['file', 'content'] };
    });
    expect(anew).toHaveLength(programme.position);
    return fold(emptyProgramme, anew).governance;
  };

  it('given an edition that is adopted, then nothing else takes its place, and it can come again', () => {
    const story = given('nist-csf-2.0');
    const hash = story.done('catalogue import', { document: sent(csfText) });
    const entry = story.programme.position;
    story.done('frameworks adopt', { framework: 'nist-csf-2.0', edition: hash });
    const governance = without(story, entry);
    expect(adoptedEdition(governance, 'nist-csf-2.0')).toBeUndefined();
    const again = importCatalogue(
      { governance, revisions: story.programme.revisions },
      { document: sent(csfText) },
      circumstances(),
    );
    expect(typesOf(again)).toEqual(['FrameworkImported']);
  });

  it('given the later version of a crosswalk, then the earlier one does not come back', () => {
    const story = given();
    const first = mapping('intersects-with');
    const id = story.done('catalogue import', { document: sent(first) });
    const later = structuredClone(first);
    later['mapping-collection'].mappings[0]!.maps[0]!.relationship = 'equal-to';
    story.done('catalogue import', { document: sent(later) });
    const { crosswalks } = without(story, story.programme.position);
    expect(crosswalks.has(id)).toBe(false);
  });
});

describe('a file that is none', () => {
  it.each([null, [], 'text', { a: 1 }, { catalog: {} }])(
    '%j is refused with its places, and nothing is kept',
    (value) => {
      const decision = given().when('catalogue import', { document: sent(value) });
      expect('refusal' in decision && decision.refusal).toMatchObject({
        code: 'import.faulty',
        path: 'file',
      });
      expect('refusal' in decision && decision.refusal.errors?.length).toBeGreaterThan(0);
    },
  );
});
