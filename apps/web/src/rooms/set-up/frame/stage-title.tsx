import { useEffect, useRef } from 'react';

interface StageTitleProps {
  readonly text: string;
  readonly dress: string | undefined;
  /** A field of the stage takes the focus itself. */
  readonly isSilent?: boolean;
}

/** The heading of a stage. As the stage opens it is shown from its top, and read out: Tab leads into its fields. */
export function StageTitle({ text, dress, isSilent = false }: StageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    if (!isSilent) heading.current?.focus({ preventScroll: true });
  }, [isSilent]);
  return (
    <h1 ref={heading} tabIndex={-1} className={dress}>
      {text}
    </h1>
  );
}
