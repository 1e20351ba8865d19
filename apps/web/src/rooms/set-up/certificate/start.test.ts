import { describe, expect, it } from 'vitest';
import { type CertificateStart, forgetStart, keepStart, keptStart, stageOf } from './start.ts';

const fresh = { id: 'c1', zone: 'Europe/Berlin' };

function drawer() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('a start from a certificate', () => {
  it('given what was done, then the next stage; a file may also come later', () => {
    const first = keptStart(drawer(), fresh);
    expect(stageOf(first)).toBe('name');
    const named: CertificateStart = { ...first, name: 'Havelmark', isNamed: true };
    expect(stageOf({ ...named, isNamed: undefined })).toBe('name');
    expect(stageOf(named), 'before anything is recorded').toBe('statement');
    const there: CertificateStart = { ...first, organisation: 'o1' };
    expect(stageOf(there)).toBe('statement');
    expect(stageOf({ ...there, files: { statement: 'later' } })).toBe('controls');
    expect(stageOf({ ...there, files: { statement: 'taken-in', controls: 'later' } })).toBe('also');
  });

  it('given it was interrupted, when it is taken up, then under the same id; given it was forgotten, then anew', () => {
    const place = drawer();
    keepStart(place, { ...keptStart(place, fresh), organisation: 'o1' });
    expect(keptStart(place, { ...fresh, id: 'c2' })).toMatchObject({ id: 'c1', organisation: 'o1' });
    forgetStart(place);
    expect(keptStart(place, { ...fresh, id: 'c2' })).toMatchObject({ id: 'c2' });
    place.setItem('concord.set-up.certificate', '{"id":7}');
    expect(keptStart(place, fresh).id).toBe('c1');
  });
});
