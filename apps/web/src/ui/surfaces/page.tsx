import { type ReactNode, useEffect, useRef } from 'react';
import { cx } from '../props.ts';
import css from './surfaces.module.css';

interface PageProps {
  /** The one h1: a true sentence, or the name of the thing. */
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** A sentence or two under the title, to be read aloud. */
  readonly lead?: ReactNode;
  /** Beside the title: counts, dates, versions. */
  readonly meta?: ReactNode;
  /** Deeds of the page, at most one primary. */
  readonly actions?: ReactNode;
  /** Fills the height and lets its list scroll: Library, Applicability. */
  readonly fills?: boolean | undefined;
}

/** A room of the product. Says it first. */
export function Page({ title, children, lead, meta, actions, fills = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => nameWindowAfter(heading.current), []);
  return (
    <div className={cx(css.page, fills && css.fills)}>
      <header className={css.pageHead}>
        <div className={css.headLine}>
          <div className={css.titles}>
            <h1 ref={heading}>{title}</h1>
            {meta !== undefined && <Meta>{meta}</Meta>}
          </div>
          {actions !== undefined && <div className={css.actions}>{actions}</div>}
        </div>
        {lead !== undefined && <p className={css.lead}>{lead}</p>}
      </header>
      {children}
    </div>
  );
}

/** Words alone have two lines, however long the name of an organisation is, and are whole where one points at them. */
function Meta({ children }: { readonly children: ReactNode }) {
  const isWords = typeof children === 'string';
  return (
    <div className={cx(css.meta, isWords && 'two-lines')} title={isWords ? children : undefined}>
      {children}
    </div>
  );
}

/** The window is called as the page is, also while that is still being worked out. */
function nameWindowAfter(heading: HTMLElement | null): (() => void) | undefined {
  if (!heading) return undefined;
  const name = () => {
    document.title = [heading.textContent, 'Concord'].filter(Boolean).join(' · ');
  };
  name();
  const observer = new MutationObserver(name);
  observer.observe(heading, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

interface SectionProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly meta?: ReactNode;
  /** At the end of the heading: a link, a legend, a small button. */
  readonly link?: ReactNode;
  readonly level?: 2 | 3 | undefined;
  readonly id?: string | undefined;
}

/** An ink hairline, a heading, its content. */
export function Section({ title, children, meta, link, level = 2, id }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={cx(css.section, level === 3 && css.under)} id={id}>
      <header className={css.sectionHead}>
        <Heading>{title}</Heading>
        {meta !== undefined && <small className={css.sectionMeta}>{meta}</small>}
        {link !== undefined && <div className={css.sectionLink}>{link}</div>}
      </header>
      {children}
    </section>
  );
}

interface ColumnsProps {
  readonly children: ReactNode;
  /** Twelfths of each column on a wide screen; one column on a phone. */
  readonly of: '12' | '8-4' | '6-6' | '4-4-4' | '5-7' | '3-3-3-3';
}

/** Sections side by side. */
export function Columns({ children, of }: ColumnsProps) {
  return <div className={cx(css.columns, css[`c${of}`])}>{children}</div>;
}

/** Things under each other at the distance of sections, or closer. */
export function Stack({
  children,
  gap = 'm',
}: {
  readonly children: ReactNode;
  readonly gap?: 's' | 'm' | 'l';
}) {
  return <div className={cx(css.stack, css[`gap-${gap}`])}>{children}</div>;
}

/** Small things beside each other, that wrap. */
export function Row({ children, ends = false }: { readonly children: ReactNode; readonly ends?: boolean }) {
  return <div className={cx(css.row, ends && css.ends)}>{children}</div>;
}
