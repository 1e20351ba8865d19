import type { ReactNode } from 'react';
import { type Room, To, useAnswer, useWords } from '../../app/index.ts';
import {
  Columns,
  type Interval,
  IntervalBar,
  IntervalFigure,
  intervalOf,
  LinkButton,
  Note,
  Section,
  Stack,
} from '../../ui/index.ts';
import css from './guide.module.css';

/** What NIS 2 and CSF add to a certificate: what the same controls answer, what may be, and what nobody claims. */
export function WhatTheyAdd() {
  const say = useWords('guide');
  const { rows } = useAnswer('catalogue list');
  const isAdopted = (id: string) =>
    rows.some((row) => row.id === id && 'adopted' in row && row.adopted !== undefined);
  const [nis2, csf] = [isAdopted('nis2-directive'), isAdopted('nist-csf-2.0')];
  if (!nis2 && !csf) return <Note tone="info" title={say('adds.none')} />;
  return (
    <Section title={say('adds.title')}>
      <p className={css.lead}>{say('adds.lead')}</p>
      <Columns of={nis2 && csf ? '6-6' : '12'}>
        {nis2 && <Nis2Adds />}
        {csf && <CsfAdds />}
      </Columns>
    </Section>
  );
}

function Nis2Adds() {
  const say = useWords('guide');
  const { numbers, rows } = useAnswer('view nis2-duties');
  const goingBeyond = (extent: string) => rows.filter((row) => row.beyondIso27001?.extent === extent).length;
  return (
    <Added
      room="nis2"
      title={say('adds.nis2')}
      interval={intervalOf(numbers)}
      unit={say('adds.duties', { count: numbers.n })}
    >
      <li>{say('adds.answered', { count: numbers.met })}</li>
      <li>{say('adds.possible', { count: numbers.possible - numbers.met })}</li>
      <li>{say('adds.unclaimed', { count: numbers.unclaimed })}</li>
      <li>{say('adds.beyond', { count: goingBeyond('yes'), partly: goingBeyond('partly') })}</li>
    </Added>
  );
}

function CsfAdds() {
  const say = useWords('guide');
  const { numbers } = useAnswer('view csf-profile');
  return (
    <Added
      room="csf-profile"
      title={say('adds.csf')}
      interval={intervalOf(numbers)}
      unit={say('adds.outcomes', { count: numbers.n })}
    >
      <li>{say('adds.answered', { count: numbers.met })}</li>
      <li>{say('adds.possible', { count: numbers.possible - numbers.met })}</li>
      <li>{say('adds.unclaimed', { count: numbers.unclaimed })}</li>
    </Added>
  );
}

interface AddedProps {
  readonly room: Room;
  readonly title: string;
  readonly interval: Interval;
  readonly unit: string;
  readonly children: ReactNode;
}

function Added({ room, title, interval, unit, children }: AddedProps) {
  const say = useWords('guide');
  return (
    <Section level={3} title={title}>
      <Stack gap="s">
        <p>
          <IntervalFigure interval={interval} unit={unit} />
        </p>
        <IntervalBar interval={interval} label={title} size="m" />
        <ul className={css.adds}>{children}</ul>
        <div>
          <LinkButton render={(dress) => <To room={room} {...dress} />}>{say(`adds.see-${room}`)}</LinkButton>
        </div>
      </Stack>
    </Section>
  );
}
