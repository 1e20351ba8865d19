import type { Findings } from '../draft/finding.ts';
import { type Spot, textAt } from '../draft/spot.ts';

/** A URN in small letters: libraries do not keep to one case. */
export function urnAt(spot: Spot, key: string, findings: Findings): string {
  return textAt(spot, key, findings).toLowerCase();
}

const BEFORE_NODE = 5;

/** What a requirement's URN calls it: a.5.18 of urn:intuitem:risk:req_node:iso27001-2022:a.5.18. */
export function tailOf(urn: string): string {
  const parts = urn.split(':');
  return parts.length > BEFORE_NODE ? parts.slice(BEFORE_NODE).join(':') : (parts.at(-1) ?? '');
}
