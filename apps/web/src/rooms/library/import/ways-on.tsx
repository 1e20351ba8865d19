import { useWords } from '../../../app/index.ts';
import { Button, Row } from '../../../ui/index.ts';
import type { FaultKind } from './alike-faults.tsx';
import { type FileColumn, keyOf, leavable } from './columns.ts';

interface WaysOnProps {
  readonly kinds: readonly FaultKind[];
  readonly columns: readonly FileColumn[];
  readonly leaveOut: (column: FileColumn) => void;
}

/** How the rest of the file can be taken in: without a column that faults stand in. */
export function WaysOn({ kinds, columns, leaveOut }: WaysOnProps) {
  const say = useWords('library');
  const found = leavable(
    columns,
    kinds.flatMap(({ at }) => at.split(', ')),
  );
  if (found.length === 0) return null;
  return (
    <Row>
      {found.map((column) => (
        <Button key={keyOf(column)} onPress={() => leaveOut(column)}>
          {say('import.leave-out', { column: column.heading })}
        </Button>
      ))}
    </Row>
  );
}
