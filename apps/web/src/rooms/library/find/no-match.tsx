import { useAddress, useLateAnswer, useWords } from '../../../app/index.ts';
import { Button, EmptyState } from '../../../ui/index.ts';
import {
  type FilterName,
  filterNames,
  filtersIn,
  wantedIn,
  withoutFilter,
  withoutFilters,
} from './filters.ts';
import type { LabelOf } from './use-labels.ts';

interface NoMatchProps {
  readonly me: string;
  readonly labelOf: LabelOf;
}

/** Nothing fits: says what would, without each of the filters; and of one that names nothing here, that it does. */
export function NoMatch({ me, labelOf, refused }: NoMatchProps & { readonly refused: string | undefined }) {
  const say = useWords('library');
  const [search, change] = useAddress();
  const filters = filtersIn(search);
  const inForce = (['text', ...filterNames] as const).filter((name) =>
    name === 'text' ? (search.text ?? '').trim() !== '' : filters[name] !== undefined,
  );
  return (
    <EmptyState
      title={refused ?? say('no-match.title', { count: inForce.length })}
      actions={
        <>
          {inForce.map((name) => (
            <Without key={name} {...{ name, me, labelOf }} />
          ))}
          {inForce.length > 1 && (
            <Button onPress={() => change(withoutFilters)}>{say('no-match.all')}</Button>
          )}
        </>
      }
    />
  );
}

function Without({ name, me, labelOf }: NoMatchProps & { readonly name: FilterName | 'text' }) {
  const say = useWords('library');
  const [search, change] = useAddress();
  const left = { ...search, ...withoutFilter(name) };
  const { data } = useLateAnswer('controls list', { ...wantedIn(left, me), limit: 1 });
  if (!data || data.total === 0) return null;
  const value = name === 'text' ? (search.text ?? '') : labelOf(name, filtersIn(search)[name] ?? '');
  return (
    <Button onPress={() => change(withoutFilter(name))}>
      {say('no-match.without', { name: say(`filter.${name}`), value, count: data.total })}
    </Button>
  );
}
