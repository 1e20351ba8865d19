import { useCallback } from 'react';
import { usePlace, useWords } from '../../../app/index.ts';
import { useStateWords } from '../../../states/index.ts';
import { attributeNames, type FilterName, mine, none } from './filters.ts';
import type { Names } from './use-names.ts';

const asTyped = new Set<FilterName>(['family', 'requirement']);

function isAttribute(name: FilterName): boolean {
  return attributeNames.some((each) => each === name);
}

/** Says the value of a filter, or of a member of a control. */
export type LabelOf = (name: FilterName, value: string) => string;

export function useLabels(names: Names): LabelOf {
  const say = useWords('library');
  const state = useStateWords();
  const { me } = usePlace();
  const self = me.person;
  return useCallback(
    (name, value) => {
      if (value === none || value === '') return say(`none.${name}`);
      if (asTyped.has(name)) return value;
      // What an address says and no table knows stays as it was typed.
      if (isAttribute(name)) return say(`attribute.${value}`, { defaultValue: value });
      switch (name) {
        case 'owner':
          return names.person(value === mine ? self : value);
        case 'framework':
        case 'scope':
          return names[name](value);
        case 'implementation':
        case 'freshness':
          return value
            .split(',')
            .map((each) => (each === none ? say(`none.${name}`) : state(`${name}-${each}`)))
            .join(', ');
        default:
          return say(`${name}.${value}`);
      }
    },
    [say, state, names, self],
  );
}
