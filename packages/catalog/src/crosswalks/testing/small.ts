import type { Crosswalk, Framework, Requirement } from '../../index.ts';

function requirement(id: string, parent: string | null, assessable: boolean): Requirement {
  const level = assessable ? 'rule' : 'heading';
  return { id, parent, level, title: `Rule ${id}`, titleOrigin: 'own', assessable, excludable: assessable };
}

const origin = { publisher: 'Nobody', edition: '1', source: 'None', licence: 'None' };

/** Two headings; 1.1 (with a point), 1.2, 2.1 and 2.2 are assessed. */
export const small: Framework = {
  ...origin,
  id: 'small',
  title: 'Small',
  revision: 1,
  sourceNote: 'None',
  levels: { heading: 'Heading', rule: 'Rule' },
  requirements: [
    requirement('1', null, false),
    requirement('1.1', '1', true),
    requirement('1.1.a', '1.1', false),
    requirement('1.2', '1', true),
    requirement('2', null, false),
    requirement('2.1', '2', true),
    requirement('2.2', '2', true),
  ],
};

/** From `small` to a framework that nobody has. */
export const articleMap: Crosswalk = {
  id: 'small-to-other',
  title: 'Small to other',
  from: 'small',
  to: 'other',
  developer: 'Nobody',
  date: 'undated',
  direction: 'From small to other.',
  relation: 'related',
  strengthMeans: 'Nothing',
  status: 'published',
  source: 'None',
  licence: 'None',
  pairs: [
    ['1.1', 'x1', 'subset', 3],
    ['1.1.a', 'x2'],
    ['1.2', 'x2', 'none'],
    ['2', 'x3'],
    ['9', 'x4'],
  ],
  noEquivalent: [
    { id: '2.2', statement: 'none' },
    { id: 'x5', side: 'to', statement: 'new' },
  ],
};
