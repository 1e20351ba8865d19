export const stepNames = [
  'scope',
  'frameworks',
  'class',
  'controls',
  'claims',
  'applicability',
  'implementation',
  'evidence',
  'checks',
  'published',
  'profile',
] as const;
export type StepName = (typeof stepNames)[number];

/** Where the programme stands, in counts read from its views. */
export interface Standing {
  readonly isScopeStated: boolean;
  /** Ids of the adopted frameworks. */
  readonly frameworks: readonly string[];
  /** Legal entities, and of how many the NIS 2 class is known. */
  readonly entities: { readonly of: number; readonly known: number };
  /** Of the controls that are not retired: how many in all, and how many with each. */
  readonly controls: {
    readonly of: number;
    readonly confirmed: number;
    readonly operating: number;
    readonly partly: number;
    readonly shown: number;
  };
  /** Rows of the Statement of Applicability; absent while ISO/IEC 27001 is not adopted. */
  readonly statement?: {
    readonly of: number;
    readonly decided: number;
    readonly errors: number;
    readonly warnings: number;
    readonly versions: number;
  };
  /** Outcomes of the CSF with a target; absent while CSF is not adopted. */
  readonly profile?: { readonly of: number; readonly targets: number };
}

/** Done; begun, so that others can go on; or not begun. */
export type StepState = 'done' | 'begun' | 'todo';

export interface GuideStep {
  readonly name: StepName;
  readonly state: StepState;
  /** What its sentence counts: so many of so many. */
  readonly count: number;
  readonly of: number;
  /** What it waits for. */
  readonly after?: StepName | undefined;
}

/** The steps from nothing to a first statement and a first profile, each with its state as the programme shows it. */
export function stepsOf(standing: Standing): readonly GuideStep[] {
  return stepNames.flatMap((name) => rules[name](standing, name) ?? []);
}

/** The step to take next: the first that is not done and waits for nothing. What was begun stays next until it is done. */
export function nextOf(steps: readonly GuideStep[]): GuideStep | undefined {
  return steps.find(({ after, state }) => after === undefined && state !== 'done');
}

type Rule = (standing: Standing, name: StepName) => GuideStep | undefined;

const rules: Readonly<Record<StepName, Rule>> = {
  scope: ({ isScopeStated }, name) => ({
    name,
    count: isScopeStated ? 1 : 0,
    of: 1,
    state: isScopeStated ? 'done' : 'todo',
  }),
  frameworks: ({ frameworks }, name) => ({
    name,
    count: frameworks.length,
    of: frameworks.length,
    state: frameworks.length > 0 ? 'done' : 'todo',
  }),
  class: ({ entities }, name) => ({
    name,
    count: entities.known,
    of: entities.of,
    state: stateOf(entities.known, entities.of),
  }),
  controls: ({ controls }, name) => ({
    name,
    count: controls.of,
    of: controls.of,
    state: controls.of > 0 ? 'done' : 'todo',
  }),
  claims: ({ controls }, name) => counted(name, { ...ofControls(controls), count: controls.confirmed }),
  applicability: ({ statement }, name) =>
    statement && counted(name, { count: statement.decided, of: statement.of }),
  implementation: ({ controls }, name) =>
    counted(name, { ...ofControls(controls), count: controls.operating, isBegun: controls.partly > 0 }),
  evidence: ({ controls }, name) => counted(name, { ...ofControls(controls), count: controls.shown }),
  checks: ({ statement }, name) => {
    if (!statement) return undefined;
    const { errors, warnings, decided, of } = statement;
    const after = decided < of ? 'applicability' : undefined;
    const state = errors > 0 ? 'todo' : after ? 'begun' : 'done';
    return { name, count: errors, of: errors + warnings, state, after };
  },
  published: ({ statement }, name) => {
    if (!statement) return undefined;
    const after =
      statement.errors > 0 ? 'checks' : statement.decided < statement.of ? 'applicability' : undefined;
    const state = statement.versions > 0 ? 'done' : 'todo';
    return {
      name,
      count: statement.versions,
      of: statement.versions,
      state,
      after: state === 'done' ? undefined : after,
    };
  },
  profile: ({ profile }, name) => profile && counted(name, { count: profile.targets, of: profile.of }),
};

type Counts = Pick<GuideStep, 'count' | 'of' | 'after'> & { readonly isBegun?: boolean };

function counted(name: StepName, { count, of, after, isBegun = false }: Counts): GuideStep {
  const state = stateOf(count, of);
  return { name, count, of, state: state === 'todo' && isBegun ? 'begun' : state, after };
}

function stateOf(count: number, of: number): StepState {
  if (of > 0 && count >= of) return 'done';
  return count > 0 ? 'begun' : 'todo';
}

function ofControls({ of }: Standing['controls']): Pick<GuideStep, 'of' | 'after'> {
  return { of, after: of === 0 ? 'controls' : undefined };
}
