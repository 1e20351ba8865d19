import { type RefObject, useEffect, useRef } from 'react';
import type { Place } from './move.ts';

/** What stays the same of a grid however it is scrolled. */
export interface Focusing {
  readonly setPlace: (place: Place) => void;
  /** A key has led to the active cell: it is to take the focus. */
  readonly wantsFocus: RefObject<boolean>;
}

/** One cell of a grid can be reached by Tab: the active one. It takes the focus when a key has led to it. */
export function useCellFocus<Element extends HTMLElement>(
  { setPlace, wantsFocus }: Focusing,
  { row, column }: Place,
  isActive: boolean,
) {
  const cell = useRef<Element>(null);
  useEffect(() => {
    if (!isActive || !wantsFocus.current) return;
    wantsFocus.current = false;
    cell.current?.focus({ preventScroll: true });
  }, [isActive, wantsFocus]);
  return {
    ref: cell,
    tabIndex: isActive ? 0 : -1,
    onFocus: () => {
      if (!isActive) setPlace({ row, column });
    },
  };
}
