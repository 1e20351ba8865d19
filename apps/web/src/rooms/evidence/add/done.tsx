import { ToRequirement, useAddress, useLanguage, useWords } from '../../../app/index.ts';
import { type RequirementMark, requirementLooks, StateMark } from '../../../states/index.ts';
import { Button, FormActions, Id, Note, Skeleton, Stack, TextLink } from '../../../ui/index.ts';
import css from './add.module.css';
import type { Turned } from './turned.ts';
import type { Added } from './use-add.ts';

interface DoneProps {
  readonly added: Added;
  readonly again: () => void;
  readonly onClose: () => void;
}

/** Says that it is recorded, and what that has changed. */
export function Done({ added, again, onClose }: DoneProps) {
  const say = useWords('evidence');
  const [, change] = useAddress();
  const { id } = added;
  const show = () =>
    change({
      do: undefined,
      draft: undefined,
      versionOf: undefined,
      for: undefined,
      tab: undefined,
      evidence: id,
    });
  return (
    <Stack>
      {id === undefined ? (
        <Note tone="info" title={say('done.known')} live />
      ) : (
        <Note tone="ok" mark="met" title={say('done.recorded')} live />
      )}
      <What added={added} />
      <FormActions>
        {id !== undefined && (
          <Button kind="primary" onPress={show}>
            {say('done.show')}
          </Button>
        )}
        <Button onPress={again}>{say('done.again')}</Button>
        <Button onPress={onClose}>{say('done.close')}</Button>
      </FormActions>
    </Stack>
  );
}

const mostShown = 12;
const mostNamed = 6;

function What({ added: { id, turned } }: Pick<DoneProps, 'added'>) {
  const say = useWords('evidence');
  if (id === undefined) return null;
  if (turned === undefined)
    return (
      <div role="status">
        {say('done.looking')}
        <Skeleton lines={2} />
      </div>
    );
  if (turned === 'unknown') return <p>{say('done.unknown')}</p>;
  if (turned.length === 0) return <p role="status">{say('done.none')}</p>;
  return (
    <div role="status">
      <Told turned={turned} />
      <ul className={css.turned}>
        {turned.slice(0, mostShown).map((each) => (
          <TurnedLine key={`${each.framework} ${each.id}`} turned={each} />
        ))}
      </ul>
      {turned.length > mostShown && <p>{say('done.more', { count: turned.length - mostShown })}</p>}
    </div>
  );
}

/** In a sentence, where all of them are met now: "A.5.37 and A.8.20 are met now." */
function Told({ turned }: { readonly turned: readonly Turned[] }) {
  const say = useWords('evidence');
  const language = useLanguage();
  const count = turned.length;
  const isMet = count <= mostNamed && turned.every(({ mark }) => mark === 'met');
  const ids = new Intl.ListFormat(language, { type: 'conjunction' }).format(turned.map(({ id }) => id));
  return (
    <p className={css.says}>{isMet ? say('done.met', { count, ids }) : say('done.turned', { count })}</p>
  );
}

function TurnedLine({ turned: { framework, id, title, mark, word, was } }: { readonly turned: Turned }) {
  const say = useWords('evidence');
  return (
    <li>
      <TextLink render={(dress) => <ToRequirement framework={framework} requirement={id} {...dress} />}>
        <Id>{id}</Id> {title}
      </TextLink>
      <span className={css.now}>
        {mark in requirementLooks && <StateMark mark={mark as RequirementMark} word={word} strong />}
        <small className={css.was}>{say('done.was', { was })}</small>
      </span>
    </li>
  );
}
