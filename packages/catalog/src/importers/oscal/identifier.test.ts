import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworks } from '../../framework.ts';
import { findId } from '../draft/identity.ts';
import { idOfOscal, oscalIdOf, oscalModelIn } from './identifier.ts';

const token = /^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u;

describe('an id as OSCAL writes it', () => {
  it('is the same where it can be, and readable where not', () => {
    const written = ['A.5.15', 'GV.OC-01', '21(2)(a)', '6.11', 'a b', '_a', '-1', 'x(-1)'];
    expect(written.map((id) => oscalIdOf('f', id))).toEqual([
      'A.5.15',
      'GV.OC-01',
      '_21_2_a',
      '_6.11',
      '_a_-20-b',
      '__-5f-a',
      '__-2d-1',
      '_x__-2d-1',
    ]);
  });

  it('is a token, and leads back to any id', () => {
    const ids = fc.oneof(
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.stringMatching(/^[A-Za-z0-9._()-]{1,12}$/),
    );
    fc.assert(
      fc.property(ids, (id) => {
        const written = oscalIdOf('f', id);
        expect(written).toMatch(token);
        expect(idOfOscal(written)).toBe(id);
      }),
    );
  });

  it('that others wrote never fails', () => {
    const ids = fc.stringMatching(/^_[_0-9a-f-]{0,20}$/);
    fc.assert(
      fc.property(ids, (id) => {
        expect(idOfOscal(id)).toBeTypeOf('string');
      }),
    );
    expect(idOfOscal('_a_-ffffff-')).toBe('a_-ffffff-');
  });

  it('of every framework that comes with us, is a token of its own and is found again', () => {
    for (const framework of frameworks()) {
      const seen = new Set<string>();
      for (const { id } of framework.requirements) {
        const written = oscalIdOf(framework.id, id);
        expect(written).toMatch(token);
        expect(seen.has(written), written).toBe(false);
        seen.add(written);
        expect(findId(framework, idOfOscal(written))?.id).toBe(id);
      }
    }
  });

  it('of SP 800-53 is as NIST publishes it', () => {
    expect(oscalIdOf('nist-sp-800-53r5', 'AC-2(1)')).toBe('ac-2.1');
  });
});

describe('an OSCAL document', () => {
  it('is told by the member that holds it', () => {
    expect(oscalModelIn({ 'component-definition': {} })?.model).toBe('component-definition');
    expect([oscalModelIn({ controls: [] }), oscalModelIn('profile'), oscalModelIn(null)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
