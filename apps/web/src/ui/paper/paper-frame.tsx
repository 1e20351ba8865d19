import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import { cx } from '../props.ts';
import { makeOneStop } from './contents.ts';
import css from './paper.module.css';
import { facesFor, type Paper, paperOf } from './paper.ts';

interface PaperFrameProps {
  /** Names the document. */
  readonly title: string;
  /** The document as HTML. */
  readonly document: string;
  /** Whether another one is on its way. */
  readonly isStale?: boolean | undefined;
  /** As wide as a sheet and smaller than it prints, so that it fits beside a list. */
  readonly isSmall?: boolean | undefined;
}

/**
 * A document as it prints, in a frame in which nothing runs. When it changes, the place that is read stays, and the
 * focus too.
 */
export function PaperFrame({ title, document, isStale = false, isSmall = false }: PaperFrameProps) {
  const paper = useMemo(() => paperOf(document, isSmall), [document, isSmall]);
  const address = useBlob(paper.html);
  const top = useRef(0);
  const dress = ({ currentTarget: frame }: SyntheticEvent<HTMLIFrameElement>) => {
    putOn(frame, paper, isSmall);
    const inside = frame.contentWindow;
    if (!inside) return;
    inside.scrollTo({ top: top.current });
    showFocus(frame, inside);
    makeOneStop(inside.document);
    stopWhereItScrolls(inside.document);
    inside.addEventListener('resize', () => stopWhereItScrolls(inside.document));
    inside.addEventListener('scroll', () => {
      top.current = inside.scrollY;
    });
  };
  return (
    <div className={cx(css.frame, isStale && css.stale)}>
      {address !== undefined && (
        <iframe
          title={title}
          src={address}
          sandbox="allow-same-origin"
          className={css.sheet}
          onLoad={dress}
        />
      )}
    </div>
  );
}

function useBlob(html: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [html]);
  return address;
}

/** The rules by which this page has its letters. */
function ownFaces(): readonly string[] {
  return [...document.styleSheets].flatMap((sheet) =>
    rulesOf(sheet).flatMap((rule) => (rule instanceof CSSFontFaceRule ? rule.cssText : [])),
  );
}

/** None of a sheet of another origin, such as an extension of the browser puts in: it may not be read. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

/** A sheet prints without a margin of its own: the printer leaves one. */
const small = ':root{zoom:.7}body{padding:1rem}';

/** The document within has the focus then, and draws nothing round itself. */
function showFocus(frame: HTMLIFrameElement, inside: Window): void {
  inside.addEventListener('focus', () => frame.toggleAttribute('data-focus', true));
  inside.addEventListener('blur', () => frame.toggleAttribute('data-focus', false));
}

/** What a table scrolls in is a stop of Tab only while it scrolls; the sheet itself stays one. */
function stopWhereItScrolls(inside: Document): void {
  for (const each of inside.querySelectorAll<HTMLElement>('[role="group"][tabindex]'))
    each.tabIndex = each.scrollWidth > each.clientWidth ? 0 : -1;
}

/** Styles are set from here as objects: those are ours, where a style inside the document might be anybody's. */
function putOn(frame: HTMLIFrameElement, { style }: Paper, isSmall: boolean): void {
  const inside = frame.contentDocument;
  const Sheet = (frame.contentWindow as (Window & typeof globalThis) | null)?.CSSStyleSheet;
  if (!inside || !Sheet) return;
  const sheet = new Sheet();
  const faces = facesFor(ownFaces(), window.location.origin);
  sheet.replaceSync(`${faces}\n${style}\n${isSmall ? small : ''}`);
  inside.adoptedStyleSheets = [sheet];
  for (const each of inside.querySelectorAll<HTMLElement | SVGElement>('[data-style]'))
    each.style.cssText = each.dataset.style ?? '';
}
