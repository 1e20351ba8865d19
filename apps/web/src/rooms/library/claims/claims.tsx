import { useState } from 'react';
import { useLateAnswer, useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Section } from '../../../ui/index.ts';
import type { ControlSheet, SheetClaim } from '../control/row.ts';
import type { Names } from '../find/use-names.ts';
import css from '../panel/panel.module.css';
import { AddClaim } from './add-claim.tsx';
import { ClaimLine, type RequirementShown } from './claim-line.tsx';

interface ClaimsProps {
  readonly sheet: ControlSheet;
  readonly names: Names;
  readonly isRetired: boolean;
}

/** What the control is claimed to be, framework by framework, with where each requirement stands. */
export function Claims({ sheet, names, isRetired }: ClaimsProps) {
  const say = useWords('library');
  const denied = useReadOnly('claims.write');
  const [isAdding, setAdding] = useState(false);
  const reason = isRetired ? say('retired.reads-only') : denied;
  const frameworks = [...new Set(sheet.claimed.map(({ framework }) => framework))].sort();
  return (
    <Section
      level={3}
      title={say('claims')}
      link={
        <Button
          kind="quiet"
          size="s"
          mark="plus"
          reason={reason}
          reasonAs="tooltip"
          onPress={() => setAdding(true)}
        >
          {say('claims.add')}
        </Button>
      }
    >
      {frameworks.length === 0 && <p className={css.meta}>{say('claims.none')}</p>}
      {frameworks.map((framework) => (
        <OfFramework
          key={framework}
          {...{ sheet, framework, names }}
          claims={sheet.claimed.filter((claim) => claim.framework === framework)}
        />
      ))}
      {isAdding && <AddClaim {...{ sheet, names }} onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface OfFrameworkProps {
  readonly sheet: ControlSheet;
  readonly framework: string;
  readonly names: Names;
  readonly claims: readonly SheetClaim[];
}

function OfFramework({ sheet, framework, names, claims }: OfFrameworkProps) {
  const requirements = useRequirements(framework);
  const inOrder = new Intl.Collator('en', { numeric: true });
  const sorted = [...claims].sort((one, other) => inOrder.compare(one.requirement, other.requirement));
  return (
    <>
      <h4 className={css.framework}>{names.framework(framework)}</h4>
      <ul className={css.list}>
        {sorted.map((claim) => (
          <ClaimLine key={claim.id} {...{ sheet, claim }} requirement={requirements.get(claim.requirement)} />
        ))}
      </ul>
    </>
  );
}

/** Titles and states of the requirements of a framework; empty until they are there. */
function useRequirements(framework: string): ReadonlyMap<string, RequirementShown> {
  const { data } = useLateAnswer('view coverage', { framework });
  if (!data) return new Map();
  return new Map<string, RequirementShown>([
    ...data.groups.map(
      ({ id, title, whole }) => [id, { title, mark: whole?.mark, word: whole?.word }] as const,
    ),
    ...data.rows.map(({ id, title, mark, word }) => [id, { title, mark, word }] as const),
  ]);
}
