import { useCallback, useState } from 'react';

const drafts = new Map<string, unknown>();

/**
 * What is typed in a form that can be left: closing it, or going back, loses nothing. It stands under its name until it
 * was recorded or this page is loaded anew.
 */
export function useDraft<Draft>(name: string, first: () => Draft) {
  const [draft, setDraft] = useState<Draft>(() => (drafts.has(name) ? (drafts.get(name) as Draft) : first()));
  const change = useCallback(
    (changed: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...changed };
        drafts.set(name, next);
        return next;
      }),
    [name],
  );
  const forget = useCallback(() => {
    drafts.delete(name);
  }, [name]);
  return { draft, change, forget };
}
