/** The day to compare a day with: a quarter before it, or the first day of the ledger where that is later. */
export function startOf(day: string, begins: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  // A month that is shorter ends the quarter earlier: of 31 May it is the last day of February.
  const daysThere = new Date(Date.UTC(year, month - 3, 0)).getUTCDate();
  const before = new Date(Date.UTC(year, month - 4, Math.min(date, daysThere))).toISOString().slice(0, 10);
  const start = before > begins ? before : begins;
  return start < day ? start : day;
}
