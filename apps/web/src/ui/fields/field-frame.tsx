import { type ReactNode, useId, useState } from 'react';
import { Mark } from '../marks/mark.tsx';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import css from './fields.module.css';
import { useStill } from './still/use-still.ts';

/** What every field says of itself. */
export interface FieldAbout {
  readonly label: string;
  readonly description?: ReactNode;
  /** What is wrong with the entry, and what to do; the entry stays. */
  readonly error?: string | undefined;
  /** The label is only heard. */
  readonly hideLabel?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  /** Why nothing can be entered now. */
  readonly reason?: string | undefined;
  readonly size?: 'm' | 'l' | undefined;
  /** What it shows was chosen here and is not recorded yet. */
  readonly isWaiting?: boolean | undefined;
}

interface Wired {
  readonly labelled: string;
  readonly described: string;
  /** It is required, and a form was to go out without it. */
  readonly isMissing: boolean;
}

interface FieldFrameProps extends FieldAbout {
  readonly as: 'field' | 'group';
  /** The id of the control, so that the label leads to it. */
  readonly htmlFor?: string | undefined;
  readonly children: (wired: Wired) => ReactNode;
}

/** Label above, then the control, then what is wrong or what helps. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, hideLabel = false, isRequired = false, size, as, htmlFor, children, ...rest } = props;
  const { isWaiting = false, ...told } = rest;
  const id = useId();
  const { say } = useSay();
  const [isMissing, setMissing] = useState(false);
  const error = told.error ?? (isMissing ? say('missing', { label }) : undefined);
  const described = isWaiting ? `${id}-told ${id}-waiting` : `${id}-told`;
  const wired = { labelled: `${id}-label`, described, isMissing };
  const title = (
    <>
      {label}
      {isRequired && <Required />}
    </>
  );
  const className = cx(css.label, size === 'l' && css.large, hideLabel && 'visually-hidden');
  return (
    <div
      className={css.field}
      onInvalidCapture={() => setMissing(true)}
      onInput={() => isMissing && setMissing(false)}
    >
      {as === 'field' ? (
        <label id={wired.labelled} htmlFor={htmlFor} className={className}>
          {title}
        </label>
      ) : (
        <span id={wired.labelled} className={className}>
          {title}
        </span>
      )}
      {isWaiting && <Waiting id={`${id}-waiting`} />}
      {children(wired)}
      <FieldTold {...told} error={error} id={`${id}-told`} />
    </div>
  );
}

function Required() {
  const { say } = useSay();
  return <span className={css.required}>{say('required')}</span>;
}

/** Stands at the end of the label's line, so that nothing moves when it comes and goes. */
function Waiting({ id }: { readonly id: string }) {
  const { say } = useSay();
  return (
    <span id={id} className={css.waiting}>
      <Mark name="clock" size={12} />
      {say('waiting')}
    </span>
  );
}

interface FieldToldProps extends Pick<FieldAbout, 'description' | 'error' | 'reason'> {
  readonly id: string;
}

/** What stands under a field. The place is always there, so that an error is heard when it comes. */
function FieldTold({ description, error, reason, id }: FieldToldProps) {
  const told = useStill(error);
  return (
    <span id={id} className={css.told}>
      {reason !== undefined && <span className={css.help}>{reason}</span>}
      {description !== undefined && <span className={css.help}>{description}</span>}
      <span role="alert" className={css.error}>
        {told !== undefined && (
          <>
            <Mark name="error" />
            <span>{told}</span>
          </>
        )}
      </span>
    </span>
  );
}
