import { describe, expect, test } from 'vitest';
import { placeOfDue } from './place.ts';

const framework = 'iso27001-2022';
const about = [{ framework, requirement: '4.1' }];

describe('where something that is due is seen to', () => {
  test('given evidence, then the control that needs it', () => {
    const place = placeOfDue({ kind: 'evidence', id: 'c1', requirements: about });
    expect(place).toEqual({ room: 'library', search: { control: 'c1' } });
  });

  test('given a judgement, then the proof of its requirement', () => {
    const place = placeOfDue({ kind: 'judgement', id: `scope:${framework}/4.1`, requirements: about });
    expect(place).toEqual({ framework, requirement: '4.1' });
  });

  test('given a decision on applicability or a target, then its row', () => {
    const rows = (['applicability', 'target'] as const).map((kind) =>
      placeOfDue({ kind, id: 'p:f/4.1', requirements: about }),
    );
    expect(rows).toEqual([
      { room: 'statement-of-applicability', search: { row: '4.1' } },
      { room: 'csf-profile', search: { row: '4.1' } },
    ]);
  });

  test('given a record of a register, then its register, by the member of its kind', () => {
    expect(placeOfDue({ kind: 'party', id: 'p1', requirements: [] })).toEqual({
      room: 'documents',
      search: { party: 'p1' },
    });
  });
});
