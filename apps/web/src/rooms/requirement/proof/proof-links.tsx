import { LinkHorizontal } from '@visx/shape';
import { useWords } from '../../../app/index.ts';
import type { ProofLink } from '../why/node.ts';
import { type Anchors, type Point, pathBetween } from './anchors.ts';
import css from './proof-links.module.css';

interface ProofLinksProps {
  readonly links: readonly ProofLink[];
  readonly anchors: Anchors;
}

/** The links of the drawing, behind its things. What they say stands in the list too. */
export function ProofLinks({ links, anchors }: ProofLinksProps) {
  const say = useWords('requirement');
  const drawn = links.flatMap(({ from, to, state }) => {
    const path = pathBetween(anchors, { from, to });
    return path ? [{ key: `${from} ${to}`, state, path }] : [];
  });
  // Words stand over every line, so that none is drawn through them.
  return (
    <svg className={css.links} aria-hidden="true">
      {drawn.map(({ key, state, path }) => (
        <g key={key} className={css[state]}>
          <LinkHorizontal
            data={path}
            x={(end: Point) => end.x}
            y={(end: Point) => end.y}
            className={css.line}
          />
        </g>
      ))}
      {drawn
        .filter(({ state }) => state === 'broken')
        .map(({ key, path }) => (
          <Broken key={key} at={path.middle} words={say('broken-here')} />
        ))}
    </svg>
  );
}

function Broken({ at, words }: { readonly at: Point; readonly words: string }) {
  return (
    <g transform={`translate(${at.x} ${at.y})`}>
      <rect className={css.gap} x="-11" y="-9" width="22" height="18" />
      <path className={css.cross} d="M-5 -5L5 5M5 -5L-5 5" />
      <text className={css.words} y="22">
        {words}
      </text>
    </g>
  );
}
