import { useWords } from '../../../app/index.ts';
import { CheckboxField, NumberField, ToggleGroup } from '../../../ui/index.ts';
import type { Answers, Figure } from '../answers/answers.ts';
import type { FieldsProps } from './fields.ts';
import css from './questions.module.css';

type FigureName = Extract<
  keyof Answers,
  'persons' | 'turnover' | 'balance' | 'groupPersons' | 'groupTurnover' | 'groupBalance'
>;

export function SizeFields({ answers, set, tellUnread }: FieldsProps) {
  const say = useWords('set-up');
  return (
    <>
      <FigureField {...{ answers, set, tellUnread }} name="persons" />
      <FigureField {...{ answers, set, tellUnread }} name="turnover" isMoney />
      <FigureField {...{ answers, set, tellUnread }} name="balance" isMoney />
      <ToggleGroup
        size="l"
        label={say('size.linked')}
        description={say('size.linked-says')}
        value={answers.linked}
        options={(['yes', 'no', 'unsure'] as const).map((value) => ({
          value,
          label: say(`answer.${value}`),
        }))}
        onChange={(linked) => set({ linked })}
      />
      {answers.linked === 'yes' && (
        <>
          <p className={css.quiet}>{say('size.group-says')}</p>
          <FigureField {...{ answers, set, tellUnread }} name="groupPersons" />
          <FigureField {...{ answers, set, tellUnread }} name="groupTurnover" isMoney />
          <FigureField {...{ answers, set, tellUnread }} name="groupBalance" isMoney />
        </>
      )}
    </>
  );
}

interface FigureFieldProps extends FieldsProps {
  readonly name: FigureName;
  /** In millions of euros. */
  readonly isMoney?: boolean;
}

/** More than any enterprise has: an amount in euros where millions are asked for is noticed. */
const most = { people: 10_000_000, millions: 1_000_000 };

function FigureField({ answers, set, tellUnread, name, isMoney = false }: FigureFieldProps) {
  const say = useWords('set-up');
  const value = answers[name];
  const isUnsure = value === 'unsure';
  const setFigure = (figure: Figure | undefined) => set({ [name]: figure });
  return (
    <div className={css.figure}>
      <NumberField
        size="l"
        label={say(`size.${name}`)}
        value={typeof value === 'number' ? value : undefined}
        onChange={(figure) => (figure !== undefined || !isUnsure ? setFigure(figure) : undefined)}
        onUnread={(isUnread) => tellUnread(name, isUnread)}
        minValue={0}
        maxValue={isMoney ? most.millions : most.people}
        isDisabled={isUnsure}
        suffix={say(isMoney ? 'size.millions' : 'size.people')}
        decimals={isMoney ? 3 : 1}
        name={name}
      />
      <CheckboxField
        label={say('answer.unsure')}
        isSelected={isUnsure}
        onChange={(unsure) => {
          tellUnread(name, false);
          setFigure(unsure ? 'unsure' : undefined);
        }}
      />
    </div>
  );
}
