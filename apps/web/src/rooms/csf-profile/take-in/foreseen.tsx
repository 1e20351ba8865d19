import { useEffect, useRef } from 'react';
import { type Trial, useWords } from '../../../app/index.ts';
import { Button, Note, Progress, Row, SimpleTable, Stack } from '../../../ui/index.ts';

interface ForeseenProps {
  readonly run: Trial;
  /** Of the file. */
  readonly name: string;
  readonly chooseSheet: (sheet: string) => void;
}

/** What comes of the file stands in the stead of its choice, and takes the focus over from it. */
export function Foreseen(props: ForeseenProps) {
  const self = useRef<HTMLElement>(null);
  useEffect(() => self.current?.focus(), []);
  return (
    <section ref={self} tabIndex={-1} aria-label={props.name}>
      <Stack>
        <Outcome {...props} />
      </Stack>
    </section>
  );
}

/** What the file would do, or every fault at its cell. */
function Outcome({ run, name, chooseSheet }: ForeseenProps) {
  const say = useWords('csf-profile');
  const { told, refused, isUnanswered, isPending } = run;
  if (isPending) return <Progress label={say('reading', { name })} value={undefined} />;
  if (isUnanswered) return <Note tone="gap" title={say('unreachable')} live />;
  if (refused) return <Faults problem={refused.problem} chooseSheet={chooseSheet} />;
  if (!told) return null;
  const title = told.facts === 0 ? say('nothing-new') : say('would-change', { name, count: told.facts });
  return (
    <Note tone={told.facts === 0 ? 'unk' : 'ok'} title={title} live>
      {told.notices?.map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </Note>
  );
}

interface FaultsProps extends Pick<ForeseenProps, 'chooseSheet'> {
  readonly problem: NonNullable<Trial['refused']>['problem'];
}

function Faults({ problem: { detail, sheets, notices = [], errors = [] }, chooseSheet }: FaultsProps) {
  const say = useWords('csf-profile');
  const choice = sheets?.map((sheet) => (
    <Button key={sheet} size="s" onPress={() => chooseSheet(sheet)}>
      {say('take-sheet', { sheet })}
    </Button>
  ));
  return (
    <>
      <Note tone="gap" mark="error" title={say('nothing-taken')} actions={choice && <Row>{choice}</Row>} live>
        <p>{detail}</p>
        {notices.map((notice) => (
          <p key={notice}>{notice}</p>
        ))}
      </Note>
      {errors.length > 0 && (
        <SimpleTable
          caption={say('faults', { count: errors.length })}
          showCaption
          stacks
          columns={[
            { id: 'at', header: say('cell'), isRowHeader: true, cell: ({ at }) => at },
            { id: 'detail', header: say('fault'), cell: (fault) => fault.detail },
          ]}
          rows={errors.map((fault, index) => ({ ...fault, index }))}
          keyOf={({ index }) => String(index)}
        />
      )}
    </>
  );
}
