import { useAnswer, useLateAnswer } from '../../app/index.ts';
import { useWaitingProposals } from './proposals/use-waiting.ts';
import { type ControlsStanding, csf, iso, type Standing } from './steps.ts';
import { countOf, left } from './ways.ts';

/** Where the programme stands; not whole as long as something is missing of it that comes later. */
interface StandingRead {
  readonly standing: Standing;
  readonly isWhole: boolean;
}

/** Where the programme stands, read from what it records; nothing is remembered of what was shown here before. */
export function useStanding(): StandingRead {
  const { rows: scopes } = useAnswer('scopes list');
  const scope = scopes.find(({ statement }) => statement !== '')?.statement;
  const adopted = useAdopted();
  const frameworks = adopted.map(({ id }) => id);
  const outcomes = adopted.find(({ id }) => id === csf)?.assessable ?? 0;
  const { rows: entities } = useAnswer('view nis2-class');
  const { statement, isThere } = useStatement(frameworks.includes(iso));
  const hasCsf = frameworks.includes(csf);
  const profiles = useLateAnswer('profiles list', { framework: csf }, { enabled: hasCsf });
  const controls = useControls();
  const waiting = useWaitingProposals();
  const targets = Math.max(0, ...(profiles.data?.rows ?? []).map((profile) => profile.targets));
  const standing = {
    isScopeStated: scope !== undefined,
    scope,
    frameworks,
    entities: { of: entities.length, known: entities.filter((each) => each.class !== 'undetermined').length },
    controls,
    proposals: {
      claims: waiting.reduce((sum, { claims }) => sum + claims, 0),
      frameworks: waiting.map(({ title }) => title),
    },
    ...(statement === undefined ? {} : { statement }),
    ...(hasCsf ? { profile: { of: outcomes, targets: Math.min(outcomes, targets) } } : {}),
  };
  return { standing, isWhole: isThere && (!hasCsf || hasCome(profiles)) };
}

function useAdopted() {
  const { rows } = useAnswer('catalogue list');
  return rows.filter((row) => 'adopted' in row && row.adopted !== undefined);
}

const notRetired = { retired: false, facets: true, limit: 1 } as const;

/** Three questions, one for each way to be of use; what is of none has no state, and is counted beside them. */
function useControls(): ControlsStanding {
  const idle = useAnswer('controls list', { retired: false, limit: 1, implementation: ['-'] });
  const planned = useAnswer('controls list', { ...notRetired, implementation: ['planned'] });
  const partly = useAnswer('controls list', { ...notRetired, implementation: ['partly'] });
  const operating = useAnswer('controls list', { ...notRetired, implementation: ['operating'] });
  const working = [partly.facets ?? {}, operating.facets ?? {}];
  const all = [planned.facets ?? {}, ...working];
  const of = planned.total + partly.total + operating.total;
  return {
    of,
    idle: idle.total,
    owned: of - countOf(all, 'owner', left.owner.owner),
    operating: operating.total,
    partly: partly.total,
    unconfirmed: countOf(working, 'toConfirm', left.claims.toConfirm),
    shown: partly.total + operating.total - countOf(working, 'freshness', left.evidence.freshness),
  };
}

type Late = { readonly data: unknown; readonly isError: boolean };

/** Answered, or refused: then it is left out, and nothing more is waited for. */
function hasCome({ data, isError }: Late): boolean {
  return data !== undefined || isError;
}

interface StatementRead {
  readonly statement?: Standing['statement'];
  readonly isThere: boolean;
}

function useStatement(isAdopted: boolean): StatementRead {
  const report = 'statement-of-applicability';
  const asked = useLateAnswer('view statement-of-applicability', {}, { enabled: isAdopted });
  const versions = useLateAnswer('reports versions', { report }, { enabled: isAdopted });
  const isThere = !isAdopted || (hasCome(asked) && hasCome(versions));
  const view = asked.data;
  if (!isAdopted || !view) return { isThere };
  const statement = {
    of: view.rows.length,
    decided: view.rows.filter(({ applicability }) => applicability !== 'undecided').length,
    errors: view.checked.E,
    warnings: view.checked.W,
    versions: versions.data?.total ?? 0,
  };
  return { statement, isThere };
}
