import { useLayoutEffect, useRef, useState } from 'react';

/** The width of an element in pixels, as it changes; 0 before it is known. */
export function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const one = element.current;
    if (!one) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(one);
    setWidth(one.clientWidth);
    return () => watch.disconnect();
  }, []);
  return [element, width] as const;
}
