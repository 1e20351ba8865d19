const dayMilliseconds = 86_400_000;
const lastSerial = 2_958_465;

/**
 * A day as a workbook counts it: days since the end of 1899, or since 1904 in workbooks of old Macs. YYYY-MM-DD, with
 * the time where there is one; undefined when no calendar has that day. Day 60 is 1900-02-29 there, which never was.
 */
export function dayOfSerial(serial: number, since1904: boolean): string | undefined {
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  if (!(day >= 0 && day <= lastSerial)) return undefined;
  const time = timeOf(seconds - day * 86_400);
  if (day === 0 && !since1904) return time || '00:00';
  const shown = !since1904 && day === 60 ? '1900-02-29' : calendarDay(day, since1904);
  return time === '' ? shown : `${shown} ${time}`;
}

function calendarDay(day: number, since1904: boolean): string {
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(first + day * dayMilliseconds).toISOString().slice(0, 10);
}

function timeOf(seconds: number): string {
  if (seconds === 0) return '';
  const shown = new Date(seconds * 1000).toISOString().slice(11, 19);
  return shown.endsWith(':00') ? shown.slice(0, 5) : shown;
}

/** A number as it was typed: 0.1 + 0.2 is 0.3, and 1E+05 is 100000. */
export function numberShown(stored: string): string {
  const number = Number(stored);
  return Number.isFinite(number) && stored.trim() !== '' ? String(Number(number.toPrecision(15))) : stored;
}
