import { type ReactNode, useId } from 'react';
import { Mark } from '../marks/mark.tsx';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import css from './fields.module.css';

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
}

interface Wired {
  readonly labelled: string;
  readonly described: string;
}

interface FieldFrameProps extends FieldAbout {
  readonly as: 'field' | 'group';
  /** The id of the control, so that the label leads to it. */
  readonly htmlFor?: string | undefined;
  readonly children: (wired: Wired) => ReactNode;
}

/** Label above, then the control, then what is wrong or what helps. */
export function FieldFrame(props: FieldFrameProps) {
  const { label, hideLabel = false, isRequired = false, size, as, htmlFor, children, ...told } = props;
  const id = useId();
  const wired = { labelled: `${id}-label`, described: `${id}-told` };
  const title = (
    <>
      {label}
      {isRequired && <Required />}
    </>
  );
  const className = cx(css.label, size === 'l' && css.large, hideLabel && 'visually-hidden');
  return (
    <div className={css.field}>
      {as === 'field' ? (
        <label id={wired.labelled} htmlFor={htmlFor} className={className}>
          {title}
        </label>
      ) : (
        <span id={wired.labelled} className={className}>
          {title}
        </span>
      )}
      {children(wired)}
      <FieldTold {...told} id={wired.described} />
    </div>
  );
}

function Required() {
  const { say } = useSay();
  return <span className={css.required}>{say('required')}</span>;
}

interface FieldToldProps extends Pick<FieldAbout, 'description' | 'error' | 'reason'> {
  readonly id: string;
}

/** What stands under a field. The place is always there, so that an error is heard when it comes. */
function FieldTold({ description, error, reason, id }: FieldToldProps) {
  return (
    <span id={id} className={css.told}>
      {reason !== undefined && <span className={css.help}>{reason}</span>}
      {description !== undefined && <span className={css.help}>{description}</span>}
      <span role="alert" className={css.error}>
        {error !== undefined && (
          <>
            <Mark name="error" />
            <span>{error}</span>
          </>
        )}
      </span>
    </span>
  );
}
