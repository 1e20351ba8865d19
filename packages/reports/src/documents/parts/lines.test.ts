import { describe, expect, it } from 'vitest';
import { nameFrameworks } from './lines.ts';

describe('given a text of ours that names requirements by the ids of their frameworks', () => {
  it('when it goes on paper, then each framework has its name, once in a list', () => {
    expect(
      nameFrameworks('Open: iso27001-2022 A.5.9, iso27001-2022 8.1, nis2-directive 21(2)(e).', 'en'),
    ).toBe('Open: ISO/IEC 27001 A.5.9, 8.1; NIS 2 Directive 21(2)(e).');
    expect(nameFrameworks('offen: nis2-directive 3(4)', 'de')).toBe('offen: NIS-2-Richtlinie 3(4)');
  });

  it('then other words, and frameworks that we do not ship, stay as they are', () => {
    const text = 'is not in place, house-rules A.1, and SOA-04 stands';
    expect(nameFrameworks(text, 'en')).toBe(text);
  });
});
