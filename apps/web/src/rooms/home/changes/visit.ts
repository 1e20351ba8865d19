/** Where the ledger ended at some instant. */
export interface Moment {
  readonly position: number;
  /** ISO 8601. */
  readonly at: string;
}

/** What this browser remembers of visits: where this one began, and where it was seen last. */
export interface Visit {
  /** End of the visit before; none at the first. */
  readonly since?: Moment;
  readonly last: Moment;
}

const pauseMs = 30 * 60_000;

/** Who comes back within half an hour is still on the same visit; later, the last one is what "since" means. */
export function visitNow(before: Visit | undefined, now: Moment): Visit {
  if (before === undefined) return { last: now };
  const isNew = Date.parse(now.at) - Date.parse(before.last.at) > pauseMs;
  const since = isNew ? before.last : before.since;
  return { ...(since === undefined ? {} : { since }), last: now };
}

/** Reads what was kept; what is not of this form was kept by something else. */
export function readVisit(kept: string | null): Visit | undefined {
  try {
    const read: unknown = JSON.parse(kept ?? 'null');
    if (typeof read !== 'object' || read === null || !('last' in read) || !isMoment(read.last))
      return undefined;
    const since = 'since' in read && isMoment(read.since) ? read.since : undefined;
    return { ...(since === undefined ? {} : { since }), last: read.last };
  } catch {
    return undefined;
  }
}

function isMoment(read: unknown): read is Moment {
  if (typeof read !== 'object' || read === null) return false;
  const { position, at } = read as Partial<Moment>;
  return Number.isSafeInteger(position) && typeof at === 'string' && !Number.isNaN(Date.parse(at));
}
