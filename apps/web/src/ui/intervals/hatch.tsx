import { PatternLines } from '@visx/pattern';

/** The pattern of what is not proven; nothing else is hatched. Its place is a fill `url(#id)`. */
export function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <PatternLines
        id={id}
        width={5.66}
        height={5.66}
        stroke="var(--hatch)"
        strokeWidth={1.25}
        orientation={['diagonal']}
      />
    </defs>
  );
}

/** An id that may stand in `url(#…)`. */
export function drawnId(id: string): string {
  return `h${id.replace(/[^\w]/g, '')}`;
}
