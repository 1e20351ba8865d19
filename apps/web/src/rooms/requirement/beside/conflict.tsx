import { ToRequirement, useFormat, useWords } from '../../../app/index.ts';
import { Columns, Note, Section, Stack, TextLink } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import css from './beside.module.css';

type Side = NonNullable<Why['conflict']>[number];

const letters = ['F', 'P', 'N'] as const;

/** What contradicts itself: both chains, and none picked. */
export function Conflict({ why, conflict }: { readonly why: Why; readonly conflict: readonly Side[] }) {
  const say = useWords('requirement');
  return (
    <Section title={say('conflict')} meta={say('conflict-meta')}>
      <Stack gap="m">
        <Note tone="conf" mark="conflict">
          {say('conflict-say')}
        </Note>
        <Columns of="6-6">
          {conflict.map((side, at) => (
            <Section key={side.id} title={say('conflict-side', { number: at + 1 })} level={3}>
              <Chain side={side} why={why} />
            </Section>
          ))}
        </Columns>
      </Stack>
    </Section>
  );
}

/** What the side says, then what it rests on, nearest first. */
function Chain({ side, why }: { readonly side: Side; readonly why: Why }) {
  const say = useWords('requirement');
  return (
    <ol className={css.chain}>
      <li>
        <b>{say(`allows.${lettersOf(side.allows)}`)}</b>
      </li>
      <li>
        <Ground side={side} why={why} />
      </li>
      {side.trail.map((step) => (
        <li key={`${step.requirement} ${step.id}`}>
          <TextLink
            plain
            render={(dress) => <ToRequirement {...whereOf(step.requirement, why.framework.id)} {...dress} />}
          >
            {step.requirement}
          </TextLink>{' '}
          {say(`trail-${step.by}`, { sources: step.sources.join(', ') })}
        </li>
      ))}
    </ol>
  );
}

function Ground({ side, why }: { readonly side: Side; readonly why: Why }) {
  const say = useWords('requirement');
  const format = useFormat();
  if (side.by === 'judgement' && why.judgement) {
    const { assessedOn, reasons, judgement } = why.judgement;
    return `${say('conflict-judgement', { day: format.day(assessedOn), word: say(`judged.${judgement}`) })} ${reasons}`;
  }
  const claim = why.claims.find(({ id }) => id === side.id);
  if (claim) {
    const named = claim.controls.map(({ code, name }) => `${code} ${name}`);
    const hidden = claim.hiddenControls > 0 ? [say('hidden-controls', { count: claim.hiddenControls })] : [];
    return say('conflict-claim', { controls: [...named, ...hidden].join(', ') });
  }
  const relation = why.relations.find(({ id }) => id === side.id);
  return relation?.says ?? say(`trail-${side.by}`, { sources: side.sources.join(', ') });
}

/** A set of states as bits, as letters. */
function lettersOf(allows: number): string {
  return letters.filter((_, at) => (allows & (1 << at)) !== 0).join('');
}

/** A requirement is named alone within its framework, and with it elsewhere. */
function whereOf(named: string, framework: string): { framework: string; requirement: string } {
  const [elsewhere, requirement] = named.includes('/') ? named.split('/', 2) : [framework, named];
  return { framework: elsewhere ?? framework, requirement: requirement ?? named };
}
