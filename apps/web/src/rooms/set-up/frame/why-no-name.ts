import { longestName } from '@concord/operations/client';

/** The words of why a name is none: nothing stands there yet, there is too much of it, or it holds what no name may. */
export function whyNoName(name: string): 'name.missing' | 'name.too-long' | 'name.wrong' {
  const { length } = name.trim();
  if (length === 0) return 'name.missing';
  return length > longestName ? 'name.too-long' : 'name.wrong';
}
