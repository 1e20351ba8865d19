import { useState } from 'react';
import { useAnswer, useWords } from '../../../app/index.ts';
import { Button, Form, NumberField, SelectField } from '../../../ui/index.ts';
import type { Goal } from './goal.ts';
import css from './reach.module.css';

interface GoalFormProps {
  readonly goal: Goal | undefined;
  readonly isPending: boolean;
  readonly onAsk: (goal: Goal) => void;
}

/** Which framework, and how far: a share of what it asks, or all that a profile wants. */
export function GoalForm({ goal, isPending, onAsk }: GoalFormProps) {
  const say = useWords('what-if');
  const { rows } = useAnswer('catalogue list');
  const { rows: profiles } = useAnswer('profiles list');
  const adopted = rows.filter((row) => 'adopted' in row && row.adopted !== undefined);
  const [framework, setFramework] = useState(goal?.framework ?? adopted[0]?.id ?? '');
  const [profile, setProfile] = useState(goal?.profile);
  const [percent, setPercent] = useState<number | undefined>(goal?.percent ?? 90);
  const own = profiles.filter((each) => each.framework === framework);
  const wanted = own.find(({ id, name }) => id === profile || name === profile)?.id;
  const ask = () => {
    if (wanted !== undefined) onAsk({ framework, profile: wanted });
    else if (percent !== undefined) onAsk({ framework, percent });
  };
  const none = framework === '' ? say('goal-no-framework') : undefined;
  const reason = wanted === undefined && percent === undefined ? say('goal-no-share') : none;
  return (
    <Form onSubmit={ask} label={say('reach')}>
      <div className={css.goal}>
        <SelectField
          label={say('goal-framework')}
          options={adopted.map(({ id, title }) => ({ id, label: title }))}
          value={framework}
          onChange={(id) => id && setFramework(id)}
        />
        {own.length > 0 && (
          <SelectField
            label={say('goal-of')}
            none={say('goal-share')}
            options={own.map(({ id, name }) => ({ id, label: say('goal-profile', { name }) }))}
            value={wanted}
            onChange={setProfile}
          />
        )}
        {wanted === undefined && (
          <NumberField
            label={say('goal-percent')}
            value={percent}
            onChange={setPercent}
            minValue={1}
            maxValue={100}
            suffix="%"
          />
        )}
        <div>
          <Button type="submit" pending={isPending} reason={reason}>
            {say('goal-ask')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
