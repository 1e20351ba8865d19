import type { Asked } from '../turns/asked.ts';

type Kept = Pick<Asked, 'name' | 'input'> & { readonly held?: string | undefined };

/**
 * The change that waits already and says the same: the last one of its record, for what was said in between is taken
 * back by saying it again. `isOfRecord` tells those that are about the same record, as it was read.
 */
export function twinOf<Deed extends Kept>(
  kept: readonly Deed[],
  { name, input }: Kept,
  isOfRecord: (each: Deed) => boolean,
): Deed | undefined {
  const last = kept.filter(isOfRecord).at(-1);
  const isSame = last?.held === undefined && last?.name === name && written(last.input) === written(input);
  return isSame ? last : undefined;
}

function written(input: Asked['input']): string {
  const said = Object.entries(input).filter(([, value]) => value !== undefined);
  return JSON.stringify(said.sort(([one], [other]) => (one < other ? -1 : 1)));
}
