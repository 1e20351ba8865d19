import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../../answers/use-answer.ts';
import { isRefusal, Unreachable } from '../../client/index.ts';
import { loadDemo } from '../../deeds/demo.ts';
import { tell } from '../../deeds/notices.ts';
import { pathOfRoom } from '../../place/rooms.ts';
import { useWords } from '../../words/use-words.ts';

/** The ways out of an organisation: the others here, the set-up of a further one, and the demo where it is not loaded. */
export function useWays() {
  const navigate = useNavigate();
  const { organisations } = useAnswer('me');
  const demo = useDemo();
  const go = (path: string) => void navigate({ to: path as never });
  return {
    organisations,
    open: (organisation: string) => go(pathOfRoom(organisation, 'home')),
    setUp: () => go('/set-up'),
    ...demo,
  };
}

/** Opens the demo once it is made; says why where it is not. */
function useDemo() {
  const say = useWords('app');
  const [isLoading, setLoading] = useState(false);
  const load = async () => {
    setLoading(true);
    tell({ says: say('organisations.demo-loading'), tone: 'done' });
    try {
      window.location.assign(pathOfRoom(await loadDemo(), 'home'));
    } catch (error) {
      setLoading(false);
      if (!isRefusal(error) && !(error instanceof Unreachable)) throw error;
      const reason = isRefusal(error) ? error.problem.detail : say('unreachable');
      tell({ says: say('organisations.demo-failed'), notices: [reason], tone: 'failed' });
    }
  };
  return { isLoading, loadDemo: () => void load() };
}
