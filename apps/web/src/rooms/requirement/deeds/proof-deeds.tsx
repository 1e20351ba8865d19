import { useReadOnly, useWords } from '../../../app/index.ts';
import { Button, Row } from '../../../ui/index.ts';
import type { Why } from '../why/node.ts';
import { useOpenDeed } from './open-deed.ts';

/** What can be claimed of the requirement. A heading is met by its parts and cannot be claimed itself. */
export function ProofDeeds({ why }: { readonly why: Why }) {
  const say = useWords('requirement');
  const open = useOpenDeed();
  const reason = useReadOnly('claims.write');
  if (!why.requirement.assessable) return null;
  if (reason !== undefined) return <p>{reason}</p>;
  return (
    <Row>
      <Button onPress={() => open({ deed: 'claim', joint: false })}>{say('claim-open')}</Button>
      <Button onPress={() => open({ deed: 'claim', joint: true })}>{say('claim-joint-open')}</Button>
    </Row>
  );
}
