import { type Room, type Search, To, useWords } from '../../../app/index.ts';
import { inPlace } from '../../../states/index.ts';
import { LinkButton, type MarkName, type Tone } from '../../../ui/index.ts';
import { NeedLine } from './need-line.tsx';
import type { Decision } from './needs.ts';

interface Look {
  readonly mark: MarkName;
  readonly tone: Tone;
  readonly room: Room;
  readonly search: Search;
}

const looks: Readonly<Record<Decision['about'], Look>> = {
  errors: { mark: 'error', tone: 'gap', room: 'statement-of-applicability', search: { checks: 'E' } },
  failed: { mark: 'error', tone: 'gap', room: 'library', search: { freshness: 'failed', ...inPlace } },
  claims: { mark: 'supported', tone: 'sup', room: 'guide', search: { do: 'claims' } },
  nobody: { mark: 'person', tone: 'ink', room: 'actions', search: { view: 'due', owner: '-', late: 'yes' } },
};

/** Something to decide, counted, with the room where it is decided. */
export function DecisionLine({ decision: { about, count } }: { readonly decision: Decision }) {
  const say = useWords('home');
  const { mark, tone, room, search } = looks[about];
  return (
    <NeedLine
      mark={mark}
      tone={tone}
      title={say(`decide.${about}`, { count })}
      detail={say(`decide.${about}-says`, { count })}
      deed={
        <LinkButton size="s" render={(dress) => <To room={room} search={search} {...dress} />}>
          {say(`decide.${about}-deed`)}
        </LinkButton>
      }
    />
  );
}
