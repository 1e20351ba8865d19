import { useEffect, useRef, useState } from 'react';
import { SearchField } from '../../ui/index.ts';
import { useAddress } from './address.ts';

const pauseMs = 200;

/** A word to filter by, kept in the address as `text`: it follows the letters a moment later, and the field follows it. */
export function WordField({ label }: { readonly label: string }) {
  const [{ text = '' }, change] = useAddress();
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  useEffect(() => {
    if (sent.current === text) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    if (typed === sent.current) return;
    const later = window.setTimeout(() => {
      sent.current = typed;
      change({ text: typed }, { replace: true });
    }, pauseMs);
    return () => window.clearTimeout(later);
  }, [typed, change]);
  return <SearchField label={label} value={typed} onChange={setTyped} />;
}
