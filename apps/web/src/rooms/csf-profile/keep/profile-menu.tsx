import { useAddress, useReadOnly, useWords } from '../../../app/index.ts';
import { Menu } from '../../../ui/index.ts';
import type { ProfileKept } from '../profile/view.ts';

interface ProfileMenuProps {
  readonly profiles: readonly ProfileKept[];
  readonly chosen: ProfileKept | undefined;
}

/** Chooses among the profiles, and opens what is said of the chosen one as a whole. */
export function ProfileMenu({ profiles, chosen }: ProfileMenuProps) {
  const say = useWords('csf-profile');
  const [, change] = useAddress();
  const denied = useReadOnly('profiles.write');
  const reason = chosen?.retiredOn ? say('retired-reads-only') : denied;
  const open = (dialog: string) => () => change({ dialog });
  const choices = profiles.map(({ id, name, retiredOn }) => ({
    id,
    label: name,
    isChosen: id === chosen?.id,
    description: retiredOn ? say('retired') : undefined,
    onAction: () => change({ profile: id, category: undefined, outcome: undefined }),
  }));
  const deeds = chosen
    ? ([
        { id: 'change', label: say('change-profile'), reason, onAction: open('change') },
        {
          id: 'scale',
          label: say(chosen.scale ? 'scale-change' : 'scale-set'),
          reason,
          onAction: open('scale'),
        },
        { id: 'retire', label: say('retire'), reason, danger: true, onAction: open('retire') },
      ] as const)
    : [];
  return (
    <Menu
      label={chosen?.name ?? say('no-profile')}
      items={[
        ...choices,
        ...(choices.length > 0 ? (['line'] as const) : []),
        { id: 'create', label: say('create-profile'), reason: denied, onAction: open('create') },
        ...deeds,
      ]}
    />
  );
}
