import { requirementOf } from '@concord/catalog';
import type { PointDecision } from '@concord/programme';
import { remember } from '../../coverage/memory.ts';
import type { Opened, ViewAsked } from '../../envelope.ts';
import { type PointLeftOut, pointsLeftOut } from '../annex/points.ts';
import { checkExclusion, checkPoint } from './exclusion.ts';
import type { Examined, Nis2Finding, Place } from './finding.ts';
import { checkGap } from './gap.ts';

/** What of these requirements does not hold together, row by row. */
export function checkRows(opened: Opened, asked: ViewAsked, ids: readonly string[]): readonly Nis2Finding[] {
  const { programme, reader, on } = asked;
  const { actions, obligations, scopes, scopeStatements } = programme.governance;
  const { applicability, points } = programme.controls;
  const read = [applicability, points, actions, obligations, scopes, scopeStatements, on];
  const whole = reader.sees === 'all';
  const kind = whole ? 'nis2 checks' : 'nis2 checks own';
  const basis = whole ? read : [...read, reader.person];
  const left = pointsLeftOut(opened, asked);
  return ids.flatMap((id) => {
    const requirement = requirementOf(opened.framework, id);
    const row = opened.worked.rows.get(id);
    if (!requirement || !row) return [];
    const examined = { requirement, row, opened, asked };
    return remember(asked, { from: row, kind, basis }, () => checkRow(examined, left.get(id) ?? []));
  });
}

function checkRow(examined: Examined, within: readonly PointLeftOut[]): readonly Nis2Finding[] {
  const { opened, asked } = examined;
  const points = within.flatMap(({ point, decided }) => checkNode(point, decided, { opened, asked }));
  return [...checkExclusion(examined), ...points, ...checkGap(examined)];
}

function checkNode(
  point: string,
  decided: PointDecision,
  place: Pick<Place, 'opened' | 'asked'>,
): readonly Nis2Finding[] {
  const requirement = requirementOf(place.opened.framework, point);
  return requirement ? checkPoint({ requirement, ...place }, decided) : [];
}
