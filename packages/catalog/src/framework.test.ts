import { describe, expect, it } from 'vitest';
import {
  assessableOf,
  childrenOf,
  type Framework,
  framework,
  frameworks,
  frequency,
  inCatalogueOrder,
  nearestRequirements,
  type Requirement,
  requirementOf,
} from './index.ts';

const iso = framework('iso27001-2022')!;
const csf = framework('nist-csf-2.0')!;
const directive = framework('nis2-directive')!;
const regulation = framework('nis2-2024-2690')!;

const lead = [iso, csf, directive, regulation];
const sp80053 = framework('nist-sp-800-53r5')!;

const atLevel = (edition: Framework, level: string) =>
  edition.requirements.filter((requirement) => requirement.level === level);

it('frameworks stand in the order of the catalogue, an annex after its act, and what was imported behind them', () => {
  const adopted = ['own-b', 'nist-csf-2.0', 'nis2-2024-2690', 'own-a', 'nis2-directive', 'iso27001-2022'];
  expect(adopted.sort(inCatalogueOrder)).toEqual([...lead.map(({ id }) => id), 'own-a', 'own-b']);
});

describe('the number of requirements', () => {
  it('ISO/IEC 27001 has 30 auditable clause leaves and 93 controls in themes of 37, 8, 14 and 34', () => {
    const clauses = assessableOf(iso).filter((requirement) => requirement.level !== 'control');
    expect(clauses).toHaveLength(30);
    expect(clauses.every((clause) => !clause.excludable)).toBe(true);
    expect(
      atLevel(iso, 'control').filter((control) => control.assessable && control.excludable),
    ).toHaveLength(93);
    expect(['A.5', 'A.6', 'A.7', 'A.8'].map((theme) => assessableOf(iso, theme).length)).toEqual([
      37, 8, 14, 34,
    ]);
    expect(atLevel(iso, 'item')).toHaveLength(120);
  });

  it('ISO/IEC 27001 asks for documented information in 15 clauses', () => {
    const documented = iso.requirements.filter((requirement) => requirement.documentedInformation);
    expect(documented).toHaveLength(15);
    expect(documented.every((requirement) => requirement.assessable)).toBe(true);
  });

  it('the CSF has 6 functions, 22 categories and 106 subcategories', () => {
    const levels = ['function', 'category', 'subcategory'].map((level) => atLevel(csf, level).length);
    expect(levels).toEqual([6, 22, 106]);
    expect(assessableOf(csf)).toEqual(atLevel(csf, 'subcategory'));
    const perFunction = childrenOf(csf, null).map((node) => assessableOf(csf, node.id).length);
    expect(perFunction).toEqual([31, 21, 22, 11, 13, 8]);
  });

  it('the CSF says of its subcategories: 66 first party, 15 third party, 22 both, 3 neither', () => {
    const party = (value?: string) =>
      assessableOf(csf).filter((node) => node.tags?.riskParty === value).length;
    expect([party('first'), party('third'), party('both'), party(undefined)]).toEqual([66, 15, 22, 3]);
  });

  it('the directive has 25 duties, each excludable with a reason', () => {
    const duties = assessableOf(directive);
    expect(duties.map((duty) => duty.id)).toEqual([
      ...['3(4)', '20(1)', '20(2)', '21(1)'],
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((point) => `21(2)(${point})`),
      ...['21(3)', '21(4)', '23(1)', '23(2)'],
      ...['a', 'b', 'c', 'd', 'e'].map((point) => `23(4)(${point})`),
      ...['27(2)', '27(3)'],
    ]);
    expect(duties.every((duty) => duty.excludable && duty.level === 'duty')).toBe(true);
    expect(duties.every((duty) => duty.beyondIso27001 !== undefined)).toBe(true);
  });

  it('the annex of 2024/2690 has 13 sections, 47 subsections, and 49 requirements to assess', () => {
    expect(atLevel(regulation, 'section')).toHaveLength(13);
    expect(atLevel(regulation, 'subsection')).toHaveLength(47);
    const assessed = assessableOf(regulation);
    expect(assessed).toHaveLength(49);
    expect(assessed.filter((node) => node.level !== 'subsection').map((node) => node.id)).toEqual(['7', '9']);
    expect(assessed.every((node) => node.excludable)).toBe(true);
  });
});

const levelsOf = (id: string) => {
  const edition = framework(id)!;
  return Object.keys(edition.levels).map((level) => [level, atLevel(edition, level).length]);
};
const selectionsOf = (id: string) =>
  framework(id)!.selections!.map((selection) => [selection.id, selection.requirements.length]);

describe('the number of requirements in the other frameworks', () => {
  it('SP 800-53 has 20 families and 1,196 controls and enhancements, of which 182 are withdrawn', () => {
    expect(levelsOf('nist-sp-800-53r5')).toEqual([
      ['family', 20],
      ['control', 324],
      ['enhancement', 872],
    ]);
    const withdrawn = sp80053.requirements.filter(({ tags }) => tags?.withdrawn === 'yes');
    expect(withdrawn).toHaveLength(182);
    expect(withdrawn.some(({ assessable }) => assessable)).toBe(false);
    const standing = assessableOf(sp80053).map(({ level }) => level);
    expect(standing.filter((level) => level === 'control')).toHaveLength(300);
    expect(standing.filter((level) => level === 'enhancement')).toHaveLength(714);
  });

  it('SP 800-53 has the baselines of NIST and of FedRAMP as selections', () => {
    expect(selectionsOf('nist-sp-800-53r5')).toEqual([
      ['low', 149],
      ['moderate', 287],
      ['high', 370],
      ['privacy', 96],
      ['fedramp-low', 156],
      ['fedramp-moderate', 323],
      ['fedramp-high', 410],
    ]);
  });

  it('an enhancement of SP 800-53 names the control it adds to, in its own family', () => {
    for (const { id, parent, level, tags } of sp80053.requirements) {
      if (level !== 'enhancement') continue;
      expect(tags?.enhances, id).toBe(id.replace(/\(\d+\)$/, ''));
      expect(requirementOf(sp80053, tags!.enhances!)?.parent, id).toBe(parent);
    }
  });

  it('ISO/IEC 27001:2013 has 14 sections, 35 objectives and 114 controls', () => {
    expect(levelsOf('iso27001-2013')).toEqual([
      ['section', 14],
      ['objective', 35],
      ['control', 114],
    ]);
  });

  it('CSF 1.1 has 5 functions, 23 categories and 108 subcategories', () => {
    expect(levelsOf('nist-csf-1.1')).toEqual([
      ['function', 5],
      ['category', 23],
      ['subcategory', 108],
    ]);
  });

  it('the Trust Services Criteria are 61, of which 33 are common and 17 answer to a COSO principle', () => {
    const criteria = assessableOf(framework('soc2-tsc-2017')!);
    expect(criteria).toHaveLength(61);
    expect(criteria.filter(({ id }) => id.startsWith('CC'))).toHaveLength(33);
    expect(criteria.every(({ id, excludable }) => excludable !== id.startsWith('CC'))).toBe(true);
    expect(criteria.filter(({ tags }) => tags?.cosoPrinciple)).toHaveLength(17);
    expect(selectionsOf('soc2-tsc-2017')).toEqual([
      ['security', 33],
      ['availability', 36],
      ['confidentiality', 35],
      ['processing-integrity', 38],
      ['privacy', 51],
    ]);
  });

  it('the CIS Controls are 18 with 153 safeguards, and the groups hold 56, 130 and all of them', () => {
    expect(levelsOf('cis-v8.1')).toEqual([
      ['control', 18],
      ['safeguard', 153],
    ]);
    expect(selectionsOf('cis-v8.1')).toEqual([
      ['ig1', 56],
      ['ig2', 130],
      ['ig3', 153],
    ]);
    expect(framework('cis-v8.1')!.requirements.every(({ titleOrigin }) => titleOrigin === 'own')).toBe(true);
  });

  it('the HIPAA Security Rule has 22 standards and 43 specifications, of which 22 are addressable', () => {
    const hipaa = framework('hipaa-security-rule')!;
    expect(levelsOf(hipaa.id)).toEqual([
      ['standard', 22],
      ['specification', 43],
    ]);
    const addressable = hipaa.requirements.filter(({ tags }) => tags?.implementation === 'Addressable');
    expect(addressable).toHaveLength(22);
    expect(addressable.every(({ excludable }) => excludable)).toBe(true);
    expect(assessableOf(hipaa)).toHaveLength(50);
    expect(assessableOf(hipaa).filter(({ level }) => level === 'standard')).toHaveLength(7);
  });

  it('of the FTC, New York and GDPR provisions those are assessed that ask something', () => {
    const counts = ['ftc-safeguards', 'nydfs-500', 'gdpr-security-articles'].map((id) => [
      framework(id)!.requirements.length,
      assessableOf(framework(id)!).length,
    ]);
    expect(counts).toEqual([
      [69, 27],
      [63, 38],
      [29, 23],
    ]);
    expect(atLevel(framework('nydfs-500')!, 'section')).toHaveLength(25);
  });

  it('CMMC has 110 practices in 14 domains, 17 of them at level 1', () => {
    expect(levelsOf('cmmc-2.0')).toEqual([
      ['domain', 14],
      ['practice', 110],
    ]);
    expect(selectionsOf('cmmc-2.0')).toEqual([
      ['level-1', 17],
      ['level-2', 110],
    ]);
  });

  it('the laws carry the numbers they state', () => {
    const figure = (id: string, key: string) => framework(id)!.figures!.find((each) => each.key === key);
    expect(framework('ftc-safeguards')!.figures).toHaveLength(7);
    expect(framework('nydfs-500')!.figures).toHaveLength(12);
    expect(figure('nydfs-500', 'incident_notice_hours')).toEqual({
      provision: '500.17(a)',
      key: 'incident_notice_hours',
      value: 72,
      unit: 'hours',
      condition: 'after determination',
    });
    expect(figure('nydfs-500', 'compliance_notice_date')?.value).toBe('04-15');
  });
});

describe.each(frameworks().map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  it('names its source, edition and licence', () => {
    for (const member of ['title', 'publisher', 'edition', 'source', 'licence', 'sourceNote'] as const) {
      expect(edition[member], member).toMatch(/\S/);
    }
    expect(edition.revision).toBeGreaterThanOrEqual(1);
  });

  it('has unique ids, parents that stand before their children, and known levels', () => {
    const seen = new Set<string>();
    for (const { id, parent, level } of edition.requirements) {
      expect(seen.has(id), `${id} twice`).toBe(false);
      expect(parent === null || seen.has(parent), `${id} under ${parent}`).toBe(true);
      expect(Object.hasOwn(edition.levels, level), `${id} at level ${level}`).toBe(true);
      seen.add(id);
    }
  });

  it('keeps to the shape that the types promise', () => {
    for (const requirement of edition.requirements) expect(misfits(requirement), requirement.id).toEqual([]);
  });

  it('selects only what can be assessed, each once', () => {
    for (const { id, title, source, requirements } of edition.selections ?? []) {
      expect(title !== '' && source !== '', id).toBe(true);
      expect(new Set(requirements).size, id).toBe(requirements.length);
      for (const each of requirements) {
        expect(requirementOf(edition, each)?.assessable, `${id}: ${each}`).toBe(true);
      }
    }
  });

  it('never nests one assessable requirement in another, so that nothing is counted twice', () => {
    for (const { id } of assessableOf(edition)) expect(assessableOf(edition, id)).toHaveLength(1);
  });

  it('calls a node the exact union of its parts only where all children are counted', () => {
    const exact = edition.requirements.filter((requirement) => requirement.parts === 'exact');
    for (const { id, assessable } of exact) {
      expect(assessable, id).toBe(false);
      const children = childrenOf(edition, id);
      expect(children.length, id).toBeGreaterThan(0);
      expect(
        children.every((child) => child.assessable || child.parts === 'exact'),
        id,
      ).toBe(true);
    }
  });
});

describe.each(lead.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  it('states of every assessable requirement what it asks, the evidence, a question and the gap', () => {
    for (const { id, asks, usualEvidence, auditorQuestion, commonGap } of assessableOf(edition)) {
      for (const text of [asks, auditorQuestion, commonGap]) expect(text, id).toMatch(/\S.{15,}[.?]$/);
      expect(auditorQuestion, id).toContain('?');
      expect(usualEvidence?.length, id).toBeGreaterThanOrEqual(2);
    }
  });
});

function misfits(requirement: Requirement): string[] {
  const { titleOrigin, assessable, excludable, parts, frequency: often } = requirement;
  const rules: Record<string, boolean> = {
    title: requirement.title.trim() === requirement.title && requirement.title !== '',
    titleOrigin: titleOrigin === 'official' || titleOrigin === 'own',
    flags: typeof assessable === 'boolean' && typeof excludable === 'boolean',
    excludable: assessable || !excludable,
    parts: parts === undefined || parts === 'exact',
    frequency: often === undefined || frequency(often) !== undefined,
    beyond: ['yes', 'partly', 'no', undefined].includes(requirement.beyondIso27001?.extent),
    documented: (requirement.documentedInformation ?? []).every(
      ({ kind, name }) => ['document', 'record'].includes(kind) && name !== '',
    ),
    tags: Object.values(requirement.tags ?? {}).every((value) => typeof value === 'string' && value !== ''),
  };
  return Object.keys(rules).filter((rule) => !rules[rule]);
}

describe('what is the union of its parts', () => {
  it('are the ISO themes, the CSF functions and categories, and eleven sections of the annex', () => {
    const exact = (edition: Framework) =>
      edition.requirements.filter((node) => node.parts === 'exact').map((node) => node.id);
    expect(exact(iso)).toEqual(['A.5', 'A.6', 'A.7', 'A.8']);
    expect(exact(csf)).toHaveLength(28);
    expect(exact(directive)).toEqual([]);
    expect(exact(regulation)).toEqual(['1', '2', '3', '4', '5', '6', '8', '10', '11', '12', '13']);
  });
});

describe('our statements', () => {
  it('are written for one requirement each: no two are equal', () => {
    const seen = new Map<string, string>();
    for (const edition of frameworks()) {
      for (const node of edition.requirements) {
        for (const text of [node.asks, node.auditorQuestion, node.commonGap, node.plainly]) {
          if (text === undefined) continue;
          const place = `${edition.id} ${node.id}`;
          expect(seen.get(text), `${place}: ${text}`).toBeUndefined();
          seen.set(text, place);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(303 * 3);
  });

  it('give the management body one plain sentence for every CSF function and category', () => {
    const headings = csf.requirements.filter((node) => !node.assessable);
    expect(headings.every((heading) => heading.plainly !== undefined && heading.asks !== undefined)).toBe(
      true,
    );
  });
});

describe('finding a requirement', () => {
  it('finds by exact id, and children in the order of the publication', () => {
    expect(requirementOf(iso, 'A.5.15')?.title).toBe('Access control');
    expect(requirementOf(iso, 'a.5.15')).toBeUndefined();
    expect(childrenOf(iso, '6.1').map((child) => child.id)).toEqual(['6.1.1', '6.1.2', '6.1.3']);
    expect(
      childrenOf(regulation, '9.2.c')
        .map((child) => child.id)
        .slice(0, 4),
    ).toEqual(['9.2.c.i', '9.2.c.ii', '9.2.c.iii', '9.2.c.iv']);
    expect(
      childrenOf(regulation, null)
        .map((child) => child.id)
        .at(-1),
    ).toBe('13');
    expect(assessableOf(iso, 'A.9')).toEqual([]);
    expect(framework('iso27001-2005')).toBeUndefined();
  });

  it.each([
    ['iso27001-2022', 'a.5.15', 'A.5.15'],
    ['iso27001-2022', 'A5.15', 'A.5.15'],
    ['iso27001-2022', '5.15', 'A.5.15'],
    ['iso27001-2022', 'A.5.51', 'A.5.15'],
    ['iso27001-2022', '6.13', '6.1.3'],
    ['nist-csf-2.0', 'GV.OC-1', 'GV.OC-01'],
    ['nist-csf-2.0', 'gv-oc-01', 'GV.OC-01'],
    ['nis2-directive', '21.2.a', '21(2)(a)'],
    ['nis2-directive', 'Art. 23(1)', '23(1)'],
    ['nis2-2024-2690', '11.07', '11.7'],
  ])('in %s a mistyped %s may mean %s', (id, typed, meant) => {
    expect(nearestRequirements(framework(id)!, typed)).toContain(meant);
  });

  it('suggests what can be claimed before headings', () => {
    expect(nearestRequirements(iso, '6.4')).toEqual(['A.6.4', '4.4', '6.2']);
  });

  it('suggests nothing for what is no id, and few for what is', () => {
    for (const nonsense of ['', '?', 'access control', 'A.99.1', 'x'.repeat(10_000)]) {
      expect(nearestRequirements(iso, nonsense)).toEqual([]);
    }
    expect(nearestRequirements(iso, 'A.5.1.', 1)).toEqual(['A.5.1']);
  });
});
