import { move } from '../grid/move.ts';

/**
 * Makes the list of contents of a document one stop of Tab; up and down lead from heading to heading. What was followed
 * last stays the stop.
 */
export function makeOneStop(inside: Document): void {
  for (const contents of inside.querySelectorAll<HTMLElement>('nav.contents')) {
    const links = [...contents.querySelectorAll('a')];
    const settle = (stop: HTMLElement | undefined) => {
      for (const link of links) link.tabIndex = link === stop ? 0 : -1;
    };
    settle(links[0]);
    contents.addEventListener('focusin', () => settle(links.find((link) => link.matches(':focus'))));
    contents.addEventListener('keydown', (event) => {
      const to = linkFor(event, links);
      if (!to) return;
      event.preventDefault();
      to.focus();
    });
  }
}

/** Links of a screen: so many PageDown leads on. */
const page = 10;

/** Where a key leads from the link that has the focus. */
function linkFor(event: KeyboardEvent, links: readonly HTMLAnchorElement[]): HTMLElement | undefined {
  const { key, altKey, ctrlKey, metaKey } = event;
  const row = links.indexOf(event.target as HTMLAnchorElement) + 1;
  if (row === 0 || altKey || ctrlKey || metaKey) return undefined;
  // One column: its beginning and end are those of the list.
  const isEnd = key === 'Home' || key === 'End';
  const extent = { rows: links.length, columns: 1, heads: 0, page };
  const to = move({ row, column: 0 }, { key, ctrl: isEnd }, extent);
  return to && links[to.row - 1];
}
