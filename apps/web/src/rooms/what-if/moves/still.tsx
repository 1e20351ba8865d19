import { useWords } from '../../../app/index.ts';
import { IntervalRows, intervalOf, Section } from '../../../ui/index.ts';
import type { Difference } from './gains.ts';

/** Frameworks where nothing is otherwise: that, too, is an answer. */
export function Still({ still }: { readonly still: readonly Difference[] }) {
  const say = useWords('what-if');
  return (
    <Section title={say('still')} meta={say('still-meta')}>
      <IntervalRows
        caption={say('still')}
        rows={still.map(({ framework, scope, numbers }) => ({
          id: `${framework.id} ${scope}`,
          label: framework.title,
          interval: intervalOf(numbers.after),
        }))}
      />
    </Section>
  );
}
