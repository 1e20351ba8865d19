/** Somebody's list of what is due, open to the calendar program that has the key in its address. */
export interface OpenCalendar {
  readonly from: string;
  /** Last day on which the key opens anything. */
  readonly until: string;
  readonly endedOn?: string | undefined;
}
