import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Mark } from '../marks/mark.tsx';
import { given } from '../props.ts';
import css from './disclosure-section.module.css';

interface DisclosureSectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** A count or a remark beside the title. */
  readonly meta?: ReactNode;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly defaultOpen?: boolean | undefined;
}

/** A heading that opens what it stands over. */
export function DisclosureSection(props: DisclosureSectionProps) {
  const { title, children, meta, level = 3, isOpen, onOpenChange, defaultOpen = false } = props;
  return (
    <Disclosure
      className={css.disclosure ?? ''}
      defaultExpanded={defaultOpen}
      {...given({ isExpanded: isOpen, onExpandedChange: onOpenChange })}
    >
      <div className={css.head}>
        <Heading level={level}>
          <Button slot="trigger" className={css.trigger ?? ''}>
            <Mark name="right" size={12} />
            {title}
          </Button>
        </Heading>
        {meta !== undefined && <small className={css.meta}>{meta}</small>}
      </div>
      <DisclosurePanel className={css.panel ?? ''}>{children}</DisclosurePanel>
    </Disclosure>
  );
}
