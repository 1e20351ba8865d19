import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Anchor, Anchors } from './anchors.ts';

const none: Anchors = new Map();

/**
 * Measures where the things of a drawing lie, again whenever it changes its size: words of any length and language may
 * break where they like. A thing is named by `data-node`.
 */
export function useAnchors(place: RefObject<HTMLElement | null>, laid: unknown): Anchors {
  const [anchors, setAnchors] = useState(none);
  useLayoutEffect(() => {
    const drawing = place.current;
    if (!drawing) return;
    const measure = () => setAnchors(measured(drawing));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(drawing);
    return () => observer.disconnect();
  }, [place, laid]);
  return anchors;
}

function measured(drawing: HTMLElement): Anchors {
  const origin = drawing.getBoundingClientRect();
  const things = [...drawing.querySelectorAll<HTMLElement>('[data-node]')];
  return new Map(
    things.map((thing): [string, Anchor] => {
      const { left, right, top, height } = thing.getBoundingClientRect();
      const middle = top + height / 2 - origin.top;
      return [thing.dataset.node ?? '', { left: left - origin.left, right: right - origin.left, middle }];
    }),
  );
}
