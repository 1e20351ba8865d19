import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../actions/button.tsx';
import { IconButton } from '../actions/icon-button.tsx';
import { cx } from '../props.ts';
import { useSay } from '../say.ts';
import css from './overlays.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Deeds at its foot. */
  readonly foot?: ReactNode;
  readonly size?: 's' | 'm' | 'l' | undefined;
  /** `alertdialog` asks before something that cannot be undone. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
}

/** What has to be settled before anything else. Escape closes it and the focus returns. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, children, foot, size = 'm', role = 'dialog' } = props;
  const { say } = useSay();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable={role === 'dialog'}
      className={css.veil ?? ''}
    >
      <Modal className={cx(css.modal, css[size])}>
        <AriaDialog role={role} className={css.dialog ?? ''}>
          <header className={css.head}>
            <Heading slot="title" level={2} className={css.title ?? ''}>
              {title}
            </Heading>
            <IconButton mark="close" label={say('close')} size="s" onPress={onClose} />
          </header>
          <div data-body="" className={css.body}>
            {children}
          </div>
          {foot !== undefined && <footer className={css.foot}>{foot}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The question, with its object: "Approve version 3.2?" */
  readonly title: string;
  /** What happens, and what of it cannot be undone. */
  readonly children: ReactNode;
  /** The deed, named by its verb; never "OK". */
  readonly deed: string;
  readonly onConfirm: () => void;
  readonly danger?: boolean | undefined;
  readonly pending?: boolean | undefined;
  readonly reason?: string | undefined;
}

/** Asks once before what cannot be undone, and says so. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, title, children, deed, onConfirm, danger = false, pending, reason } = props;
  const { say } = useSay();
  const foot = (
    <>
      <Button kind={danger ? 'danger' : 'primary'} onPress={onConfirm} pending={pending} reason={reason}>
        {deed}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} foot={foot} size="s" role="alertdialog">
      {children}
    </Dialog>
  );
}
