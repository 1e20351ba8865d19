import { useEffect, useState } from 'react';
import { ask, askAllRows, type Paged, useAddress, usePlace, useWhen } from '../../../app/index.ts';
import type { WantedControls } from '../find/filters.ts';

/** Where the open control stands in the list, and the way to its neighbours. */
export interface PlaceInList {
  /** From 1; undefined while it is in no place of this list, or nobody knows yet. */
  readonly place: number | undefined;
  readonly of: number;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
}

export function usePlaceInList(
  control: string | undefined,
  list: Paged<'controls list'>,
  wanted: WantedControls,
): PlaceInList {
  const { organisation } = usePlace();
  const when = useWhen();
  const [, change] = useAddress();
  const seen = control === undefined ? -1 : indexOf(control, list);
  const further = useOrder(control !== undefined && seen === -1 ? wanted : undefined, list.answer?.knownAt);
  const index = seen === -1 ? further.findIndex((names) => names.includes(control ?? '')) : seen;
  const of = list.total ?? 0;
  const step = (to: number) => async () => {
    const row =
      list.rowAt(to) ??
      (await ask(organisation, 'controls list', { ...wanted, ...when, offset: to, limit: 1 })).rows[0];
    if (row) change({ control: row.id }, { replace: true });
  };
  return {
    place: index === -1 ? undefined : index + 1,
    of,
    onPrevious: index > 0 ? () => void step(index - 1)() : undefined,
    onNext: index !== -1 && index < of - 1 ? () => void step(index + 1)() : undefined,
  };
}

function indexOf(control: string, { total = 0, rowAt }: Paged<'controls list'>): number {
  for (let at = 0; at < total; at += 1) {
    const row = rowAt(at);
    if (row && (row.id === control || row.code === control)) return at;
  }
  return -1;
}

type Order = readonly (readonly [id: string, code: string])[];

/** Ids and codes in the order of the list, for a control that is not among the rows in sight. */
function useOrder(wanted: WantedControls | undefined, knownAt: number | undefined): Order {
  const { organisation } = usePlace();
  const when = useWhen();
  const [order, setOrder] = useState<Order>([]);
  const question =
    wanted === undefined || knownAt === undefined ? '' : JSON.stringify({ ...wanted, knownAt, ...when });
  useEffect(() => {
    if (question === '') return setOrder([]);
    let isOver = false;
    askAllRows(organisation, 'controls list', JSON.parse(question)).then(
      (rows) => isOver || setOrder(rows.map(({ id, code }) => [id, code])),
      // Where it stands is then not said; the list itself says what is wrong.
      () => isOver || setOrder([]),
    );
    return () => {
      isOver = true;
    };
  }, [organisation, question]);
  return order;
}
