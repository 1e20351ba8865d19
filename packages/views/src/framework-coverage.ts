import { assessableOf } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { type Envelope, openView, type ViewAsked } from './envelope.ts';
import type { HintedRow } from './reader.ts';

export interface FrameworkCoverage extends Envelope {
  readonly rows: readonly HintedRow[];
}

/** Any adopted framework: its assessable requirements with what is known of each. */
export function frameworkCoverage(
  asked: ViewAsked,
  frameworkId: string,
): FrameworkCoverage | { refusal: Refusal } {
  const opened = openView(asked, frameworkId);
  if ('refusal' in opened) return opened;
  const ids = assessableOf(opened.framework).map((requirement) => requirement.id);
  const rows = ids.map(opened.row);
  return { ...opened.envelope('coverage', ids), rows };
}
