import { useState } from 'react';
import { ask, askAllRows, useLateAnswer, usePlace } from '../../../app/index.ts';
import type { Chosen } from '../list/library-table.tsx';

/** Where the ledger stood when those chosen were looked at: whoever changes one of them after that is not overwritten. */
export function useSeen(chosen: Chosen, onChoose: (chosen: Chosen) => void) {
  const { organisation } = usePlace();
  const { data, isFetching } = useLateAnswer('position');
  const [position, setPosition] = useState<number>();
  if (position === undefined && data && !isFetching) setPosition(data.position);
  const lookAgain = async () => {
    // Before the rows: what changes between the two is then refused, not overwritten.
    const now = await ask(organisation, 'position');
    const rows = await askAllRows(organisation, 'controls list', {});
    const found = new Map(rows.map((row) => [row.id, row]));
    onChoose(new Map([...chosen].map(([id, before]) => [id, found.get(id) ?? before])));
    setPosition(now.position);
  };
  return { position, lookAgain };
}
