import { useParams } from '@tanstack/react-router';
import { Suspense, useMemo, useState } from 'react';
import { tell, useAddress, useAnswer, useExpected, useFormat, useWords } from '../../app/index.ts';
import { StateMark } from '../../states/index.ts';
import {
  Button,
  Columns,
  Page,
  Row,
  Section,
  Skeleton,
  Stack,
  ToggleGroup,
  WithCodes,
} from '../../ui/index.ts';
import { Applicability } from './beside/applicability.tsx';
import { Assessments } from './beside/assessments.tsx';
import { Conflict } from './beside/conflict.tsx';
import { Hints } from './beside/hints.tsx';
import { Kin } from './beside/kin.tsx';
import { Reading } from './beside/reading.tsx';
import { Relations } from './beside/relations.tsx';
import { Changes } from './changes/changes.tsx';
import { DeedDialogs } from './deeds/deed-dialogs.tsx';
import { type OpenDeed, OpenDeedProvider } from './deeds/open-deed.ts';
import { ProofDeeds } from './deeds/proof-deeds.tsx';
import { Neighbours } from './neighbours.tsx';
import { proofOf } from './proof/proof.ts';
import { ProofDrawing } from './proof/proof-drawing.tsx';
import { leadOf } from './why/lead.ts';
import type { Why } from './why/node.ts';
import { markOf } from './why/standing.ts';

/** The proof of one requirement: why it stands where it stands, and what would change that. */
export function RequirementRoom() {
  const { framework = '', requirement = '' } = useParams({ strict: false });
  const why = useAnswer('why', { framework, requirement });
  const [deed, setDeed] = useState<OpenDeed>();
  return (
    <OpenDeedProvider value={setDeed}>
      <Page
        key={`${framework} ${requirement}`}
        title={`${why.requirement.id} ${why.requirement.title}`}
        meta={why.framework.title}
        lead={<Lead why={why} />}
        actions={
          <Suspense fallback={null}>
            <Neighbours framework={framework} requirement={requirement} />
          </Suspense>
        }
      >
        <ProofSection why={why} />
        {why.conflict && <Conflict why={why} conflict={why.conflict} />}
        <Columns of="8-4">
          <Stack gap="l">
            <Changes why={why} />
            <Assessments why={why} />
            <Relations why={why} />
          </Stack>
          <Stack gap="l">
            <Reading requirement={why.requirement} items={why.items} />
            <Kin why={why} />
            <Hints why={why} />
            <Applicability why={why} />
          </Stack>
        </Columns>
      </Page>
      <Suspense fallback={<Skeleton lines={2} />}>
        <DeedDialogs why={why} deed={deed} onClose={() => setDeed(undefined)} />
      </Suspense>
    </OpenDeedProvider>
  );
}

function Lead({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const format = useFormat();
  const { key, params } = leadOf(why, format.day);
  return (
    <>
      <StateMark mark={markOf(why)} word={`${why.word}.`} wraps strong />{' '}
      <WithCodes>{say(key, params)}</WithCodes>
    </>
  );
}

const reads = { as: ['drawing', 'list'], hints: ['shown'] };

function ProofSection({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const [{ as = 'drawing', hints }, change] = useAddress();
  useExpected(reads);
  const proof = useMemo(() => proofOf(why, { hints: hints === 'shown' }), [why, hints]);
  const isList = as === 'list';
  return (
    <Section
      title={say('proof')}
      meta={say(`proof-meta.${isList ? 'list' : 'drawing'}`)}
      link={
        <Row>
          <CopyAsText sentences={why.sentences} />
          <ToggleGroup
            label={say('shown-as')}
            hideLabel
            isOfView
            value={isList ? 'list' : 'drawing'}
            options={[
              { value: 'drawing', label: say('as-drawing') },
              { value: 'list', label: say('as-list') },
            ]}
            onChange={(value) => change({ as: value === 'list' ? 'list' : undefined }, { replace: true })}
          />
        </Row>
      }
    >
      <Stack gap="m">
        <ProofDrawing why={why} proof={proof} isList={isList} />
        {(proof.aside > 0 || hints === 'shown') && (
          <Row>
            <Button
              kind="quiet"
              size="s"
              onPress={() => change({ hints: hints === 'shown' ? undefined : 'shown' }, { replace: true })}
            >
              {hints === 'shown' ? say('hide-hints') : say('show-hints', { count: proof.aside })}
            </Button>
          </Row>
        )}
        <ProofDeeds why={why} />
      </Stack>
    </Section>
  );
}

/** The proof as sentences, in the order in which a person would say them. */
function CopyAsText({ sentences }: { readonly sentences: readonly string[] }) {
  const say = useWords('requirement');
  const copy = async () => {
    await navigator.clipboard.writeText(sentences.join('\n'));
    tell({ says: say('copied'), tone: 'done' });
  };
  return (
    <Button size="m" onPress={() => void copy()}>
      {say('copy')}
    </Button>
  );
}
