import { Suspense } from 'react';
import { Boundary, isNoMore, useAddress, useLateAnswer, useWords } from '../../../app/index.ts';
import { FreshnessMark, shownOf } from '../../../states/index.ts';
import { IconButton, Id, SidePanel, Skeleton } from '../../../ui/index.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import type { PlaceInList } from '../list/use-place-in-list.ts';
import css from './panel.module.css';
import { Sheet } from './sheet.tsx';
import { LastChange } from './story.tsx';

interface ControlPanelProps {
  /** Id or code of the open control. */
  readonly named: string | undefined;
  readonly names: Names;
  readonly labelOf: LabelOf;
  readonly place: PlaceInList;
}

/** One control beside the list: looked at, and edited where it stands. */
export function ControlPanel({ named, names, labelOf, place }: ControlPanelProps) {
  const say = useWords('library');
  const [, change] = useAddress();
  return (
    <SidePanel
      isOpen={named !== undefined}
      onClose={() => change({ control: undefined })}
      label={say('panel.label')}
      head={named !== undefined && <PanelHead named={named} place={place} />}
      foot={named !== undefined && <LastChange control={named} />}
    >
      {named !== undefined && (
        <Boundary place={named}>
          <Suspense fallback={<Skeleton lines={9} />}>
            <Sheet key={named} {...{ named, names, labelOf }} />
          </Suspense>
        </Boundary>
      )}
    </SidePanel>
  );
}

function PanelHead({ named, place }: { readonly named: string; readonly place: PlaceInList }) {
  const say = useWords('library');
  const { data, error, isPlaceholderData } = useLateAnswer('controls show', { control: named });
  return (
    <>
      {data && !isPlaceholderData && !isNoMore(error) && (
        <>
          <Id>{data.code}</Id>
          <FreshnessMark freshness={shownOf(data)} />
        </>
      )}
      <span className={css.walk}>
        {place.place !== undefined && (
          <small className={css.meta}>{say('panel.place', { place: place.place, of: place.of })}</small>
        )}
        <IconButton
          size="s"
          mark="up"
          label={say('panel.previous')}
          reason={place.onPrevious ? undefined : say('panel.none-before')}
          onPress={place.onPrevious}
        />
        <IconButton
          size="s"
          mark="down"
          label={say('panel.next')}
          reason={place.onNext ? undefined : say('panel.none-after')}
          onPress={place.onNext}
        />
      </span>
    </>
  );
}
