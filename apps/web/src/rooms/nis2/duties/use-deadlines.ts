import { useWords } from '../../../app/index.ts';

/** Deadlines as the catalogue writes them, by the key of their words here. */
const known: Readonly<Record<string, string>> = {
  'changes within 2 weeks': 'deadline-two-weeks',
  'without undue delay': 'deadline-no-delay',
  '24 hours': 'deadline-24',
  '72 hours (24 hours for trust service providers)': 'deadline-72',
  'on request': 'deadline-request',
  '1 month after notification': 'deadline-month',
  '1 month after handling': 'deadline-handling',
  '17 January 2025': 'deadline-registry',
  'within 3 months': 'deadline-three-months',
};

/** A deadline of a duty in words; one that is not known here as the catalogue has it. */
export function useDeadlines(): (deadline: string) => string {
  const say = useWords('nis2');
  return (deadline) => {
    const key = known[deadline];
    return key === undefined ? deadline : say(key);
  };
}
