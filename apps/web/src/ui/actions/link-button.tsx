import type { ReactElement, ReactNode } from 'react';
import { Mark } from '../marks/mark.tsx';
import type { MarkName } from '../marks/shapes.tsx';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import css from './button.module.css';
import { type ButtonLook, buttonClass } from './button.tsx';

/** What a link of whatever router is given: spread it onto the link. */
export interface LinkDress {
  readonly className: string;
  readonly children: ReactNode;
}

interface Where {
  readonly href?: string | undefined;
  /** For links of a router: `render={(dress) => <Link to="/risks" {...dress} />}`. */
  readonly render?: ((dress: LinkDress) => ReactElement) | undefined;
  readonly children: ReactNode;
}

function draw({ href, render }: Pick<Where, 'href' | 'render'>, dress: LinkDress) {
  return render ? render(dress) : <a href={href} {...dress} />;
}

interface LinkButtonProps extends ButtonLook, Where {
  readonly mark?: MarkName | undefined;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function LinkButton({ kind, size, mark, children, ...where }: LinkButtonProps) {
  const dress = {
    className: buttonClass({ kind, size }),
    children: (
      <>
        {mark && <Mark name={mark} size={16} />}
        {children}
      </>
    ),
  };
  return draw(where, dress);
}

interface TextLinkProps extends Where {
  /** In the colour of the text around it, for the name of a thing. */
  readonly plain?: boolean | undefined;
  /** Leads out of the product: opens beside it, and says so. */
  readonly external?: boolean | undefined;
}

/** A link in running text. */
export function TextLink({ plain = false, external = false, children, ...where }: TextLinkProps) {
  const { say } = useSay();
  const className = cx(css.text, plain && css.plainText);
  if (!external) return draw(where, { className, children });
  return (
    <a className={className} href={where.href} target="_blank" rel="noreferrer">
      {children}
      <Mark name="external" size={12} label={say('opens-beside')} />
    </a>
  );
}
