import { type CSSProperties, useRef } from 'react';
import { useWords } from '../../../app/index.ts';
import { cx } from '../../../ui/index.ts';
import { columns, type Proof, type ProofNode, type Why } from '../why/node.ts';
import css from './proof-drawing.module.css';
import { ProofLinks } from './proof-links.tsx';
import { ThingInside } from './things/thing-inside.tsx';
import { useAnchors } from './use-anchors.ts';

interface ProofDrawingProps {
  readonly why: Why;
  readonly proof: Proof;
  /** As a list also where there would be room to draw. */
  readonly isList: boolean;
}

/**
 * One ordered list, each thing before what it rests on. Where there is room it is laid on four columns and the links are
 * drawn behind it; else it stays the list that it is.
 */
export function ProofDrawing({ why, proof, isList }: ProofDrawingProps) {
  const say = useWords('requirement');
  const place = useRef<HTMLDivElement>(null);
  const anchors = useAnchors(place, proof);
  return (
    <div className={isList ? css.asList : css.asDrawing}>
      <div className={css.heads} aria-hidden="true">
        {columns.map((column) => (
          <span key={column}>{say(`column.${column}`)}</span>
        ))}
      </div>
      <div ref={place} className={css.canvas}>
        <ProofLinks links={proof.links} anchors={anchors} />
        <ol className={css.things} aria-label={say('proof-of', { id: why.requirement.id })}>
          {proof.nodes.map((node) => (
            <Placed key={node.id} node={node} why={why} proof={proof} />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Of more rows the requirement stands at their top, where it is seen. */
const fewRows = 4;

const classes = { asked: css.asked, claimed: css.claimed, done: css.done, shown: css.shown };

function Placed({
  node,
  why,
  proof,
}: {
  readonly node: ProofNode;
  readonly why: Why;
  readonly proof: Proof;
}) {
  const say = useWords('requirement');
  const into = proof.links.filter(({ to }) => to === node.id).map(({ state }) => state);
  const out = proof.links.filter(({ from }) => from === node.id).map(({ state }) => state);
  const isBroken = into.includes('broken');
  const leans = isBroken || out.includes('broken') || out.some((state) => state === 'open');
  const isRoot = isBroken && node.column === 'shown';
  return (
    <li
      className={cx(css.place, classes[node.column], proof.rows <= fewRows && css.few)}
      style={{ '--row': `${node.row} / span ${node.span}` } as CSSProperties}
    >
      <div className={cx(css.thing, leans && css.leans, isRoot && css.root)} data-node={node.id}>
        <span className={css.step}>{say(`column.${node.column}`)}</span>
        {isBroken && <span className={css.brokenWords}>{say('broken-here')}</span>}
        <ThingInside why={why} thing={node.thing} />
      </div>
    </li>
  );
}
