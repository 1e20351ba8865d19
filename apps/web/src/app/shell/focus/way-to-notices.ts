import { type RefObject, useEffect } from 'react';

/** What Tab goes round in; a menu that is open in one is left by it. */
const dialogs = '[role="dialog"]:not(:has([role="menu"])), [role="alertdialog"]';

/**
 * The keys that lead to what was just done and back: F6 from wherever one is, and Tab past an end of a dialog, which would
 * otherwise go round within.
 */
export function useWayToNotices(bars: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let from: Element | null = null;
    let before: Element | null = null;
    const enter = (event: KeyboardEvent, at: 0 | -1) => {
      const stop = stopsOf(bars.current).at(at);
      if (!stop) return;
      before = from;
      goTo(stop, event);
    };
    // What has the focus is noted on the way down: on the way up, Tab has gone round already.
    const press = (event: KeyboardEvent) => {
      from = document.activeElement;
      const isInside = bars.current?.contains(from);
      if (isF6(event) && !isInside) return enter(event, 0);
      const leaves =
        isF6(event) || (isBack(event) && from === stopsOf(bars.current)[0] && isInDialog(before));
      if (isInside && leaves && before?.isConnected) goTo(before, event);
    };
    const goRound = (event: KeyboardEvent) => {
      const hasGoneRound = event.key === 'Tab' && event.defaultPrevented && isRound(from, event.shiftKey);
      if (hasGoneRound) enter(event, event.shiftKey ? -1 : 0);
    };
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('keydown', goRound);
    return () => {
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('keydown', goRound);
    };
  }, [bars]);
}

function isF6({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'F6' && !altKey && !ctrlKey && !metaKey;
}

function isBack({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'Tab' && shiftKey;
}

function isInDialog(stop: Element | null): boolean {
  return stop !== null && stop.closest(dialogs) !== null;
}

/** Nothing else follows the key: a dialog would lead it on from where it has come to. */
function goTo(stop: Element, event: KeyboardEvent): void {
  if (!(stop instanceof HTMLElement)) return;
  event.preventDefault();
  event.stopPropagation();
  stop.focus();
}

function stopsOf(bars: HTMLElement | null): readonly HTMLElement[] {
  return [...(bars?.querySelectorAll<HTMLElement>('button:not([disabled])') ?? [])];
}

/** Whether Tab has led from one end of a dialog to its other one, or where it has one stop only, to that again. */
function isRound(from: Element | null, isBackward: boolean): boolean {
  const to = document.activeElement;
  const dialog = from?.closest(dialogs);
  if (!from || !to || !dialog?.contains(to)) return false;
  const onward = isBackward ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return (from.compareDocumentPosition(to) & onward) === 0;
}
