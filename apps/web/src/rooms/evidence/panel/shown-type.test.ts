import { describe, expect, it } from 'vitest';
import { typeToShow } from './shown-type.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what may be drawn of a file', () => {
  it('given a PDF, when it is drawn, then as a PDF whatever it was sent as', () => {
    expect(typeToShow('pdf', 'text/html', bytes('\n%PDF-1.7 …'))).toBe('application/pdf');
  });

  it('given a page that calls itself a PDF, when it is drawn, then it is not', () => {
    expect(typeToShow('pdf', 'application/pdf', bytes('<html><script>alert(1)</script>'))).toBeUndefined();
  });

  it('given a picture, when it is drawn, then under its own type and under no other kind of type', () => {
    expect(typeToShow('image', 'image/png', bytes('PNG'))).toBe('image/png');
    expect(typeToShow('image', 'text/html', bytes('<html>'))).toBeUndefined();
    expect(typeToShow('other', 'image/png', bytes('PNG'))).toBeUndefined();
  });
});
