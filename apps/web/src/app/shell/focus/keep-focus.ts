import { useEffect } from 'react';
import { nearest } from './nearest.ts';

const pressable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

/** What is entered from somewhere and left again to there: a dialog, a panel beside a list, a notice. */
const dialogs = '[role="dialog"], [role="alertdialog"]';
const apart = `${dialogs}, [data-apart]`;
const regions = `${apart}, main, header, aside, nav`;

/** What had the focus, where it stood, and what could have had it. */
interface Held {
  readonly focused: HTMLElement;
  /** Of what stands in a dialog. */
  readonly dialog: HTMLElement | undefined;
  /** From within outwards, as far as its part of the page goes; in a dialog, what it is about, without its deeds. */
  readonly around: readonly Element[];
  readonly order: readonly HTMLElement[];
  /** Of something apart: what had the focus before it was entered. */
  readonly before: Held | undefined;
}

/**
 * The focus never falls to the page as a whole. When what had it is taken away, by a deed that ends it, the nearest
 * thing of the same place gets it, else of the place around, else the room; in a dialog never what ends it, but rather the
 * dialog itself; and from a dialog, a panel or a notice that is left what had it before. What gives it back itself, or puts
 * it somewhere on purpose, comes first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Held | undefined;
    let isAsked = false;
    const hold = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target !== document.body) held = heldBy(target, held);
    };
    // Who presses beside everything lets go on purpose.
    const letGo = ({ target }: Event) => {
      if (target instanceof Element && target.closest(pressable) === null) held = undefined;
    };
    const isLost = () =>
      held !== undefined && document.activeElement === document.body && !isReachable(held.focused);
    const look = () => {
      if (isAsked || !held || !isLost()) return;
      // With the next frame an open dialog would give it to its first thing, which closes it.
      if (held.dialog && isReachable(held.dialog)) return giveOn(held);
      isAsked = true;
      // What gives the focus back on purpose has done so by then.
      afterFrames(3, () => {
        isAsked = false;
        if (held && isLost()) giveOn(held);
      });
    };
    // A key does not wait for that: Escape is meant for what stands there now, and Tab leads to it.
    const press = (event: KeyboardEvent) => {
      if (!held || !isLost()) return;
      giveOn(held);
      if (event.key !== 'Escape' && event.key !== 'Tab') return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', event));
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled', 'hidden', 'inert'],
    });
    document.addEventListener('focusin', hold);
    document.addEventListener('pointerdown', letGo);
    document.addEventListener('keydown', press, { capture: true });
    return () => {
      watch.disconnect();
      document.removeEventListener('focusin', hold);
      document.removeEventListener('pointerdown', letGo);
      document.removeEventListener('keydown', press, { capture: true });
    };
  }, []);
}

/** Gives the focus to what is nearest to what had it. */
function giveOn(held: Held): void {
  (heirOf(held) ?? document.getElementById('room'))?.focus();
}

function heldBy(focused: HTMLElement, last: Held | undefined): Held {
  const region = focused.closest(regions);
  const dialog = focused.closest<HTMLElement>(dialogs) ?? undefined;
  const whole = dialog?.querySelector('[data-body]') ?? region;
  const around: Element[] = [];
  for (let at = focused.parentElement; at && whole?.contains(at); at = at.parentElement) around.push(at);
  const isSame = last !== undefined && region?.contains(last.focused) === true;
  const before = !focused.closest(apart) ? undefined : isSame ? last.before : last;
  return { focused, dialog, around, order: allPressable(), before };
}

function allPressable(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(pressable)];
}

function heirOf({ focused, dialog, around, order, before }: Held): HTMLElement | undefined {
  const places = around.filter((each) => each.isConnected);
  const isIn = places.map((place) => (thing: HTMLElement) => place.contains(thing) && isOpen(thing));
  // What has come in its stead counts as standing after it.
  const near = nearest([...new Set([...order, ...allPressable()])], focused, isIn);
  if (near) return near;
  if (dialog && isReachable(dialog)) return dialog;
  if (!before) return undefined;
  return isReachable(before.focused) ? before.focused : heirOf(before);
}

/** Can have it, and do something with it. */
function isOpen(thing: HTMLElement): boolean {
  return thing.ariaDisabled !== 'true' && isReachable(thing);
}

function isReachable(thing: HTMLElement): boolean {
  return (
    thing.isConnected && !thing.matches(':disabled') && !thing.closest('[inert]') && thing.checkVisibility()
  );
}

function afterFrames(count: number, then: () => void): void {
  requestAnimationFrame(() => (count <= 1 ? then() : afterFrames(count - 1, then)));
}
