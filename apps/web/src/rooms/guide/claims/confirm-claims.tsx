import type { Foretold } from '@concord/operations/client';
import { useState } from 'react';
import { To, useAttempt, useDeed, useForetold, useLateAnswer, useWords } from '../../../app/index.ts';
import { Button, CheckboxList, Dialog, Note, Skeleton, Stack, TextLink } from '../../../ui/index.ts';
import { choiceOf } from './choice.ts';

interface ConfirmClaimsProps {
  readonly onClose: () => void;
}

/**
 * Confirms the proposed claims of controls in practice, of all families or of some: says first how many that are, and
 * that it is not taken back. Claims of planned controls wait, and those of controls of no use are left alone. What is
 * claimed for an excluded row is passed over, and told with the way to these rows.
 */
export function ConfirmClaims({ onClose }: ConfirmClaimsProps) {
  const say = useWords('guide');
  const deed = useDeed('claims confirm-all');
  const families = useFamilies();
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = families?.filter(({ id }) => !left.includes(id)).map(({ id }) => id) ?? [];
  const input = choiceOf(families ?? [], chosen);
  const { told, refused, isUnanswered } = useForetold('claims confirm-all', input);
  const fault = isUnanswered ? say('unreachable') : refused?.problem.detail;
  const { isPending, errors, attempt } = useAttempt();
  const count = told?.types.ClaimConfirmed ?? 0;
  const confirm = async () => {
    const says = say('claims.confirmed', { count });
    if (input && (await attempt(() => deed({ input, says, isFinal: true })))) onClose();
  };
  const reason = told ? (count === 0 ? say('claims.nothing') : undefined) : say('claims.wait');
  const foot = (
    <>
      <Button
        kind="primary"
        pending={isPending}
        reason={input === undefined && families ? say('claims.choose') : reason}
        onPress={() => void confirm()}
      >
        {say('claims.confirm', { count })}
      </Button>
      <Button onPress={onClose}>{say('cancel')}</Button>
    </>
  );
  return (
    <Dialog isOpen title={say('claims.dialog')} onClose={onClose} foot={foot}>
      <Stack gap="s">
        <p>{say('claims.dialog-says')}</p>
        {families && families.length > 0 && (
          <CheckboxList
            label={say('claims.families')}
            options={families.map(({ id, count: of }) => ({
              id,
              label: say('claims.family', { family: id, count: of }),
            }))}
            value={chosen}
            onChange={(kept) => setLeft(families.flatMap(({ id }) => (kept.includes(id) ? [] : id)))}
          />
        )}
        <Found
          told={told}
          count={count}
          isWaiting={fault === undefined && (input !== undefined || !families)}
        />
        {[fault, ...errors.map(({ message }) => message)].map(
          (said) => said !== undefined && <Note key={said} tone="gap" mark="error" title={said} live />,
        )}
      </Stack>
    </Dialog>
  );
}

interface FoundProps {
  readonly told: Foretold | undefined;
  readonly count: number;
  readonly isWaiting: boolean;
}

function Found({ told, count, isWaiting }: FoundProps) {
  const say = useWords('guide');
  if (!told) return isWaiting ? <Skeleton lines={2} /> : null;
  return (
    <Note tone="info" title={say('claims.would', { count })} live>
      {told.notices?.map((notice) => (
        <p key={notice}>
          {notice}{' '}
          <TextLink
            render={(dress) => (
              <To room="statement-of-applicability" search={{ applicable: 'no' }} {...dress} />
            )}
          >
            {say('claims.excluded-rows')}
          </TextLink>
        </p>
      ))}
    </Note>
  );
}

/** Families of controls in practice with something to confirm, and of how many controls; undefined until it is known. */
function useFamilies() {
  const asked = { retired: false, toConfirm: true, facets: true, limit: 1 } as const;
  const { data } = useLateAnswer('controls list', asked);
  return data?.facets?.family.map(({ value, count }) => ({ id: value, count }));
}
