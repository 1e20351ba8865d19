import type { ReactElement } from 'react';

const line = (d: string, width = 1.5) => (
  <path d={d} fill="none" stroke="currentColor" strokeWidth={width} strokeLinejoin="round" />
);
const ring = (width: number, r = 6.2) => (
  <circle cx="8" cy="8" r={r} fill="none" stroke="currentColor" strokeWidth={width} />
);
const sheet = <path d="M3.7 2.2h6l2.6 2.6v9H3.7z" fill="none" stroke="currentColor" strokeWidth="1.4" />;
/** What is known of a requirement or a control: circles, and one diamond. */
const known = {
  met: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.7 8.3l2.3 2.3 4.3-4.8" fill="none" stroke="var(--paper)" strokeWidth="1.7" />
    </>
  ),
  partly: (
    <>
      {ring(1.6)}
      <path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor" />
    </>
  ),
  gap: (
    <>
      {ring(1.6)}
      {line('M5.6 5.6l4.8 4.8m0-4.8l-4.8 4.8', 1.7)}
    </>
  ),
  supported: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeDasharray="2.4 2.46"
      />
      <circle cx="8" cy="8" r="2.2" fill="currentColor" />
    </>
  ),
  unknown: (
    <>
      {ring(1.2, 6.4)}
      {line('M6.1 6.5a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.6-.9 1.2M8 11.1v.9')}
    </>
  ),
  stale: line('M3.5 2h9M3.5 14h9M5 2v2.6L8 8l-3 3.4V14M11 2v2.6L8 8l3 3.4V14'),
  conflict: (
    <>
      {line('M8 1.2L14.8 8 8 14.8 1.2 8z')}
      {line('M5.4 7h5.2M5.4 9.2h5.2M9.4 5.2l-2.8 5.8', 1.3)}
    </>
  ),
  excluded: (
    <>
      {ring(1.2, 6.4)}
      {line('M5 8h6')}
    </>
  ),
} as const satisfies Record<string, ReactElement>;

/** Evidence is a sheet, a finding a triangle. */
const shown = {
  fresh: <path d="M3 1.5h7l3 3v10H3z" fill="currentColor" />,
  due: (
    <>
      {sheet}
      <path d="M3 8h10v6.5H3z" fill="currentColor" />
    </>
  ),
  'stale-sheet': (
    <>
      {sheet}
      <path d="M5.7 6.2h4.6L8 9zM5.7 11.8h4.6L8 9z" fill="currentColor" />
    </>
  ),
  missing: (
    <path
      d="M3.7 2.2h6l2.6 2.6v9H3.7z"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeDasharray="2 1.8"
    />
  ),
  'failed-sheet': (
    <>
      {sheet}
      {line('M6 7l4 4m0-4l-4 4')}
    </>
  ),
  error: (
    <>
      <path d="M8 1.5L15 14H1z" fill="currentColor" />
      <path d="M8 6v4M8 11.3v1.4" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
  warning: (
    <>
      {line('M8 2.6L14 13.4H2z', 1.4)}
      {line('M8 6.4v3.4M8 10.8v1.2', 1.4)}
    </>
  ),
} as const satisfies Record<string, ReactElement>;

/** What can be done, and where something leads. */
const signs = {
  check: line('M3 8.4l3.4 3.4L13 4.6', 1.7),
  clock: (
    <>
      {ring(1.5)}
      {line('M8 4.2V8l2.6 1.6')}
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {line('M10.5 10.5L14 14')}
    </>
  ),
  menu: line('M2 4.5h12M2 8h12M2 11.5h12'),
  plus: line('M8 3v10M3 8h10'),
  close: line('M4 4l8 8m0-8l-8 8'),
  arrow: line('M2.5 8h10M9 4.5L12.5 8 9 11.5'),
  up: line('M4 10l4-4 4 4'),
  down: line('M4 6l4 4 4-4'),
  left: line('M10 3L5 8l5 5', 1.6),
  right: line('M6 3l5 5-5 5', 1.6),
  'sort-up': line('M8 13V3.5M4 7.5l4-4 4 4'),
  'sort-down': line('M8 3v9.5M4 8.5l4 4 4-4'),
  more: (
    <>
      {[3, 8, 13].map((cx) => (
        <circle key={cx} cx={cx} cy="8" r="1.3" fill="currentColor" />
      ))}
    </>
  ),
  external: line('M9 2.7h4.3V7M13 3L7.4 8.6M6.5 3.7H2.7v9.6h9.6V9.5'),
  download: line('M8 2v8.2M4.5 7L8 10.5 11.5 7M2.7 13.5h10.6'),
  upload: line('M8 10.5V2.3M4.5 5.8L8 2.3l3.5 3.5M2.7 13.5h10.6'),
  history: line('M2.6 5.4A6.2 6.2 0 1 1 1.8 8M2.3 2.2v3.4h3.4M8 4.6V8l2.5 1.6'),
  undo: line('M5.5 2.8L2.5 5.8l3 3M2.8 5.8h6.4a3.8 3.8 0 0 1 0 7.6H5'),
  'what-if': (
    <>
      {line('M8 14V8M8 8L3.5 3.5M8 8l4.5-4.5', 1.6)}
      {line('M3 7V3h4M13 7V3H9', 1.6)}
    </>
  ),
  edit: line('M3 13l.6-2.8 7.6-7.6 2.2 2.2-7.6 7.6z', 1.4),
  link: line(
    'M6.7 9.3l2.6-2.6M7.6 5l1.6-1.6a2.4 2.4 0 0 1 3.4 3.4L11 8.4M8.4 11l-1.6 1.6a2.4 2.4 0 0 1-3.4-3.4L5 7.6',
  ),
  file: sheet,
  person: line('M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM2.8 13.8c.4-2.8 2.4-4 5.2-4s4.8 1.2 5.2 4'),
  lock: line('M4 7.2h8v6.3H4zM5.6 7V5a2.4 2.4 0 0 1 4.8 0v2'),
  calendar: line('M2.5 3.7h11v9.8h-11zM2.5 6.7h11M5.4 2v3M10.6 2v3', 1.4),
  filter: line('M2 4h12M4.5 8h7M6.7 12h2.6'),
  drag: line('M5.5 4v8M8 4v8M10.5 4v8', 1.2),
  logo: (
    <>
      <circle cx="5.6" cy="8" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="10.4" cy="8" r="4.8" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 3.85a4.8 4.8 0 0 1 0 8.3 4.8 4.8 0 0 1 0-8.3z" fill="currentColor" />
    </>
  ),
} as const satisfies Record<string, ReactElement>;

/** All marks, drawn on 16 × 16 in the colour of the text. */
export const shapes = { ...known, ...shown, ...signs };

export type MarkName = keyof typeof shapes;
