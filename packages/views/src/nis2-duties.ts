import { assessableOf, type Requirement } from '@concord/catalog';
import type { Refusal } from '@concord/programme';
import { remember } from './coverage/memory.ts';
import { type Envelope, type Opened, openView, type ViewAsked } from './envelope.ts';
import type { HintedRow } from './reader.ts';

const framework = 'nis2-directive';

export interface DutyRow extends HintedRow {
  readonly addressee: string;
  readonly deadline: string;
  /** Where ISO/IEC 27001 does not reach, in our words. */
  readonly beyondIso27001?: Requirement['beyondIso27001'];
}

export interface Nis2Duties extends Envelope {
  readonly rows: readonly DutyRow[];
}

/** Directive (EU) 2022/2555: the 25 duties on entities and their management bodies. */
export function nis2Duties(asked: ViewAsked): Nis2Duties | { refusal: Refusal } {
  const opened = openView(asked, framework);
  if ('refusal' in opened) return opened;
  const duties = assessableOf(opened.framework);
  const ids = duties.map((duty) => duty.id);
  return { ...opened.envelope('nis2-duties', ids), rows: duties.map((duty) => rowOf(duty, opened, asked)) };
}

function rowOf(duty: Requirement, opened: Opened, asked: ViewAsked): DutyRow {
  const row = opened.row(duty.id);
  return remember(asked.memory, { from: row, kind: 'nis2', basis: [] }, () => ({
    ...row,
    addressee: duty.tags?.addressee ?? '',
    deadline: duty.tags?.deadline ?? '',
    ...(duty.beyondIso27001 ? { beyondIso27001: duty.beyondIso27001 } : {}),
  }));
}
