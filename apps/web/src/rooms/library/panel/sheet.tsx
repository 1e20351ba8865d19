import { useState } from 'react';
import { useAnswer, useDeed, useFormat, useReadOnly, useWords } from '../../../app/index.ts';
import { shownOf } from '../../../states/index.ts';
import { Button, DisclosureSection, FieldRow, Note, Row, Stack } from '../../../ui/index.ts';
import { Claims } from '../claims/claims.tsx';
import { ReasonDialog } from '../control/reason-dialog.tsx';
import type { ControlSheet } from '../control/row.ts';
import type { LabelOf } from '../find/use-labels.ts';
import type { Names } from '../find/use-names.ts';
import { EditDesign, EditFrequency, EditImplementation, EditOwner } from './edit-choice.tsx';
import { EditText } from './edit-text.tsx';
import { EvidenceSection } from './evidence.tsx';
import { More } from './more.tsx';
import css from './panel.module.css';
import { Story } from './story.tsx';

interface SheetProps {
  readonly named: string;
  readonly names: Names;
  readonly labelOf: LabelOf;
}

/** A control whole: what it is, what it is claimed for, what shows it, what was recorded of it. */
export function Sheet({ named, names, labelOf }: SheetProps) {
  const say = useWords('library');
  const sheet = useAnswer('controls show', { control: named });
  const denied = useReadOnly('controls.write');
  const reason = sheet.retired ? say('retired.reads-only') : denied;
  const edit = { sheet, names, labelOf, reason };
  return (
    <>
      <h2 className="visually-hidden">
        {sheet.code} {sheet.name}
      </h2>
      <div className={css.name}>
        <EditText {...edit} member="name" rows={1} hideLabel />
      </div>
      <Standing sheet={sheet} />
      {reason !== undefined && <p className={css.meta}>{reason}</p>}
      <FieldRow>
        <EditOwner {...edit} />
        <EditFrequency {...edit} />
      </FieldRow>
      <FieldRow>
        <EditImplementation {...edit} />
        <EditDesign {...edit} />
      </FieldRow>
      <EditText {...edit} member="statement" rows={3} />
      <Claims {...{ sheet, names }} isRetired={sheet.retired} />
      <EvidenceSection {...{ sheet }} />
      <DisclosureSection title={say('more')}>
        <More {...edit} />
      </DisclosureSection>
      <DisclosureSection title={say('story')}>
        <Story control={sheet.id} />
      </DisclosureSection>
      {!sheet.retired && <Retire sheet={sheet} reason={denied} />}
    </>
  );
}

/** What keeps the control from showing that it works, and what that means. */
function Standing({ sheet }: { readonly sheet: ControlSheet }) {
  const say = useWords('library');
  const { day } = useFormat();
  const { freshUntil, retired, conditionHolds } = sheet;
  const freshness = shownOf(sheet);
  if (retired) return <Note tone="unk" mark="excluded" title={say('standing.retired')} />;
  if (!conditionHolds) return <Note tone="unk" mark="excluded" title={say('standing.struck')} />;
  if (freshness === 'fresh') return null;
  const until = freshUntil === undefined ? '' : day(freshUntil);
  const looks = {
    stale: { tone: 'stale', mark: 'stale-sheet' },
    due: { tone: 'part', mark: 'due' },
    missing: { tone: 'unk', mark: 'missing' },
    failed: { tone: 'gap', mark: 'error' },
    'not-yet': { tone: 'unk', mark: 'missing' },
  } as const;
  const { tone, mark } = looks[freshness];
  return (
    <Note tone={tone} mark={mark} title={say(`standing.${freshness}`, { until })}>
      {say(`standing.${freshness}-says`, { until })}
    </Note>
  );
}

function Retire({ sheet, reason }: { readonly sheet: ControlSheet; readonly reason: string | undefined }) {
  const say = useWords('library');
  const deed = useDeed('controls retire');
  const [isAsked, setAsked] = useState(false);
  const { id, code, revision } = sheet;
  return (
    <Row>
      <Button kind="quiet" reason={reason} reasonAs="tooltip" onPress={() => setAsked(true)}>
        {say('retire')}
      </Button>
      {isAsked && (
        <ReasonDialog
          about={`end of the control ${id}`}
          title={say('retire.title', { code })}
          deed={say('retire')}
          onClose={() => setAsked(false)}
          onDo={(why) =>
            deed({
              input: { control: id, reason: why },
              ifMatch: revision,
              says: say('retire.done', { code }),
            })
          }
          canBeUndone
        >
          <Stack gap="s">
            <p>{say('retire.says')}</p>
          </Stack>
        </ReasonDialog>
      )}
    </Row>
  );
}
