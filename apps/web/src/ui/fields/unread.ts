/**
 * Leads to the first entry inside that does not go out as it stands: one that could not be read and is told at its field,
 * or one that is required and missing, which is told then. False where there is none.
 */
export function leadsToUnread(within: Element | null | undefined): boolean {
  const entries = within?.querySelectorAll<HTMLElement>('[data-unread], input[required], textarea[required]');
  const first = [...(entries ?? [])].find((entry) => 'unread' in entry.dataset || isMissing(entry));
  if (first === undefined) return false;
  if (!('unread' in first.dataset)) first.dispatchEvent(new Event('invalid', { cancelable: true }));
  first.focus();
  return true;
}

/** Whether a line or a text of its own is still empty. What is chosen from a list tells that itself. */
function isMissing(entry: HTMLElement): boolean {
  const isText = entry instanceof HTMLInputElement || entry instanceof HTMLTextAreaElement;
  if (!isText || entry.readOnly || entry.disabled) return false;
  const isTyped = !['radio', 'checkbox', 'file', 'hidden'].includes(entry.type);
  return (
    isTyped &&
    entry.role !== 'combobox' &&
    !entry.closest('[aria-hidden="true"]') &&
    entry.value.trim() === ''
  );
}
