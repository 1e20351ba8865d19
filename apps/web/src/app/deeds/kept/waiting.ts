import type { Asked } from '../turns/asked.ts';

/** Members of the deeds about one record, as the last of them says each. */
export function waitingIn(
  deeds: readonly Pick<Asked, 'input' | 'changes'>[],
  of: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, unknown> {
  const record = Object.entries(of);
  const about = deeds.filter(({ input }) => record.every(([member, value]) => input[member] === value));
  return new Map(
    about.flatMap(({ input, changes }) => {
      const members = changes ?? Object.keys(input).filter((member) => !(member in of));
      return members.map((member) => [member, input[member] ?? undefined] as const);
    }),
  );
}
