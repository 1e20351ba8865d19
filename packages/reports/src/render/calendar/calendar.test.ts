import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarDay, writeCalendar } from './calendar.ts';
import { escapeText, foldLine } from './content-line.ts';

const octetsOf = (text: string) => new TextEncoder().encode(text).length;

const day: CalendarDay = {
  uid: 'org/action/1@concord',
  day: '2026-03-16',
  summary: 'Action: Buy, sell; keep \\ all',
  description: 'Because it is due.\nDo it.',
  categories: ['Action', 'Due, soon'],
};

/** Unfolded content lines, as a reader of RFC 5545 reads them. */
function read(text: string): [string, string][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  return lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark));
}

describe('a calendar', () => {
  it('given one thing, then it is an event of a whole day that keeps nobody busy', () => {
    const text = writeCalendar({ name: 'Havelmark', at: '2026-03-16T11:22:33.456Z', days: [day] });
    expect(text).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Concord//What is due//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'NAME:Havelmark',
        'X-WR-CALNAME:Havelmark',
        'BEGIN:VEVENT',
        'UID:org/action/1@concord',
        'DTSTAMP:20260316T112233Z',
        'DTSTART;VALUE=DATE:20260316',
        'SUMMARY:Action: Buy\\, sell\\; keep \\\\ all',
        'DESCRIPTION:Because it is due.\\nDo it.',
        'CATEGORIES:Action,Due\\, soon',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it('given nothing is due, then it is an empty calendar', () => {
    const text = writeCalendar({ name: 'Havelmark', at: '2026-03-16T11:22:33.456Z', days: [] });
    expect(text).not.toContain('VEVENT');
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('whatever it holds reads back as it was, from lines of at most 75 octets', () => {
    const said = fc.string({ unit: 'binary', maxLength: 120 });
    fc.assert(
      fc.property(said, said, (summary, description) => {
        const text = writeCalendar({
          name: 'x',
          at: '2026-03-16T11:22:33.456Z',
          days: [{ ...day, summary, description }],
        });
        expect(Math.max(...text.split('\r\n').map(octetsOf))).toBeLessThanOrEqual(75);
        const kept = (each: string) => each.replace(/\r\n|\r/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
        const members = new Map(read(text));
        expect(unescaped(members.get('SUMMARY') ?? '')).toBe(kept(summary));
        expect(unescaped(members.get('DESCRIPTION') ?? '')).toBe(kept(description));
        expect(members.get('DTSTAMP')).toBe('20260316T112233Z');
      }),
    );
  });
});

describe('a line', () => {
  it('of 75 octets is left as it is, and one more breaks it', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(foldLine('x'.repeat(150))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`);
  });

  it('is not broken within a character', () => {
    expect(foldLine(`${'x'.repeat(73)}€`)).toBe(`${'x'.repeat(73)}\r\n €`);
    expect(foldLine(`${'x'.repeat(72)}🙂`)).toBe(`${'x'.repeat(72)}\r\n 🙂`);
  });

  it('holds no line of somebody else', () => {
    expect(escapeText('a\r\nEND:VEVENT\rb\u0000\u0085c')).toBe('a\\nEND:VEVENT\\nbc');
  });
});
