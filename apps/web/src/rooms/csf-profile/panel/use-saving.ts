import { type AttemptError, type Deed, useAttempt, useDeed } from '../../../app/index.ts';

/** Records a change where it is made; what is refused is said there. */
export function useSaving(name: string) {
  const deed = useDeed(name);
  const { attempt, errors, isPending } = useAttempt();
  return {
    save: (what: Deed) => attempt(() => deed(what)),
    errorBeside: (fields: readonly string[]) => besideOf(errors, fields),
    isPending,
  };
}

/** What is said of no field that is shown. */
export function besideOf(errors: readonly AttemptError[], fields: readonly string[]): string | undefined {
  return errors.find((each) => each.field === undefined || !fields.includes(each.field))?.message;
}
