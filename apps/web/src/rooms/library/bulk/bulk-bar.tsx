import { useState } from 'react';
import { askAllRows, usePlace, useReadOnly, useWhen, useWords } from '../../../app/index.ts';
import { Button, Toolbar } from '../../../ui/index.ts';
import { attempt } from '../control/attempt.ts';
import type { WantedControls } from '../find/filters.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import type { Chosen } from '../list/library-table.tsx';
import { ChangeMany } from './change-many.tsx';
import { ConfirmMany, RefuseMany } from './claims-many.tsx';
import { RetireMany } from './retire-many.tsx';

interface BulkBarProps {
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly wanted: WantedControls;
  readonly names: Names;
  readonly labelOf: LabelOf;
  /** Controls that the filters leave. */
  readonly found: number;
}

type Asked = 'change' | 'confirm' | 'refuse' | 'retire';

/** What can be done with all that were ticked. */
export function BulkBar(props: BulkBarProps) {
  const { chosen, onChoose, names, labelOf } = props;
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const shared = { chosen, onClose: close };
  return (
    <>
      <Deeds {...props} onAsk={setAsked} />
      {asked === 'change' && <ChangeMany {...shared} {...{ onChoose, names, labelOf }} />}
      {asked === 'confirm' && <ConfirmMany {...shared} />}
      {asked === 'refuse' && <RefuseMany {...shared} />}
      {asked === 'retire' && <RetireMany {...shared} onChoose={onChoose} />}
    </>
  );
}

/** Claims of so many controls at most are decided in one go. */
const mostClaimants = 1000;

function Deeds({
  chosen,
  onChoose,
  wanted,
  found,
  onAsk,
}: BulkBarProps & { readonly onAsk: (asked: Asked) => void }) {
  const say = useWords('library');
  const mayWrite = useReadOnly('controls.write');
  const mayClaim = useReadOnly('claims.write');
  const mayConfirm = useReadOnly('claims.confirm');
  const unconfirmed = [...chosen.values()].reduce((sum, row) => sum + row.unconfirmed, 0);
  const noClaims =
    unconfirmed === 0
      ? say('bulk.no-claims')
      : chosen.size > mostClaimants
        ? say('bulk.too-many', { count: mostClaimants })
        : undefined;
  return (
    <Toolbar label={say('bulk.label')}>
      <span>{say('bulk.chosen', { count: chosen.size })}</span>
      {chosen.size < found && <ChooseAll {...{ wanted, found, onChoose }} />}
      <Button size="s" kind="primary" reason={mayWrite} reasonAs="tooltip" onPress={() => onAsk('change')}>
        {say('bulk.change')}
      </Button>
      <Button size="s" reason={mayConfirm ?? noClaims} reasonAs="tooltip" onPress={() => onAsk('confirm')}>
        {say('bulk.confirm', { count: unconfirmed })}
      </Button>
      <Button size="s" reason={mayClaim ?? noClaims} reasonAs="tooltip" onPress={() => onAsk('refuse')}>
        {say('bulk.refuse', { count: unconfirmed })}
      </Button>
      <Button size="s" reason={mayWrite} reasonAs="tooltip" onPress={() => onAsk('retire')}>
        {say('bulk.retire')}
      </Button>
      <Button size="s" kind="quiet" onPress={() => onChoose(new Map())}>
        {say('bulk.none')}
      </Button>
    </Toolbar>
  );
}

function ChooseAll({ wanted, found, onChoose }: Pick<BulkBarProps, 'wanted' | 'found' | 'onChoose'>) {
  const say = useWords('library');
  const { organisation } = usePlace();
  const when = useWhen();
  const [isPending, setPending] = useState(false);
  const choose = async () => {
    setPending(true);
    const all = async () => {
      const rows = await askAllRows(organisation, 'controls list', { ...wanted, ...when });
      onChoose(new Map(rows.map((row) => [row.id, row])));
    };
    await attempt(all, { failed: say('bulk.not-all'), say }).finally(() => setPending(false));
  };
  return (
    <Button size="s" kind="quiet" pending={isPending} onPress={() => void choose()}>
      {say('bulk.all', { count: found })}
    </Button>
  );
}
