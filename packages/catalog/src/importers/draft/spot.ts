import type { Findings } from './finding.ts';

/** A value within a sent document, and the path by which a person finds it. */
export interface Spot {
  readonly at: string;
  readonly value: unknown;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of a record under one of its own keys; nothing of anything else. */
export function member(spot: Spot, key: string): Spot {
  const at = spot.at === '' ? key : `${spot.at}.${key}`;
  const { value } = spot;
  return { at, value: isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined };
}

/** The member under a path of keys. */
export function inside(spot: Spot, ...keys: readonly string[]): Spot {
  return keys.reduce(member, spot);
}

/** The items of a list; none where nothing stands, and a fault where something else does. */
export function items(spot: Spot, findings: Findings): readonly Spot[] {
  const { value, at } = spot;
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    findings.fault(at, 'import.list-expected', { found: kindOf(value) });
    return [];
  }
  return Array.from(value, (item: unknown, place) => ({ at: `${at}[${place}]`, value: item }));
}

/** The items of a list that are records; anything else among them is a fault. */
export function records(spot: Spot, findings: Findings): readonly Spot[] {
  return items(spot, findings).filter((item) => {
    if (isRecord(item.value)) return true;
    findings.fault(item.at, 'import.record-expected', { found: kindOf(item.value) });
    return false;
  });
}

/** One record where a document may give one or a list of them. */
export function oneOrMore(spot: Spot, findings: Findings): readonly Spot[] {
  return isRecord(spot.value) ? [spot] : records(spot, findings);
}

/** Text without space around it; numbers and truth values as they are written, '' where nothing stands. */
export function text(spot: Spot, findings: Findings): string {
  const { value } = spot;
  if (typeof value === 'string') return value.trim();
  if (value === undefined || value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  findings.fault(spot.at, 'import.text-expected', { found: kindOf(value) });
  return '';
}

/** The text of a member. */
export function textAt(spot: Spot, key: string, findings: Findings): string {
  return text(member(spot, key), findings);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
