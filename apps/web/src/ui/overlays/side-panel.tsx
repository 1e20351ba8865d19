import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../actions/icon-button.tsx';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import { useWide } from '../widths/use-wide.ts';
import css from './side-panel.module.css';

interface SidePanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly children: ReactNode;
  /** Beside the closing cross: id, state, next and previous. */
  readonly head?: ReactNode;
  /** Stays below: saved when, by whom, undo. */
  readonly foot?: ReactNode;
}

/** One thing of a list, beside it where there is room, over it where not. Escape closes it; the focus goes back. */
export function SidePanel(props: SidePanelProps) {
  const isWide = useWide(1200);
  if (isWide) return props.isOpen ? <Beside {...props} /> : null;
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={(open) => open || props.onClose()}
      isDismissable
      className={css.veil ?? ''}
    >
      <Modal className={css.modal ?? ''}>
        <AriaDialog aria-label={props.label} className={cx(css.panel, css.over)}>
          <Inside {...props} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Not modal: the list stays in reach. What had the focus before gets it back if it was still in here. */
function Beside(props: SidePanelProps) {
  const { onClose, label } = props;
  const title = useId();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // Kept here: when the panel goes, it is no longer referred to.
    const own = panel.current;
    own?.focus({ preventScroll: true });
    return () => {
      const inside = document.activeElement === document.body || own?.contains(document.activeElement);
      if (inside && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  };
  return (
    <aside
      ref={panel}
      data-apart=""
      tabIndex={-1}
      aria-labelledby={title}
      className={css.panel}
      onKeyDown={press}
    >
      <span id={title} className="visually-hidden">
        {label}
      </span>
      <Inside {...props} />
    </aside>
  );
}

function Inside({ head, children, foot, onClose }: SidePanelProps) {
  const { say } = useSay();
  return (
    <>
      <header className={css.head}>
        <div className={css.about}>{head}</div>
        <IconButton mark="close" label={say('close')} size="s" onPress={onClose} />
      </header>
      <div className={css.body}>{children}</div>
      {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
    </>
  );
}

interface PanelLayoutProps {
  readonly children: ReactNode;
  /** A SidePanel. */
  readonly panel: ReactNode;
}

/** A page that fills the height: the list takes what the panel leaves. */
export function PanelLayout({ children, panel }: PanelLayoutProps) {
  return (
    <div className={css.layout}>
      <div className={css.list}>{children}</div>
      {panel}
    </div>
  );
}
