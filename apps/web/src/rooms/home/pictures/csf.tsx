import { To, useAnswer, useFormat, useWords } from '../../../app/index.ts';
import { intervalOf } from '../../../ui/index.ts';
import css from '../home.module.css';
import { Picture } from './picture.tsx';

/** NIST CSF: six functions, current against target. */
export function CsfPicture() {
  const say = useWords('home');
  const { day } = useFormat();
  const { numbers, groups, rows, profile, tiers } = useAnswer('view csf-profile');
  const wanted = rows.filter(({ target }) => target?.wanted === true);
  const last =
    wanted
      .map(({ target }) => target?.due ?? '')
      .sort()
      .at(-1) ?? '';
  const targetOf = (id: string) =>
    profile === undefined || wanted.length === 0
      ? undefined
      : wanted.filter((row) => row.function === id).length;
  const functions = groups.filter(({ level }) => level === 'function');
  return (
    <Picture
      title="NIST CSF 2.0"
      room="csf-profile"
      whole={numbers}
      unit={say('unit.outcomes', { count: numbers.n })}
      size="m"
      target={
        wanted.length === 0
          ? undefined
          : last === ''
            ? say('picture.target')
            : say('picture.target-by', { day: day(last) })
      }
      rows={functions.map(({ id, title, numbers: of }) => ({
        id,
        code: id,
        label: title,
        interval: intervalOf(of, targetOf(id)),
        render: (dress) => <To room="csf-profile" {...dress} />,
      }))}
    >
      {tiers && <Tiers tiers={tiers} />}
    </Picture>
  );
}

type TiersOf = NonNullable<ReturnType<typeof useAnswer<'view csf-profile'>>['tiers']>;

/** Tiers are judged by people, and never worked out from the outcomes. */
function Tiers({ tiers }: { readonly tiers: TiersOf }) {
  const say = useWords('home');
  const from = (side: TiersOf[keyof TiersOf]) => side?.tier ?? '–';
  const { governanceCurrent, governanceTarget, managementCurrent, managementTarget } = tiers;
  const isJudged = Object.values(tiers).some((side) => side?.tier !== undefined);
  if (!isJudged) return <p className={css.unknowns}>{say('picture.tiers-none')}</p>;
  return (
    <p className={css.unknowns}>
      {say('picture.tiers', {
        governance: `${from(governanceCurrent)} → ${from(governanceTarget)}`,
        management: `${from(managementCurrent)} → ${from(managementTarget)}`,
      })}
    </p>
  );
}
