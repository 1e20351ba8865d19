export const iso = 'iso27001-2022';
export const csf = 'nist-csf-2.0';

/** As a consultant would go: what it covers, what is necessary, what works, what that is claimed for, what shows it. */
export const stepNames = [
  'scope',
  'frameworks',
  'class',
  'applicability',
  'controls',
  'implementation',
  'claims',
  'evidence',
  'checks',
  'published',
  'profile',
] as const;
export type StepName = (typeof stepNames)[number];

/** Where the programme stands, in counts read from its views. */
export interface Standing {
  readonly isScopeStated: boolean;
  /** The statement of scope. */
  readonly scope?: string | undefined;
  /** Ids of the adopted frameworks. */
  readonly frameworks: readonly string[];
  /** Legal entities, and of how many the NIS 2 class is known. */
  readonly entities: { readonly of: number; readonly known: number };
  readonly controls: ControlsStanding;
  /** Claims that the starter library proposes on adopted frameworks for controls that are here, and nobody took over. */
  readonly proposals: { readonly claims: number; readonly frameworks: readonly string[] };
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

/** Of the controls that are of use and not retired: how many in all, and how many with each. */
export interface ControlsStanding {
  readonly of: number;
  /** Beside these: not retired, and of no use here. */
  readonly idle: number;
  readonly owned: number;
  readonly operating: number;
  readonly partly: number;
  /** Of those in practice: with a claim of their own that nobody confirmed, and shown to work by something fresh. */
  readonly unconfirmed: number;
  readonly shown: number;
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
  /** How many work, in whole or in part. */
  readonly works?: number | undefined;
  /** Controls that are of no use here, beside those counted. */
  readonly idle?: number | undefined;
  /** Proposed claims that wait to be taken over, and on which frameworks. */
  readonly proposals?: Standing['proposals'] | undefined;
  /** What was stated, in its own words. */
  readonly quote?: string | undefined;
  /** Begun, it goes on beside the others: a first statement does not wait for it. */
  readonly goesBeside?: boolean | undefined;
}

/** What the steps lead to: a first statement, a first profile, both, or neither, by what is adopted. */
export type Aim = 'both' | 'statement' | 'profile' | 'programme';

export function aimOf({ frameworks }: Pick<Standing, 'frameworks'>): Aim {
  if (frameworks.includes(iso)) return frameworks.includes(csf) ? 'both' : 'statement';
  return frameworks.includes(csf) ? 'profile' : 'programme';
}

/** The steps from nothing to a first statement and a first profile, each with its state as the programme shows it. */
export function stepsOf(standing: Standing): readonly GuideStep[] {
  return stepNames.flatMap((name) => rules[name](standing, name) ?? []);
}

/**
 * The step to take next: the first that is not done and waits for nothing. What was begun stays next until it is done,
 * but for what goes on beside the others: that comes once nothing else is left.
 */
export function nextOf(steps: readonly GuideStep[]): GuideStep | undefined {
  const open = steps.filter(({ after, state }) => after === undefined && state !== 'done');
  return open.find(({ goesBeside }) => goesBeside !== true) ?? open[0];
}

type Rule = (standing: Standing, name: StepName) => GuideStep | undefined;

const rules: Readonly<Record<StepName, Rule>> = {
  scope: ({ isScopeStated, scope }, name) => ({
    name,
    quote: scope,
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
  applicability: ({ statement }, name) =>
    statement && counted(name, { count: statement.decided, of: statement.of }),
  controls: ({ controls: { of, idle }, proposals }, name) => {
    const state = of === 0 ? 'todo' : proposals.claims > 0 ? 'begun' : 'done';
    return { name, count: of, of, idle, proposals, state };
  },
  implementation: ({ controls }, name) => {
    const { of, owned } = controls;
    const works = inPractice(controls);
    const step = counted(name, { count: owned, of, isBegun: works > 0, after: afterControls(controls) });
    return { ...step, works, state: works === 0 && step.state === 'done' ? 'begun' : step.state };
  },
  claims: ({ controls }, name) => {
    const of = inPractice(controls);
    return counted(name, { count: of - controls.unconfirmed, of, after: afterPractice(controls) });
  },
  evidence: ({ controls }, name) => {
    const of = inPractice(controls);
    const step = counted(name, { count: controls.shown, of, after: afterPractice(controls) });
    return step.state === 'begun' ? { ...step, goesBeside: true } : step;
  },
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

function inPractice({ operating, partly }: ControlsStanding): number {
  return operating + partly;
}

function afterControls({ of }: ControlsStanding): StepName | undefined {
  return of === 0 ? 'controls' : undefined;
}

/** To confirm claims, or to show that something works, has a meaning once something does. */
function afterPractice(controls: ControlsStanding): StepName | undefined {
  return afterControls(controls) ?? (inPractice(controls) === 0 ? 'implementation' : undefined);
}
