import { useAddress } from '../../../app/index.ts';
import type { ProfileKept } from '../profile/view.ts';
import { ProfileForm } from './profile-form.tsx';
import { RetireDialog } from './retire-dialog.tsx';
import { ScaleDialog } from './scale-dialog.tsx';

/** The dialog that the address asks for. */
export function ProfileDialogs({ chosen }: { readonly chosen: ProfileKept | undefined }) {
  const [{ dialog }, change] = useAddress();
  const onClose = () => change({ dialog: undefined });
  if (dialog === 'create') return <ProfileForm profile={undefined} onClose={onClose} />;
  if (!chosen || chosen.retiredOn) return null;
  if (dialog === 'change') return <ProfileForm key={chosen.id} profile={chosen} onClose={onClose} />;
  if (dialog === 'scale') return <ScaleDialog profile={chosen} onClose={onClose} />;
  if (dialog === 'retire') return <RetireDialog profile={chosen} onClose={onClose} />;
  return null;
}
