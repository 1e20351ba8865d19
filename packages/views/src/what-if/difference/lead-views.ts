import { assessableOf, type Framework } from '@concord/catalog';
import { countNumbers, type Numbers } from '../../calculus/index.ts';
import type { Worked } from '../../coverage/memory.ts';
import { csfFramework, profileAsked } from '../../csf-profile/csf-profile.ts';
import { inclusionOn } from '../../csf-profile/said.ts';
import type { BeforeAfter } from './before-after.ts';
import { type Implementations, implementationsOf } from './implementations.ts';

/** What a lead view would say: its interval, and how much of what it asks about is in place. */
export interface LeadView {
  readonly view: string;
  readonly numbers: BeforeAfter<Numbers>;
  readonly implementation: BeforeAfter<Implementations>;
}

interface Lead {
  readonly view: string;
  readonly framework: string;
  /** Level of the requirements that it lists; all that are assessable when absent. */
  readonly level?: string;
}

const leads: readonly Lead[] = [
  { view: 'statement-of-applicability', framework: 'iso27001-2022', level: 'control' },
  { view: 'csf-profile', framework: 'nist-csf-2.0' },
  { view: 'nis2-duties', framework: 'nis2-directive' },
];

/** The lead view of a framework, if it has one. */
export function leadViewOf({ before, after }: BeforeAfter<Worked>): LeadView | undefined {
  const { framework } = after.coverage.aspect;
  const lead = leads.find((each) => each.framework === framework.id);
  if (!lead) return undefined;
  const ids = listed(framework, lead).filter((id) => isCounted(after, id));
  return {
    view: lead.view,
    numbers: {
      before: countNumbers(before.coverage.results, ids),
      after: countNumbers(after.coverage.results, ids),
    },
    implementation: { before: implementationsOf(before, ids), after: implementationsOf(after, ids) },
  };
}

/** As the view itself counts: what its profile leaves out is in no number; what is not applicable is counted as such. */
function isCounted({ coverage: { programme, aspect, results } }: Worked, id: string): boolean {
  const { framework, on } = aspect;
  if (framework.id !== csfFramework || results.get(id)?.kind === 'excluded') return true;
  const profile = profileAsked({ programme, on }, undefined);
  if (!profile || 'refusal' in profile) return true;
  return inclusionOn(programme, { profile, framework, on }, id).included;
}

function listed(framework: Framework, { level }: Lead): string[] {
  const all = assessableOf(framework);
  return all.filter((each) => level === undefined || each.level === level).map(({ id }) => id);
}
