import { escapeText, foldLine } from './content-line.ts';

/** A day on which somebody has to see to something. */
export interface CalendarDay {
  /** The same for the same thing, for ever and everywhere. */
  readonly uid: string;
  /** Local date. */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
}

export interface Calendar {
  readonly name: string;
  /** Instant of which it tells, UTC: never that of the writing, so that the same state has the same bytes. */
  readonly at: string;
  readonly days: readonly CalendarDay[];
}

/** iCalendar (RFC 5545, name by RFC 7986): an event of a whole day for each, that keeps nobody busy. */
export function writeCalendar({ name, at, days }: Calendar): string {
  const stamp = `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Concord//What is due//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    ...days.flatMap((day) => eventOf(day, stamp)),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

/** Without an end a date is the whole of its day (3.6.1). */
function eventOf({ uid, day, summary, description, categories }: CalendarDay, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `CATEGORIES:${categories.map(escapeText).join(',')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}
