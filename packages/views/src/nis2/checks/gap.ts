import type { Action } from '@concord/programme';
import { actionsBeside } from '../../actions/open-actions.ts';
import { remember } from '../../coverage/memory.ts';
import type { CoverageRow } from '../../coverage/row.ts';
import { type Examined, found, type Nis2Finding } from './finding.ts';

/**
 * Article 21(4) of the directive: who finds that something is not met sets it right without undue delay. So every gap
 * has an open action, with an owner and a day that is not past, that names it or a control claimed for it.
 */
export function checkGap(examined: Examined): readonly Nis2Finding[] {
  const { row, opened, asked } = examined;
  if (!isGap(row)) return [];
  const actions = actionsBeside(asked, row, opened.framework.id);
  const basis = [actions, asked.on];
  return remember(asked, { from: row, kind: 'nis2 gap', basis }, () => checkActions(examined, actions));
}

function checkActions(examined: Examined, actions: readonly Action[]): readonly Nis2Finding[] {
  if (actions.length === 0) return [found(examined, ['NIS-09', 'none'])];
  const dues = actions.flatMap(({ owner, due }) => (owner === undefined || due === undefined ? [] : [due]));
  if (dues.length === 0) return [found(examined, ['NIS-09', 'incomplete'])];
  const latest = dues.sort().at(-1) ?? '';
  return latest < examined.asked.on ? [found(examined, ['NIS-10'], { due: latest })] : [];
}

/** Known not to be met in full: by a judgement, or by what the organisation says of its controls. */
function isGap({ mark }: CoverageRow): boolean {
  return mark === 'gap' || mark === 'partly';
}
