import { useMemo } from 'react';
import { useAnswer, useLateAnswer, usePlace } from '../../../app/index.ts';
import { type Needs, needsOf } from './needs.ts';

/** How far Home looks ahead, in days. */
const ahead = 91;
const most = 1000;

/** All that is due, late first; suspends. */
export function useDue() {
  return useAnswer('view what-is-due', { within: ahead, limit: most });
}

/** The library counted: how fresh, how many to confirm, how many in all. */
export function useLibraryCounts() {
  const { total, facets } = useAnswer('controls list', { limit: 1, facets: true, retired: false });
  const count = (facet: readonly { readonly value: string; readonly count: number }[] = [], value = '') =>
    facet.find((each) => each.value === value)?.count ?? 0;
  return {
    total,
    withRetired: total + count(facets?.retired, 'true'),
    due: count(facets?.freshness, 'due'),
    toConfirm: count(facets?.toConfirm, 'true'),
  };
}

/** Ids of the adopted frameworks, in the order of their adoption: the set-up adopts first what is to lead. */
export function useAdopted(): ReadonlySet<string> {
  const { frameworks } = useAnswer('organisations show');
  const inOrder = [...frameworks].sort((one, other) => one.seq - other.seq);
  return new Set(inOrder.map(({ framework }) => framework));
}

export function useLapses() {
  return useAnswer('evidence lapses', { within: ahead, limit: 1 });
}

/** What the day asks of me; undefined until all of it is known. */
export function useNeeds(): Needs | undefined {
  const { me, permissions } = usePlace();
  const hasStatement = useAdopted().has('iso27001-2022');
  const statement = useLateAnswer('view statement-of-applicability', {}, { enabled: hasStatement });
  const { rows: all } = useDue();
  const { rows: mine } = useAnswer('view what-is-due', { within: ahead, limit: most, mine: true });
  const { toConfirm: unconfirmed } = useLibraryCounts();
  const failed = useLapses().failed.total;
  const errors = statement.data?.checked.E ?? 0;
  const needs = useMemo(
    () => needsOf({ me: me.person, permissions, mine, all, unconfirmed, failed, errors }),
    [me.person, permissions, mine, all, unconfirmed, failed, errors],
  );
  return hasStatement && statement.isPending ? undefined : needs;
}
