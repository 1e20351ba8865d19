import { isRefusal, useWords, WentWrong } from '../../../app/index.ts';
import { Note } from '../../../ui/index.ts';

/** Why it cannot be worked out; what is supposed stays, to be mended. */
export function Refusal({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const say = useWords('what-if');
  if (!isRefusal(error)) return <WentWrong error={error} onRetry={onRetry} />;
  return (
    <Note tone="part" mark="warning" title={say('refused')} live>
      {error.problem.detail} {say('refused-mend')}
    </Note>
  );
}
