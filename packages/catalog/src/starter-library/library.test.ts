import { describe, expect, it } from 'vitest';
import applicabilityFile from '../../data/starter-library/applicability.json' with { type: 'json' };
import attributesFile from '../../data/starter-library/attributes.json' with { type: 'json' };
import claimsFile from '../../data/starter-library/claims.json' with { type: 'json' };
import controlsFile from '../../data/starter-library/controls.json' with { type: 'json' };
import gapsFile from '../../data/starter-library/gaps.json' with { type: 'json' };
import jointClaimsFile from '../../data/starter-library/joint-claims.json' with { type: 'json' };
import { assessableOf, framework, requirementOf } from '../framework.ts';
import { attributeTable } from '../tables/attribute.ts';
import { frequency } from '../tables/frequency.ts';
import {
  starterAttributes,
  starterCondition,
  starterControl,
  starterFamilies,
  starterLibrary,
} from './library.ts';
import type { StarterControl } from './starter.ts';

const { controls, claims, jointClaims, gaps, conditions } = starterLibrary();
const lead = ['iso27001-2022', 'nist-csf-2.0', 'nis2-directive', 'nis2-2024-2690'];
const keyOf = (of: { framework: string; requirement: string }) => `${of.framework}/${of.requirement}`;
const wordsOf = (text: string) => text.split(/\s+/).length;
const every = (of: readonly { framework: string; requirement: string }[], code: (each: never) => string) =>
  of.map((each) => `${code(each as never)} ${keyOf(each)}`);

describe('the files', () => {
  it('each name their source, edition and licence', () => {
    for (const file of [
      applicabilityFile,
      attributesFile,
      claimsFile,
      controlsFile,
      gapsFile,
      jointClaimsFile,
    ]) {
      const { id, edition, licence, source, title, note } = file;
      expect({ id, edition, licence }).toEqual({
        id: 'starter-library',
        edition: '1',
        licence: 'Apache-2.0',
      });
      expect([source, title, note].every((text) => text !== '')).toBe(true);
    }
  });

  it('hold as many rows as we wrote', () => {
    expect([controls.length, claims.length, jointClaims.length, gaps.length]).toEqual([124, 1131, 149, 9]);
    expect(starterFamilies()).toHaveLength(19);
  });
});

describe.each(controls.map((control) => [control.code, control] as const))('%s', (code, control) => {
  it('is written out: what is done, how it is tested, what shows it', () => {
    expect(code).toMatch(/^[A-Z]{3}-\d\d$/);
    expect(starterControl(code.toLowerCase())).toBe(control);
    expect(['policy', 'process', 'technical', 'physical']).toContain(control.kind);
    expect(['S', 'M', 'L']).toContain(control.effort);
    expect([1, 2, 3]).toContain(control.priority);
    const sentences = control.statement.split(/[.!?](?=\s|$)/).filter((each) => each.trim() !== '').length;
    expect(sentences).toBeGreaterThanOrEqual(2);
    expect(sentences).toBeLessThanOrEqual(4);
    expect(control.test).toMatch(/^[A-Z].*[^.]\.$/);
    expect(control.usualEvidence.length).toBeGreaterThanOrEqual(2);
    expect(control.suggestedOwner).not.toBe('');
  });

  it('runs at a frequency that a person can show, under a condition that has words', () => {
    expect(frequency(control.frequency)).toBeDefined();
    // Evidence of what runs continuously lapses after a day: only a collector keeps up with that.
    expect(control.frequency).not.toBe('continuous');
    if (control.condition !== undefined) {
      expect(conditions.map(({ id }) => id)).toContain(control.condition);
      expect(starterCondition(control.condition)).not.toBe(control.condition);
    }
  });

  it('shows what it says on two frameworks, and claims more than help', () => {
    const mine = claims.filter((claim) => claim.control === code);
    const families = new Set(mine.map(({ framework }) => framework.slice(0, 4)));
    expect(families.size).toBeGreaterThanOrEqual(2);
    expect(mine.some(({ contribution }) => contribution !== 'supports')).toBe(true);
  });

  it('is sorted by words of the attribute table', () => {
    const table = Object.values(attributeTable().controls);
    const sorted = starterAttributes(code) as unknown as Record<string, string[]>;
    expect(Object.keys(sorted)).toHaveLength(5);
    for (const [attribute, values] of Object.entries(sorted)) {
      const known = new Set(table.flatMap((row) => (row as unknown as Record<string, string[]>)[attribute]));
      for (const value of values) expect([...known]).toContain(value);
    }
  });
});

it('codes, names and statements are all different, and the numbers of a family run on', () => {
  for (const member of ['code', 'name', 'statement', 'test'] as const) {
    expect(new Set(controls.map((control) => control[member].toLowerCase())).size).toBe(controls.length);
  }
  const last = new Map<string, StarterControl>();
  for (const control of controls) {
    const prefix = control.code.slice(0, 3);
    const before = last.get(prefix);
    expect(Number(control.code.slice(4))).toBe(Number(before?.code.slice(4) ?? 0) + 1);
    expect(before?.family ?? control.family).toBe(control.family);
    last.set(prefix, control);
  }
});

it('what has no words, or no control, is undefined or its own id', () => {
  expect([starterControl('NO-99'), starterAttributes('NO-99')]).toEqual([undefined, undefined]);
  expect(starterCondition('on-the-moon')).toBe('on-the-moon');
});

describe('the claims', () => {
  const known = (id: string) => {
    const found = framework(id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  };

  it('are each on a requirement that is assessed, by a control that exists, once', () => {
    for (const { framework: id, requirement } of [...claims, ...jointClaims]) {
      expect(requirementOf(known(id), requirement)?.assessable, `${id} ${requirement}`).toBe(true);
    }
    for (const { control } of claims) expect(starterControl(control)).toBeDefined();
    const single = every(claims, ({ control }: { control: string }) => control);
    expect(new Set(single).size).toBe(claims.length);
    expect(new Set(jointClaims.map(keyOf)).size).toBe(jointClaims.length);
  });

  it('answer each requirement of the lead frameworks in one way: alone, together, or as a named gap', () => {
    const alone = claims.filter(({ contribution }) => contribution === 'meets').map(keyOf);
    const together = jointClaims.map(keyOf);
    const missing = gaps.map(keyOf);
    expect(new Set(alone).size).toBe(alone.length);
    for (const id of lead) {
      for (const { id: requirement } of assessableOf(known(id))) {
        const key = `${id}/${requirement}`;
        const ways = [alone, together, missing].filter((keys) => keys.includes(key));
        expect(ways, key).toHaveLength(1);
      }
    }
  });

  it('that are joint have only members that are a part of it by themselves', () => {
    const part = claims.filter(({ contribution }) => contribution === 'part');
    const parts = new Set(every(part, ({ control }: { control: string }) => control));
    for (const joint of jointClaims) {
      expect(new Set(joint.controls).size).toBeGreaterThan(1);
      for (const code of joint.controls) expect(parts.has(`${code} ${keyOf(joint)}`), code).toBe(true);
    }
  });

  it('rest on a control of a condition only where that part of the requirement falls away with it', () => {
    const conditional = jointClaims
      .flatMap(({ controls: codes, ...of }) => codes.map((code) => ({ code, key: keyOf(of) })))
      .flatMap(({ code, key }) => {
        const condition = starterControl(code)?.condition;
        return condition === undefined ? [] : [`${condition} ${key}`];
      });
    const alone = claims
      .filter(({ contribution }) => contribution === 'meets')
      .flatMap(({ control, ...of }) => {
        const condition = starterControl(control)?.condition;
        return condition === undefined ? [] : [`${condition} ${keyOf(of)}`];
      });
    const leftOver = [...new Set([...conditional, ...alone])].filter((each) => !fallsAway(each));
    expect(leftOver).toEqual([]);
  });
});

/** Where the condition of a control does not hold, what it answers of these requirements is asked of nobody. */
const falling: Readonly<Record<string, RegExp>> = {
  'own-premises':
    /^(iso27001-2022\/A\.(5\.1[58]|7\.\d+)|nist-csf-2\.0\/(PR\.AA-06|PR\.IR-02|DE\.CM-02)|.*2690\/13\.\d)$/,
  suppliers:
    /^(iso27001-2022\/(8\.1|A\.5\.(11|19|20|21|22))|nist-csf-2\.0\/(GV\.SC-\d\d|ID\.AM-04|ID\.RA-10|DE\.CM-06|PR\.AA-06|PR\.IR-02)|nis2-directive\/21\((2\)\(d|3)\)|.*2690\/(5\.[12]|6\.1|10\.[12]))$/,
  'develops-software':
    /^(iso27001-2022\/A\.8\.(4|2[5-9]|30|31)|nist-csf-2\.0\/PR\.PS-06|nis2-directive\/21\(2\)\(e\)|.*2690\/6\.2)$/,
  cloud: /^iso27001-2022\/A\.5\.23$/,
  'remote-work': /^iso27001-2022\/A\.6\.7$/,
  'personal-data': /^iso27001-2022\/A\.5\.34$/,
  ot: /^(nist-csf-2\.0\/PR\.IR-01|nis2-directive\/21\(2\)\(e\))$/,
  'nis2-entity': /^nis2-/,
};

function fallsAway(conditioned: string): boolean {
  const [condition = '', key = ''] = conditioned.split(' ');
  return falling[condition]?.test(key) ?? false;
}

describe('the rationales', () => {
  const little = new Set(
    'the a an of and or to in is are by on for with that which it its their as at from be'.split(' '),
  );
  const bare = (text: string) =>
    (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !little.has(word));
  const all = [...claims, ...jointClaims].map(({ rationale }) => rationale);

  it('are each a sentence of their own, and say enough', () => {
    for (const rationale of all) {
      expect(rationale).toMatch(/^\S.*\.$/);
      expect(wordsOf(rationale), rationale).toBeGreaterThanOrEqual(6);
      expect(wordsOf(rationale), rationale).toBeLessThanOrEqual(32);
    }
    expect(all.filter((rationale) => / {2}|\u2014|\.\.$/.test(rationale))).toEqual([]);
  });

  it('are never alike: no two are the same, nor the same but for a word or two', () => {
    const sets = all.map((rationale) => new Set(bare(rationale)));
    const alike: string[] = [];
    sets.forEach((one, at) => {
      for (let other = at + 1; other < sets.length; other += 1) {
        const common = [...one].filter((word) => sets[other]?.has(word)).length;
        const together = one.size + (sets[other]?.size ?? 0) - common;
        if (common / together > 0.57) alike.push(`${all[at]} | ${all[other]}`);
      }
    });
    expect(alike).toEqual([]);
  });
});

describe('the gaps', () => {
  it('that are assessed are these three, and each says what the organisation has to add', () => {
    const assessed = gaps.filter(({ framework: id, requirement }) => {
      const found = framework(id);
      return found && requirementOf(found, requirement)?.assessable;
    });
    expect(assessed.map(keyOf)).toEqual([
      'iso27001-2022/4.4',
      'nist-csf-2.0/PR.DS-10',
      'nis2-directive/21(1)',
    ]);
    for (const { missing } of gaps) expect(wordsOf(missing)).toBeGreaterThan(9);
  });
});
