import { useAnswer, useLateAnswer } from '../../app/index.ts';
import type { Standing } from './steps.ts';

const iso = 'iso27001-2022';
const csf = 'nist-csf-2.0';

/** Where the programme stands, read from what it records; nothing is remembered of what was shown here before. */
export function useStanding(): Standing {
  const { rows: scopes } = useAnswer('scopes list');
  const adopted = useAdopted();
  const frameworks = adopted.map(({ id }) => id);
  const outcomes = adopted.find(({ id }) => id === csf)?.assessable ?? 0;
  const { rows: entities } = useAnswer('view nis2-class');
  const statement = useStatement(frameworks.includes(iso));
  const profiles = useLateAnswer(
    'profiles list',
    { framework: csf },
    { enabled: frameworks.includes(csf) },
  ).data;
  const controls = useControls();
  const targets = Math.max(0, ...(profiles?.rows ?? []).map((profile) => profile.targets));
  return {
    isScopeStated: scopes.some((scope) => scope.statement !== ''),
    frameworks,
    entities: { of: entities.length, known: entities.filter((each) => each.class !== 'undetermined').length },
    controls,
    ...(statement === undefined ? {} : { statement }),
    ...(frameworks.includes(csf) ? { profile: { of: outcomes, targets: Math.min(outcomes, targets) } } : {}),
  };
}

function useAdopted() {
  const { rows } = useAnswer('catalogue list');
  return rows.filter((row) => 'adopted' in row && row.adopted !== undefined);
}

function useControls(): Standing['controls'] {
  const { total, facets } = useAnswer('controls list', { retired: false, facets: true, limit: 1 });
  const having = (dimension: string, ...values: readonly string[]) => {
    const counts: Readonly<Record<string, readonly { value: string; count: number }[]>> = { ...facets };
    return (counts[dimension] ?? []).reduce(
      (all, { value, count }) => all + (values.includes(value) ? count : 0),
      0,
    );
  };
  return {
    of: total,
    confirmed: having('unconfirmed', 'false'),
    operating: having('implementation', 'operating'),
    partly: having('implementation', 'partly'),
    shown: having('freshness', 'fresh', 'due'),
  };
}

/** Absent until it is there: the rest of the page does not wait for it. */
function useStatement(isAdopted: boolean): Standing['statement'] {
  const view = useLateAnswer('view statement-of-applicability', {}, { enabled: isAdopted }).data;
  const report = 'statement-of-applicability';
  const versions = useLateAnswer('reports versions', { report }, { enabled: isAdopted }).data;
  if (!isAdopted || !view) return undefined;
  return {
    of: view.rows.length,
    decided: view.rows.filter(({ applicability }) => applicability !== 'undecided').length,
    errors: view.checked.E,
    warnings: view.checked.W,
    versions: versions?.total ?? 0,
  };
}
