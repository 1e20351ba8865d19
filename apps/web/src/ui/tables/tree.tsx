import type { ReactNode } from 'react';
import { Tree as AriaTree, Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { Mark } from '../marks/mark.tsx';
import { given } from '../props.ts';
import { useSay } from '../say.ts';
import css from './tree.module.css';

export interface TreeNode {
  readonly id: string;
  /** Its words, for the keyboard too. */
  readonly label: string;
  readonly code?: string | undefined;
  readonly meta?: ReactNode;
  readonly children?: readonly TreeNode[] | undefined;
}

interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly onOpen?: ((id: string) => void) | undefined;
  /** The one that is open beside the tree. */
  readonly current?: string | undefined;
  readonly defaultExpanded?: readonly string[] | undefined;
}

/** A framework and its parts. Arrows open and close, Enter leads to a part. */
export function Tree({ label, nodes, onOpen, current, defaultExpanded = [] }: TreeProps) {
  return (
    <AriaTree
      aria-label={label}
      items={nodes}
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={current === undefined ? [] : [current]}
      defaultExpandedKeys={[...defaultExpanded]}
      {...given({ onAction: onOpen && ((key: string | number) => onOpen(String(key))) })}
      className={css.tree ?? ''}
    >
      {(node) => <Node node={node} />}
    </AriaTree>
  );
}

function Node({ node }: { readonly node: TreeNode }) {
  const { say } = useSay();
  const parts = node.children ?? [];
  return (
    <TreeItem
      id={node.id}
      textValue={[node.code, node.label].filter(Boolean).join(' ')}
      className={css.item ?? ''}
    >
      <TreeItemContent>
        {({ isExpanded, level }) => (
          <div className={css.line} style={{ paddingInlineStart: (level - 1) * 20 }}>
            {parts.length > 0 ? (
              <Button
                slot="chevron"
                className={css.chevron ?? ''}
                aria-label={say(isExpanded ? 'fold' : 'unfold')}
              >
                <Mark name={isExpanded ? 'down' : 'right'} size={12} />
              </Button>
            ) : (
              <span className={css.chevron} />
            )}
            {node.code && <span className={css.code}>{node.code}</span>}
            <span className={css.label}>{node.label}</span>
            {node.meta !== undefined && <span className={css.meta}>{node.meta}</span>}
          </div>
        )}
      </TreeItemContent>
      <Collection items={parts}>{(part) => <Node node={part} />}</Collection>
    </TreeItem>
  );
}
