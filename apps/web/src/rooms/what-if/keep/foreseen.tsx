import { type Trial, useWords } from '../../../app/index.ts';
import { Button, Note } from '../../../ui/index.ts';

interface ForeseenProps {
  readonly tried: Trial;
  readonly count: number;
  /** How many of them are refused, each at its row. */
  readonly faults: number;
  readonly onLeaveOut: () => void;
}

/** What adding them would write, or why it cannot, and what mends it. */
export function Foreseen({ tried, count, faults, onLeaveOut }: ForeseenProps) {
  const say = useWords('what-if');
  const { told, refused, isUnanswered } = tried;
  if (isUnanswered) return <Note tone="gap" mark="error" title={say('no-answer')} live />;
  if (refused) {
    const mend = faults > 0 && (
      <Button size="s" onPress={onLeaveOut}>
        {say('leave-out', { count: faults })}
      </Button>
    );
    return (
      <Note tone="gap" mark="error" title={say('foreseen-refused')} live actions={mend}>
        {refused.problem.detail}
      </Note>
    );
  }
  if (!told) return null;
  return (
    <Note tone="info" title={say('foreseen', { count })} live>
      {(told.notices ?? []).map((notice) => (
        <p key={notice}>{notice}</p>
      ))}
    </Note>
  );
}
