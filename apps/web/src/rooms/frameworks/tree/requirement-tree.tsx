import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { pathOfRequirement, useAddress, usePlace, useWords } from '../../../app/index.ts';
import { StateMark } from '../../../states/index.ts';
import { IntervalBar, IntervalText, intervalOf, Tree, type TreeNode } from '../../../ui/index.ts';
import css from '../frameworks.module.css';
import { branchIds, type TreeBranch } from './branches.ts';
import type { Coverage, Edition } from './framework-page.tsx';

interface RequirementTreeProps {
  readonly edition: Edition;
  /** Nothing where it is not adopted: the tree is then to read only. */
  readonly coverage: Coverage | undefined;
  readonly branches: readonly TreeBranch[];
  readonly isOpen: boolean;
}

/** The framework as a tree: what a branch is met to, and how each requirement stands. Enter leads to its proof. */
export function RequirementTree({ edition, coverage, branches, isOpen }: RequirementTreeProps) {
  const say = useWords('frameworks');
  const open = useOpenProof(edition.id);
  const groups = new Map(coverage?.groups.map((group) => [group.id, group]));
  const rows = new Map(coverage?.rows.map((row) => [row.id, row]));
  const metaOf = (id: string): ReactNode => {
    const row = rows.get(id);
    const group = groups.get(id);
    if (row) return <StateMark mark={row.mark} word={row.word} wraps />;
    if (!group) return undefined;
    return (
      <span className={css.meta}>
        <span className={css.bar}>
          <IntervalBar interval={intervalOf(group.numbers)} label={group.title} />
        </span>
        <IntervalText interval={intervalOf(group.numbers)} />
      </span>
    );
  };
  const nodeOf = ({ id, title, parts }: TreeBranch): TreeNode => ({
    id,
    code: id,
    label: title,
    meta: metaOf(id),
    ...(parts.length > 0 ? { children: parts.map(nodeOf) } : {}),
  });
  const provable = (id: string) => rows.has(id) || groups.get(id)?.whole !== undefined;
  return (
    <Tree
      label={say('tree-of', { title: edition.title })}
      nodes={branches.map(nodeOf)}
      defaultExpanded={isOpen ? branchIds(branches) : []}
      onOpen={(id) => provable(id) && open(id)}
    />
  );
}

function useOpenProof(framework: string): (requirement: string) => void {
  const { organisation } = usePlace();
  const [{ on, knownAt }] = useAddress();
  const navigate = useNavigate();
  return (requirement) => {
    const search = { ...(on ? { on } : {}), ...(knownAt ? { knownAt } : {}) };
    void navigate({
      to: pathOfRequirement(organisation, framework, requirement) as never,
      search: search as never,
    });
  };
}
