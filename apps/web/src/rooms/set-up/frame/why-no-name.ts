/** The words of why a name is none: nothing stands there yet, or it holds what no name may. */
export function whyNoName(name: string): 'name.missing' | 'name.wrong' {
  return name.trim() === '' ? 'name.missing' : 'name.wrong';
}
