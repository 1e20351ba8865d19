interface Grant {
  readonly role: string;
  readonly scope: string;
  readonly from: string;
  readonly until?: string | undefined;
}

interface Somebody {
  readonly id: string;
  readonly name: string;
  readonly mail?: string | undefined;
  readonly grants: readonly Grant[];
}

/** A line of the table of people: one for each part that somebody has or had, and one for who has none. */
export interface PartLine {
  readonly key: string;
  readonly person: string;
  readonly name: string;
  readonly mail: string;
  readonly grant: Grant | undefined;
  /** Its last day lies before the day that is looked at. */
  readonly hasEnded: boolean;
}

/** People by name, with their parts as they stand on a day. */
export function partsOf(people: readonly Somebody[], day: string): readonly PartLine[] {
  const sorted = [...people].sort((one, other) => one.name.localeCompare(other.name));
  return sorted.flatMap(({ id, name, mail = '', grants }) => {
    const parts: readonly (Grant | undefined)[] = grants.length === 0 ? [undefined] : grants;
    return parts.map((grant, place) => ({
      key: `${id} ${place}`,
      person: id,
      name,
      mail,
      grant,
      hasEnded: grant?.until !== undefined && grant.until < day,
    }));
  });
}
