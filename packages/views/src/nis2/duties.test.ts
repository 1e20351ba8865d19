import { framework } from '@concord/catalog';
import { describe, expect, it } from 'vitest';
import { newMemory } from '../coverage/memory.ts';
import type { ViewAsked } from '../envelope.ts';
import { frameworkCoverage } from '../framework-coverage.ts';
import { seesAll } from '../reader.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, judge, nis2, regulation, show, start } from '../testing/library.ts';
import { beyondIso27001 } from './beyond.ts';
import { nis2Duties } from './duties.ts';

type Story = ReturnType<typeof start>;

const dutiesOf = (story: Story, said: Partial<ViewAsked> = {}) => answered(nis2Duties(asked(story, said)));
const cloudProvider = { name: 'Example', activities: ['I.8.4'], alone: { persons: 300 } };

describe('the NIS 2 duties', () => {
  it('are 25, each once, with whom they bind and how far ISO/IEC 27001 reaches', () => {
    const { rows, numbers } = dutiesOf(start());
    expect([new Set(rows.map(({ id }) => id)).size, rows.length, numbers.n]).toEqual([25, 25, 25]);
    expect(rows.every(({ addressee }) => addressee !== '')).toBe(true);
    expect(rows.every(({ beyondIso27001 }) => beyondIso27001 !== undefined)).toBe(true);
    expect(rows.filter(({ deadline }) => deadline !== '').map(({ id }) => id)).toContain('23(4)(a)');
  });

  it('given one is judged met, then one counts', () => {
    const story = start();
    judge(story, [nis2, '20(1)']);
    expect(dutiesOf(story).numbers).toMatchObject({ n: 25, met: 1, asserted: 1 });
  });
});

describe('the annex of the implementing regulation', () => {
  it('given it is not adopted, then there is none, and the duties name none of its rows', () => {
    const { technical, rows, beyondIso27001: beyond } = dutiesOf(start(nis2));
    expect([technical, beyond.table]).toEqual([undefined, undefined]);
    expect(rows.flatMap((row) => row.technical)).toEqual([]);
  });

  it('has 49 rows in 13 sections, each with the points of Article 21(2) that it details', () => {
    const story = start();
    judge(story, [regulation, '11.7']);
    const { technical } = dutiesOf(story);
    expect(technical?.sections).toHaveLength(13);
    expect(technical?.rows.map(({ id }) => id)).toEqual(
      technical?.sections.flatMap(({ requirements }) => requirements),
    );
    expect([technical?.rows.length, technical?.total]).toEqual([49, 49]);
    expect(technical?.numbers).toMatchObject({ n: 49, met: 1 });
    expect(technical?.sections.find(({ id }) => id === '11')).toMatchObject({
      title: 'Access control',
      details: ['21(2)(i)', '21(2)(j)'],
      numbers: { n: 7, met: 1 },
    });
    expect(technical?.sections.find(({ id }) => id === '9')?.requirements).toEqual(['9']);
  });

  it('and every duty names the rows that detail it', () => {
    const { rows } = dutiesOf(start());
    const of = (duty: string) => rows.find(({ id }) => id === duty)?.technical;
    expect(of('21(2)(c)')).toEqual(['4.1', '4.2', '4.3', '13.1', '13.2', '13.3']);
    expect(of('21(2)(f)')).toEqual(['7']);
    expect(of('21(2)(j)')).toEqual(['11.1', '11.2', '11.3', '11.4', '11.5', '11.6', '11.7']);
    expect(of('23(4)(a)')).toEqual([]);
  });

  it('names where it leaves room', () => {
    const { technical } = dutiesOf(start());
    const room = technical?.rows.find(({ id }) => id === '11.7')?.room;
    expect(room).toEqual([{ point: '11.7.1', wording: 'where appropriate', governs: 'all' }]);
  });
});

describe('whether the implementing regulation binds', () => {
  const standing = (story: Story, said: Partial<ViewAsked> = {}) => dutiesOf(story, said).technical?.applies;

  it('is open without an entity, and follows from what entities do', () => {
    const story = start();
    expect(standing(story)).toMatchObject({ standing: 'unknown' });
    const id = story.done('entities add', { name: 'Example', activities: ['II.1.1'] });
    expect(standing(story)?.standing).toBe('yardstick');
    story.done('entities change', { entity: id, activities: ['II.1.1', 'I.8.4'] });
    expect(standing(story)?.sentence).toContain('(Cloud computing service providers)');
    story.done('entities end', { entity: id, reason: 'Merged' });
    expect(standing(story)?.standing).toBe('unknown');
  });

  it('given a reader who sees only what is theirs, then what entities do is not told', () => {
    const story = start();
    story.done('entities add', cloudProvider);
    const applies = standing(story, { reader: { person: 'bo', sees: 'own' } });
    expect(applies?.standing).toBe('binds');
    expect(applies?.sentence).not.toContain('Cloud');
  });
});

describe('what goes beyond ISO/IEC 27001', () => {
  const beyondOf = (story: Story) => dutiesOf(story).beyondIso27001;

  it('are duties with the reason; the published table links every row of the annex, and that is said', () => {
    const { rows, total, table } = beyondOf(start());
    expect(rows.find(({ id }) => id === '23(4)(a)')).toMatchObject({
      framework: nis2,
      extent: 'yes',
      note: 'No external reporting deadline in ISO 27001',
    });
    expect(rows.some(({ id }) => id === '21(2)(h)')).toBe(false);
    expect([rows.some(({ extent }) => extent === 'not linked'), rows.length]).toEqual([false, total]);
    expect(table?.note).toContain('every one of these');
  });

  it('given a row that the published table does not link, then it says so, and that this is no proof', () => {
    const [row] = dutiesOf(start()).technical?.rows ?? [];
    const annex = { rows: [{ ...row!, id: '99.9' }, row!], edition: framework(regulation)! };
    const asked = { memory: newMemory(), reader: seesAll };
    const { rows, table } = beyondIso27001({ rows: [], framework: nis2 }, annex, asked);
    expect(rows.map(({ id, extent, note }) => [id, extent, note])).toEqual([
      ['99.9', 'not linked', 'No link in the table published by ENISA.'],
    ]);
    expect(table?.note).toContain('no proof');
  });

  it('names what the library answers with; while nothing is claimed, what the starter library has', () => {
    const story = start();
    const before = beyondOf(story).rows.find(({ id }) => id === '23(4)(a)');
    expect(before?.answeredBy.starter.length).toBeGreaterThan(0);
    const control = addControl(story, 'INC-01');
    claim(story, control, [nis2, '23(4)(a)']);
    show(story, control);
    const after = beyondOf(story).rows.find(({ id }) => id === '23(4)(a)');
    expect(after?.answeredBy).toMatchObject({ controls: [{ code: 'INC-01' }], starter: [] });
  });
});

it('any adopted framework has its coverage, by its assessable requirements', () => {
  const story = start();
  expect(answered(frameworkCoverage(asked(story), regulation)).rows).toHaveLength(49);
  expect(frameworkCoverage(asked(story), 'iso9001')).toMatchObject({
    refusal: { code: 'framework.unknown' },
  });
});
