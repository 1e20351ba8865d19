interface Family {
  /** Its name; empty for the controls of none. */
  readonly id: string;
}

/**
 * What `claims confirm-all` takes for the families that were chosen, of controls in practice only. Undefined when none
 * was chosen. Controls of no family have no name to be chosen by: they go with all the others.
 */
export function choiceOf(families: readonly Family[], chosen: readonly string[]) {
  const isAll = families.every(({ id }) => chosen.includes(id));
  if (isAll) return { all: true, inPractice: true } as const;
  const named = chosen.filter((id) => id !== '');
  return named.length === 0 ? undefined : ({ families: named, inPractice: true } as const);
}
