import { useMemo } from 'react';
import { useAnswer, useFormat } from '../../../app/index.ts';
import type { Option } from '../../../ui/index.ts';

/** Names by which a published framework is called in short; others go by their title. */
const shortNames: Readonly<Record<string, string>> = {
  'iso27001-2022': 'ISO 27001',
  'iso27001-2013': 'ISO 27001:2013',
  'nist-csf-2.0': 'CSF 2.0',
  'nist-csf-1.1': 'CSF 1.1',
  'nis2-directive': 'NIS 2',
  'nis2-2024-2690': '2024/2690',
  'nist-sp-800-53r5': 'SP 800-53',
  'soc2-tsc-2017': 'SOC 2',
  'cis-v8.1': 'CIS 8.1',
};

const headings: Readonly<Record<string, string>> = {
  'iso27001-2022': 'ISO',
  'nist-csf-2.0': 'CSF',
  'nis2-directive': 'NIS 2',
  'nis2-2024-2690': '2024/2690',
};

/** Those that most work with come first, the others as they were adopted. */
const first = Object.keys(headings);

function rankOf(framework: string): number {
  const rank = first.indexOf(framework);
  return rank === -1 ? first.length : rank;
}

/** Who and what the library names by an id, in words. */
export interface Names {
  readonly people: readonly Option[];
  readonly scopes: readonly Option[];
  /** Adopted frameworks. */
  readonly frameworks: readonly Option[];
  readonly person: (id: string) => string;
  /** First name and the letter of the last: there is little room in a row. */
  readonly personShort: (id: string) => string;
  readonly scope: (id: string) => string;
  readonly framework: (id: string) => string;
  /** As the heading of a narrow column. */
  readonly frameworkShort: (id: string) => string;
}

export function useNames(): Names {
  const { people, scopes, frameworks } = useAnswer('organisations show');
  const { rows } = useAnswer('catalogue list');
  const { compare } = useFormat();
  return useMemo(() => {
    const options = (all: readonly { readonly id: string; readonly name?: string | undefined }[]) =>
      all.map(({ id, name }) => ({ id, label: name || id }));
    const sorted = (all: readonly Option[]) => [...all].sort((one, other) => compare(one.label, other.label));
    const titles = new Map(rows.map(({ id, title }) => [id, title]));
    const framework = (id: string) => shortNames[id] ?? titles.get(id) ?? id;
    const named = (all: readonly Option[]) => {
      const labels = new Map(all.map(({ id, label }) => [id, label]));
      return (id: string) => labels.get(id) ?? id;
    };
    const persons = options(people);
    const person = named(persons);
    return {
      people: sorted(persons),
      scopes: options(scopes),
      frameworks: frameworks
        .map(({ framework: id }) => ({ id, label: framework(id) }))
        .sort((one, other) => rankOf(one.id) - rankOf(other.id)),
      person,
      personShort: (id) => shortened(person(id)),
      scope: named(options(scopes)),
      framework,
      frameworkShort: (id) => headings[id] ?? framework(id),
    };
  }, [people, scopes, frameworks, rows, compare]);
}

function shortened(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const last = rest.at(-1);
  return last === undefined ? first : `${first} ${last.slice(0, 1)}.`;
}
