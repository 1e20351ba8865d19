import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface ScrollBoxProps {
  /** Names what scrolls. */
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** Scrolls sideways where its content is too wide; only then can it be reached by Tab, to be scrolled by keys. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const one = box.current;
    if (!one) return;
    const watch = new ResizeObserver(() => setOverflows(one.scrollWidth > one.clientWidth + 1));
    watch.observe(one);
    if (one.firstElementChild) watch.observe(one.firstElementChild);
    return () => watch.disconnect();
  }, []);
  const reachable = overflows ? { tabIndex: 0, role: 'group', 'aria-label': label } : {};
  return (
    <div ref={box} className={className} {...reachable}>
      {children}
    </div>
  );
}
