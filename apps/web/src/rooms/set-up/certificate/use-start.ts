import { useCallback, useState } from 'react';
import { type CertificateStart, keepStart, keptStart } from './start.ts';

/** The start from a certificate, kept in this browser with every change. */
export function useStart() {
  const [start, setStart] = useState(() =>
    keptStart(window.localStorage, {
      id: crypto.randomUUID(),
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
  );
  const set = useCallback((changed: Partial<CertificateStart>) => {
    setStart((before) => {
      const next = { ...before, ...changed };
      keepStart(window.localStorage, next);
      return next;
    });
  }, []);
  return { start, set };
}

export type Started = ReturnType<typeof useStart>;
