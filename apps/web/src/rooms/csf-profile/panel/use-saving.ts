import { type Deed, useAttempt, useDeed } from '../../../app/index.ts';

/** Records a change where it is made; what is refused is said there, and what was typed stays. */
export function useSaving(name: string) {
  const deed = useDeed(name);
  const { attempt, errors, isPending } = useAttempt();
  return {
    save: (what: Deed) => attempt(() => deed(what)),
    /**
     * The same for a field, which shows what was typed until it is answered: for a server that is gone, until what was
     * kept is recorded or given up.
     */
    saveField: async (what: Deed): Promise<boolean> => {
      let left: Promise<void> | undefined;
      const isDone = await attempt(async () => {
        left = (await deed(what)).kept?.left;
      });
      await left;
      return isDone;
    },
    errorOf: (field: string) => errors.find((each) => each.field === field)?.message,
    /** What is said of no field that is shown. */
    errorBeside: (fields: readonly string[]) =>
      errors.find((each) => each.field === undefined || !fields.includes(each.field))?.message,
    isPending,
  };
}
