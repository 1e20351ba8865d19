/** Where a pointer is pressed and let go, as the window has it. */
type Place = Pick<EventTarget, 'addEventListener'>;

/**
 * Follows presses; what it gives does a thing once nothing is pressed any more, at once where nothing is, and says how
 * that is called off.
 */
export function followPresses(place: Place): (deed: () => void) => () => void {
  const waiting = new Set<() => void>();
  let isPressed = false;
  let ending: ReturnType<typeof setTimeout> | undefined;
  const press = (event: Event & { readonly button?: number }) => {
    // Another button opens a menu of the browser's, whose end is not told.
    if (event.button !== undefined && event.button !== 0) return;
    clearTimeout(ending);
    isPressed = true;
  };
  const letGo = () => {
    isPressed = false;
    for (const deed of [...waiting]) deed();
    waiting.clear();
  };
  // The click comes after the pointer is up, within the same turn: what it aims at has to stand until then.
  const end = () => {
    clearTimeout(ending);
    ending = setTimeout(letGo, 0);
  };
  // A finger presses like a mouse only once it is lifted: both are followed.
  for (const name of ['pointerdown', 'mousedown']) place.addEventListener(name, press, true);
  for (const name of ['pointerup', 'pointercancel', 'mouseup', 'dragend'])
    place.addEventListener(name, end, true);
  place.addEventListener('keydown', letGo, true);
  // Of the window alone: a field that is left does not end a press.
  place.addEventListener('blur', letGo);
  return (deed) => {
    if (isPressed) waiting.add(deed);
    else deed();
    return () => waiting.delete(deed);
  };
}

/** Does something once nothing is pressed in this page; says how it is called off. */
export const onceLetGo = followPresses(globalThis.window ?? new EventTarget());
