import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimShown, MemberShown, Proof } from '../why/node.ts';
import { proofOf } from './proof.ts';

const standings = [
  'operating',
  'partly implemented',
  'not implemented',
  'design not accepted',
  'untested',
  'stale',
  'failed',
  'retired',
  'struck',
] as const;

function member(id: string, said: Partial<MemberShown> = {}): MemberShown {
  const evidence = {
    id: `E-${id}`,
    title: 'Review',
    outcome: 'works',
    collectedOn: '2026-01-10',
    kind: 'link',
    age: 3,
  } as const;
  return {
    id,
    code: id,
    name: id,
    standing: 'operating',
    word: 'operates',
    freshness: 'fresh',
    evidence,
    others: [],
    othersCount: 0,
    ...said,
  };
}

function claim(id: string, controls: readonly MemberShown[], said: Partial<ClaimShown> = {}): ClaimShown {
  return {
    id,
    by: 'p',
    byName: 'Pia',
    contribution: 'meets',
    relation: 'SUP',
    state: 'confirmed',
    confidence: 'high',
    rationale: '',
    joint: controls.length > 1,
    gone: false,
    allows: ['F'],
    controls,
    hiddenControls: 0,
    waitingHidden: 0,
    ...said,
  };
}

const without = { judgement: undefined, inferences: [] };
const laid = (claims: readonly ClaimShown[], hints = true) =>
  proofOf({ claims, inferences: without.inferences }, { hints });
const stateOf = ({ links }: Proof, from: string, to: string) =>
  links.find((link) => link.from === from && link.to === to)?.state;

describe('the proof of a requirement, laid out', () => {
  it('given three together of which one has lapsed, then its link to the evidence is the broken one', () => {
    const lapsed = member('C-2', { standing: 'stale', freshness: 'stale' });
    const proof = laid([claim('J', [member('C-1'), lapsed, member('C-3')], { allows: ['F', 'P', 'N'] })]);
    expect(stateOf(proof, 'asked', 'claim J')).toBe('open');
    expect(stateOf(proof, 'claim J', 'control C-2')).toBe('open');
    expect(stateOf(proof, 'control C-2', 'evidence E-C-2')).toBe('broken');
    expect(stateOf(proof, 'control C-1', 'evidence E-C-1')).toBe('holds');
    expect(proof.links.filter(({ state }) => state === 'broken')).toHaveLength(1);
  });

  it('given a control that is planned, then the chain breaks at the control and asks for no evidence', () => {
    const { evidence: _none, ...planned } = member('C-1', {
      standing: 'not implemented',
      freshness: 'missing',
    });
    const proof = laid([claim('K', [planned], { allows: ['F', 'P', 'N'] })]);
    expect(stateOf(proof, 'claim K', 'control C-1')).toBe('broken');
    expect(proof.nodes.map(({ id }) => id)).toEqual(['asked', 'claim K', 'control C-1']);
  });

  it('given nothing shows that it works, then that is a thing of its own', () => {
    const { evidence: _none, ...untested } = member('C-1', { standing: 'untested', freshness: 'missing' });
    const proof = laid([claim('K', [untested], { allows: ['F', 'P', 'N'] })]);
    expect(stateOf(proof, 'control C-1', 'nothing C-1')).toBe('broken');
  });

  it('given an assessor judged against it, then the judgement comes first and speaks against it', () => {
    const judgement = {
      id: 'A',
      judgement: 'not-met',
      assessedOn: '2026-01-01',
      validUntil: '2027-01-01',
      reasons: '',
      by: 'p',
      byName: 'Pia',
      seq: 3,
      lapsed: false,
    } as const;
    const proof = proofOf(
      { claims: [claim('K', [member('C-1')])], inferences: [], judgement },
      { hints: false },
    );
    expect(proof.nodes[1]?.id).toBe('judgement A');
    expect(stateOf(proof, 'asked', 'judgement A')).toBe('against');
  });

  it('given a claim that does not count, then it stays aside until it is asked for; alone, it is shown', () => {
    const low = claim('L', [member('C-2')], { capped: 'low confidence' });
    const both = [claim('K', [member('C-1')]), low];
    expect(laid(both, false)).toMatchObject({ aside: 1, rows: 1 });
    expect(laid(both, true)).toMatchObject({ aside: 0, rows: 2 });
    expect(stateOf(laid(both, true), 'asked', 'claim L')).toBe('hint');
    expect(laid([low], false)).toMatchObject({ aside: 0, rows: 1 });
  });

  it('given what several do together, then it is read before what one contributes', () => {
    const parts = claim('P', [member('C-1')], { contribution: 'contributes', allows: ['F', 'P'] });
    const joint = claim('J', [member('C-1'), member('C-2')]);
    const ids = laid([parts, joint]).nodes.map(({ id }) => id);
    expect(ids.indexOf('claim J')).toBeLessThan(ids.indexOf('claim P'));
  });
});

describe('what counts beside the piece that decides', () => {
  const together = (others: readonly number[]) => {
    const review = member('C-1').evidence;
    const controls = others.map((othersCount, at) =>
      member(`C-${at + 1}`, { othersCount, ...(review ? { evidence: review } : {}) }),
    );
    return laid([claim('J', controls)]);
  };

  it('given one piece that decides for two, then what else counts for the second stands by itself', () => {
    const proof = together([2, 1]);
    expect(proof.nodes.map(({ id }) => id)).toEqual([
      'asked',
      'claim J',
      'control C-1',
      'evidence E-C-1',
      'control C-2',
      'others C-2',
    ]);
    expect(stateOf(proof, 'control C-2', 'evidence E-C-1')).toBe('holds');
    expect(stateOf(proof, 'control C-2', 'others C-2')).toBe('holds');
  });

  it('given nothing else counts, then nothing stands by itself', () => {
    expect(together([2, 0]).nodes.map(({ thing }) => thing.kind)).not.toContain('others');
  });
});

const anyMember = fc.record({
  id: fc.constantFrom('C-1', 'C-2', 'C-3', 'C-4', 'C-5'),
  piece: fc.constantFrom('E-1', 'E-2', undefined),
  othersCount: fc.nat(2),
  standing: fc.constantFrom(...standings),
});

/** The same control is the same wherever it stands. */
const anyClaims = fc
  .tuple(
    fc.uniqueArray(anyMember, { selector: ({ id }) => id, minLength: 1 }),
    fc.array(
      fc.record({
        picks: fc.uniqueArray(fc.nat(4), { maxLength: 4 }),
        hidden: fc.nat(2),
        gone: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  )
  .map(([members, claims]) => {
    const known = members.map(({ id, piece, standing, othersCount }) => {
      const made = member(id, { standing, othersCount });
      const { evidence, ...bare } = made;
      return piece && evidence ? { ...made, evidence: { ...evidence, id: piece } } : bare;
    });
    return claims.map(({ picks, hidden, gone }, at) => {
      const controls = picks.flatMap((pick) => known[pick] ?? []);
      return claim(`K-${at}`, controls, { hiddenControls: hidden, gone });
    });
  });

describe('whatever is claimed', () => {
  it('each claim, control and piece of evidence is one thing, and is there', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const { nodes } = laid(claims);
        const ids = nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const members = claims.flatMap(({ controls }) => controls);
        const wanted = [
          ...claims.map(({ id }) => `claim ${id}`),
          ...members.map(({ id }) => `control ${id}`),
          ...members.flatMap(({ evidence }) => (evidence ? [`evidence ${evidence.id}`] : [])),
        ];
        for (const id of wanted) expect(ids).toContain(id);
      }),
    );
  });

  it('each link joins two things that are there, and no two things lie on one place', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const { nodes, links, rows } = laid(claims);
        const ids = new Set(nodes.map(({ id }) => id));
        for (const { from, to } of links) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
        const places = nodes.flatMap(({ column, row, span }) =>
          Array.from({ length: span }, (_, at) => `${column} ${row + at}`),
        );
        expect(new Set(places).size).toBe(places.length);
        for (const { row, span } of nodes) expect(row + span - 1).toBeLessThanOrEqual(rows);
      }),
    );
  });

  it('each thing is read after something that leans on it', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const { nodes, links } = laid(claims);
        const at = new Map(nodes.map(({ id }, index) => [id, index]));
        for (const { id } of nodes.slice(1)) {
          const leaning = links
            .filter(({ to }) => to === id)
            .map(({ from }) => at.get(from) ?? Number.POSITIVE_INFINITY);
          expect(Math.min(...leaning)).toBeLessThan(at.get(id) ?? -1);
        }
      }),
    );
  });
});
