import { attributeTable } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import type { ViewAsked } from '../envelope.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, exclude, iso, show, start } from '../testing/library.ts';
import { controlDiversity } from './control-diversity.ts';

const viewOf = (story: Story, said: Partial<ViewAsked> = {}) =>
  answered(controlDiversity(asked(story, said)));
const row = (story: Story, value: string, said: Partial<ViewAsked> = {}) =>
  viewOf(story, said).rows.find((each) => each.value === value)!;

describe('given nothing but Annex A', () => {
  const story = start(iso);

  it('then each value of the five attributes has a row with the controls of Annex A that have it', () => {
    const { rows, attributes, view } = viewOf(story);
    expect([view, attributes.present]).toEqual(['control-diversity', true]);
    const values = (attribute: string) =>
      rows.filter((each) => each.attribute === attribute).map(({ value }) => value);
    expect(values('controlTypes').sort()).toEqual(['Corrective', 'Detective', 'Preventive']);
    expect(values('concepts').sort()).toEqual(['Detect', 'Identify', 'Protect', 'Recover', 'Respond']);
    expect([values('properties').length, values('capabilities').length, values('domains').length]).toEqual([
      3, 15, 4,
    ]);
    const table = Object.values(attributeTable().controls);
    for (const { attribute, value, annexA } of rows) {
      expect(annexA.all, value).toBe(table.filter((given) => given?.[attribute].includes(value)).length);
    }
  });

  it('then every value rests on nothing, and the remarks say so and whose they are', () => {
    const { rows, remarks, remarksAre } = viewOf(story);
    expect(rows.every(({ restsOn }) => restsOn === 'nothing')).toBe(true);
    expect(remarks).toHaveLength(rows.length + 1);
    expect(remarks[0]?.words).toBe(
      'Of 0 control(s) that work, 0 prevent, 0 detect and 0 correct; one may do several.',
    );
    expect(remarksAre).toContain('our own computation');
  });
});

describe('given controls', () => {
  // A.8.15 Logging detects; A.8.16 Monitoring detects and corrects; A.8.24 prevents.
  function withDetection(): Story {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'D-1', { owner: 'ana' });
    claim(story, 'D-1', [iso, 'A.8.15']);
    claim(story, 'D-1', [iso, 'A.8.16']);
    show(story, 'D-1');
    return story;
  }

  it('given one that works, then what it alone carries is a single point', () => {
    const story = withDetection();
    expect(row(story, 'Detective')).toMatchObject({
      annexA: { implemented: 2, met: 2 },
      library: { all: 1, operating: 1, fresh: 1, working: 1 },
      restsOn: 'one',
      single: { code: 'D-1' },
    });
    const remarks = viewOf(story).remarks.map(({ words }) => words);
    expect(remarks).toContain('Control type Detective rests on one control only: D-1.');
    addControl(story, 'D-2');
    claim(story, 'D-2', [iso, 'A.8.15']);
    expect(row(story, 'Detective')).toMatchObject({
      library: { all: 2, operating: 2, fresh: 1 },
      restsOn: 'one',
    });
    show(story, 'D-2');
    expect(row(story, 'Detective').restsOn).toBe('several');
    expect(row(story, 'Detective')).not.toHaveProperty('single');
  });

  it('given evidence that lapsed, then it works no more; a proposed claim never counted', () => {
    const story = withDetection();
    expect(row(story, 'Detective', { on: '2026-12-01' })).toMatchObject({
      library: { all: 1, operating: 1, fresh: 0, working: 0 },
      restsOn: 'nothing',
    });
    addControl(story, 'P-1');
    story.done('claims state', { controls: ['P-1'], framework: iso, requirement: 'A.8.24' });
    expect(row(story, 'Preventive').library.all).toBe(0);
  });

  it('given somebody who may not see it, then the single one is not named', () => {
    const view = viewOf(withDetection(), { reader: { person: 'ben', sees: 'own' } });
    expect(view.rows.find(({ value }) => value === 'Detective')?.single).toEqual({});
    expect(JSON.stringify(view)).not.toContain('D-1');
    expect(view.remarks.map(({ words }) => words)).toContain(
      'Control type Detective rests on one control only: 1 control(s) you may not see.',
    );
  });

  it('given mostly what prevents, then what detects is lopsided', () => {
    const story = withDetection();
    for (const at of [1, 2, 3, 4, 5]) {
      addControl(story, `P-${at}`);
      claim(story, `P-${at}`, [iso, 'A.8.24']);
      show(story, `P-${at}`);
    }
    const words = viewOf(story).remarks.map((remark) => remark.words);
    expect(words[0]).toBe(
      'Of 6 control(s) that work, 5 prevent, 1 detect and 1 correct; one may do several.',
    );
    expect(words).toContain('Detective: only 1 of 6 control(s) that work, fewer than one in five.');
  });

  it('given controls of Annex A that are excluded, then they are counted as such', () => {
    const story = start(iso);
    exclude(story, [iso, 'A.8.24']);
    const { annexA } = row(story, 'Preventive');
    expect([annexA.excluded, annexA.undecided]).toEqual([1, annexA.all - 1]);
  });
});

it('given the table was left out, then it says so plainly and shows nothing', () => {
  const view = answered(controlDiversity(asked(start(iso)), { ...attributeTable(), controls: {} }));
  expect(view).toMatchObject({ rows: [], attributes: { present: false }, numbers: { n: 93 } });
  expect(view.remarks).toMatchObject([{ kind: 'left-out', words: expect.stringContaining('was left out') }]);
});

it('given the framework was not adopted, then it is refused', () => {
  expect(controlDiversity(asked(given()))).toMatchObject({ refusal: { code: 'framework.not-adopted' } });
});
