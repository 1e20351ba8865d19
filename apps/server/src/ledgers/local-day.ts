const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day at an instant in a zone, YYYY-MM-DD; UTC where no zone is known. */
export function localDay(now: Date, zone = 'UTC'): string {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  formats.set(zone, format);
  return format.format(now);
}
