import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import { Button, LinkButton, Note } from '../../ui/index.ts';
import { noMore } from '../answers/use-answer.ts';
import { isRefusal, keptKey, Refused, Unreachable } from '../client/index.ts';
import { useAddress } from '../place/address.ts';
import { To } from '../place/links.tsx';
import { useWhen } from '../place/when.ts';
import { useWords } from '../words/use-words.ts';

const KeyGate = lazy(() => import('./key-gate.tsx'));

interface CatchProps {
  readonly children: ReactNode;
  readonly onRetry: () => void;
  /** Another place to stand on: what went wrong at the last one is over. */
  readonly place: string;
}

class Catch extends Component<CatchProps, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: CatchProps) {
    if (before.place !== this.props.place && this.state.error !== undefined)
      this.setState({ error: undefined });
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    const retry = () => {
      this.props.onRetry();
      this.setState({ error: undefined });
    };
    return <WentWrong error={error} onRetry={retry} />;
  }
}

/**
 * What goes wrong in a room is said there; the rest of the page stays. Another address is tried anew, and the same one
 * once it is known up to where the ledger reaches.
 */
export function Boundary({ children, place }: { children: ReactNode; place: string }) {
  // The room of an address that is just gone to may still be fetched; until then the one before stands.
  const asked = useRouterState({ select: ({ location }) => location.href });
  const stands = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href });
  const { on = '', knownAt = '' } = useWhen();
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Catch onRetry={reset} place={[place, asked, stands, on, knownAt].join(' ')}>
          {children}
        </Catch>
      )}
    </QueryErrorResetBoundary>
  );
}

export function WentWrong({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const say = useWords('app');
  if (isRefusal(error, 'signed-in.missing')) {
    return (
      <Suspense>
        <KeyGate wasWrong={keptKey() !== ''} />
      </Suspense>
    );
  }
  const retry = (
    <Button kind="plain" onPress={onRetry}>
      {say('retry')}
    </Button>
  );
  if (error instanceof Refused) {
    const back = isRefusal(error, 'framework.not-adopted') ? <ToFrameworks /> : <Back />;
    const isThereNoMore = error.problem.code === noMore;
    return (
      <Note
        tone="part"
        title={say(isThereNoMore ? 'no-more' : 'refused')}
        live
        actions={error.problem.status >= 500 ? retry : back}
      >
        {isThereNoMore ? say('no-more-detail') : error.problem.detail}
      </Note>
    );
  }
  const isGone = error instanceof Unreachable;
  return (
    <Note tone="gap" title={say(isGone ? 'gone' : 'broke')} live actions={retry}>
      {say(isGone ? 'gone-detail' : 'broke-detail')}
    </Note>
  );
}

/** What is refused for want of a framework is had by adopting it. */
function ToFrameworks() {
  const say = useWords('app');
  return (
    <LinkButton render={(dress) => <To room="frameworks" {...dress} />}>
      {say('refused-frameworks')}
    </LinkButton>
  );
}

/** Back to where one was, or on without what the address asks for: one that was pasted has nothing before it. */
function Back() {
  const say = useWords('app');
  const [search, change] = useAddress();
  const asks = Object.keys(search);
  const without = Object.fromEntries(asks.map((member) => [member, undefined]));
  return (
    <>
      <Button onPress={() => window.history.back()}>{say('go-back')}</Button>
      {asks.length > 0 && <Button onPress={() => change(without)}>{say('address.clear')}</Button>}
    </>
  );
}
