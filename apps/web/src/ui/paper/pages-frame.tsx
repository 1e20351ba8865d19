import { useEffect, useState } from 'react';
import css from './paper.module.css';

interface PagesFrameProps {
  /** Names the document. */
  readonly title: string;
  /** A PDF of ours. */
  readonly pdf: Blob;
}

/** The pages of a PDF in the viewer of the browser. */
export function PagesFrame({ title, pdf }: PagesFrameProps) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    // The type is said here: whatever was answered, the frame draws a PDF or nothing.
    const made = URL.createObjectURL(pdf.slice(0, pdf.size, 'application/pdf'));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  return (
    <div className={css.frame}>
      {/* No `sandbox`: Chrome draws no PDF in a sandboxed frame. */}
      {address !== undefined && <iframe title={title} src={address} className={css.sheet} />}
    </div>
  );
}
