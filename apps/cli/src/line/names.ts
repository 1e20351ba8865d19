/** Ids of people as their names, where an answer says what they are called. */
export function withNames({ people, ...answer }: Record<string, unknown>): unknown {
  if (typeof people !== 'object' || people === null || Array.isArray(people)) return { people, ...answer };
  const names = new Map(Object.entries(people));
  const called = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(called);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, called(each)]));
  };
  return called(answer);
}

/** `owner` is an id; where `ownerName` stands beside it, that is what a person reads. */
export function named(answer: Record<string, unknown>): Record<string, unknown> {
  const isNamed = (name: string) => typeof answer[`${name}Name`] === 'string';
  const told = Object.entries(answer).filter(
    ([name]) => !(name.endsWith('Name') && name.slice(0, -4) in answer),
  );
  return Object.fromEntries(
    told.map(([name, value]) => [name, isNamed(name) ? answer[`${name}Name`] : value]),
  );
}
