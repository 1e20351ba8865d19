import { useEffect, useState } from 'react';
import { askAllRows, usePlace, useWhen } from '../../../app/index.ts';
import { iso } from '../directive/view.ts';

/** Ids of the controls that are claimed for ISO/IEC 27001 and confirmed; undefined until they are there. */
export function useIsoControls(): ReadonlySet<string> | undefined {
  const { organisation } = usePlace();
  const when = useWhen();
  const [found, setFound] = useState<ReadonlySet<string>>();
  const [failed, setFailed] = useState<unknown>();
  useEffect(() => {
    let isOver = false;
    setFound(undefined);
    askAllRows(organisation, 'controls list', { framework: iso, ...when }).then(
      (rows) => isOver || setFound(new Set(rows.flatMap((row) => (isConfirmed(row) ? row.id : [])))),
      (error: unknown) => isOver || setFailed(error),
    );
    return () => {
      isOver = true;
    };
  }, [organisation, when]);
  if (failed !== undefined) throw failed;
  return found;
}

function isConfirmed({
  frameworks,
}: {
  readonly frameworks: Readonly<Record<string, { readonly confirmed: number }>>;
}) {
  return (frameworks[iso]?.confirmed ?? 0) > 0;
}
