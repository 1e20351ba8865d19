/** What is to be reached, as the address and the server write it: FRAMEWORK:PERCENT or FRAMEWORK:PROFILE. */
export interface Goal {
  readonly framework: string;
  /** Of what the framework asks, above 0 to 100; or else a profile. */
  readonly percent?: number | undefined;
  /** Id of a profile: all that it wants. */
  readonly profile?: string | undefined;
}

/** The goal of an address, or undefined when it names none. */
export function goalIn(said = ''): Goal | undefined {
  const [, framework, target] = /^([^:,]+)(?::([^,]+))?$/.exec(said.trim()) ?? [];
  if (framework === undefined) return undefined;
  if (target === undefined) return { framework, percent: 100 };
  const percent = Number(target.replace('%', ''));
  if (Number.isNaN(percent)) return { framework, profile: target };
  return percent > 0 && percent <= 100 ? { framework, percent } : undefined;
}

export function writeGoal({ framework, percent, profile }: Goal): string {
  return `${framework}:${profile ?? percent ?? 100}`;
}
