import { useCallback, useState } from 'react';
import { type CertificateStart, forgetStart, keepStart, keptStart } from './start.ts';

/** The start from a certificate, kept in this browser with every change. */
export function useStart() {
  const [start, setStart] = useState(taken);
  const set = useCallback((changed: Partial<CertificateStart>) => {
    setStart((before) => {
      const next = { ...before, ...changed };
      keepStart(window.localStorage, next);
      return next;
    });
  }, []);
  /** Without what was begun; an organisation that is there already stays. */
  const anew = useCallback(() => {
    forgetStart(window.localStorage);
    setStart(taken);
  }, []);
  return { start, set, anew };
}

function taken(): CertificateStart {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return keptStart(window.localStorage, { id: crypto.randomUUID(), zone });
}

export type Started = Pick<ReturnType<typeof useStart>, 'start' | 'set'>;
