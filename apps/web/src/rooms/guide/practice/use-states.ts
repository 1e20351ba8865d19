import { useWords } from '../../../app/index.ts';

const states = ['operating', 'partly', 'planned'] as const;

/** How far a control can be in practice, as one says it. */
export function useStates() {
  const say = useWords('guide');
  return states.map((value) => ({ value, label: say(`practice.${value}`) }));
}
