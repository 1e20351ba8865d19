interface Activity {
  readonly id: string;
  readonly name: string;
  readonly annex?: string | undefined;
  readonly sector?: { readonly number: string; readonly name: string } | undefined;
  readonly subsector?: { readonly name: string } | undefined;
}

interface ActivityOption {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
}

/** A sector of an annex with its activities; those of no annex together. */
export interface ActivityGroup {
  readonly id: string;
  readonly annex: string | undefined;
  readonly name: string;
  readonly options: readonly ActivityOption[];
}

/** Activities by sector; with words, only those in which every word occurs, in the name or that of the sector. */
export function groupsOf(rows: readonly Activity[], sought: string): readonly ActivityGroup[] {
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, ActivityGroup>();
  for (const row of rows) {
    const { id, name, annex, sector, subsector } = row;
    const all = `${name} ${sector?.name ?? ''} ${subsector?.name ?? ''}`.toLowerCase();
    if (!words.every((word) => all.includes(word))) continue;
    const key = sector === undefined ? 'others' : `${annex} ${sector.number}`;
    const before = groups.get(key) ?? { id: key, annex, name: sector?.name ?? '', options: [] };
    const option = { id, label: name, description: subsector?.name };
    groups.set(key, { ...before, options: [...before.options, option] });
  }
  return [...groups.values()];
}

/** The choice with what was chosen within one group; what was chosen elsewhere stays. */
export function chooseWithin(
  before: readonly string[],
  options: readonly { readonly id: string }[],
  chosen: readonly string[],
): readonly string[] {
  const elsewhere = before.filter((each) => !options.some(({ id }) => id === each));
  return [...elsewhere, ...chosen];
}
