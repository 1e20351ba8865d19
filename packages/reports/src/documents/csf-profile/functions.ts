import { say } from '@concord/catalog';
import type { CsfProfile, ProfileGroup, ProfileRow } from '@concord/views';
import type { BarRow, Block, HeatTile } from '../../blocks.ts';
import { barOfGroup, barsOf, coverageLegend } from '../parts/groups.ts';
import { writeFigure, writeOpen } from '../parts/interval.ts';

const barHeads = { label: 'csf.function', figure: 'csf.bars.outcomes', words: 'csf.bars.words' };

/** The six functions under each other, with how many outcomes of each are wanted. */
export function writeFunctions(view: CsfProfile, language: string): Block[] {
  const functions = view.groups.filter(({ level }) => level === 'function');
  const caption = say(language, 'csf.functions');
  return [
    { kind: 'heading', level: 2, text: caption },
    barsOf(
      { caption, heads: barHeads, rows: functions.map((group) => barOf(group, view.rows, language)) },
      language,
      {
        ...coverageLegend(language),
        target: say(language, 'csf.bars.target'),
      },
    ),
  ];
}

/** One function as a bar. Its target is how many of its outcomes the profile wants; none where it wants nothing. */
function barOf({ id, title, numbers }: ProfileGroup, rows: readonly ProfileRow[], language: string): BarRow {
  const { n, met, possible } = numbers;
  const target = rows.filter((row) => row.function === id && row.included && row.target?.wanted).length;
  const counts = {
    label: say(language, 'csf.named', { id, title }),
    n,
    met,
    possible,
    ...(target === 0 ? {} : { target: Math.min(target, n) }),
    words: writeOpen(numbers, language),
  };
  return barOfGroup(counts, language);
}

/** A tile for each category, darker the more of what is wanted there is not reached. */
export function writeCategories(view: CsfProfile, language: string): Block[] {
  const caption = say(language, 'csf.categories');
  const functions = view.groups.filter(({ level }) => level === 'function');
  const levels = [0, 1, 2, 3, 4].map((level) => say(language, `csf.heat.level-${level}`));
  return [
    { kind: 'heading', level: 2, text: caption },
    {
      kind: 'heat',
      caption,
      rows: functions.map(({ id, title, numbers, score }) => ({
        label: title,
        words: [writeFigure(numbers, language), ...scored(score, language)],
        tiles: view.groups
          .filter((group) => group.level === 'category' && group.id.startsWith(`${id}.`))
          .map((group) => tileOf(group, view.rows, language)),
      })),
      legend: { title: say(language, 'csf.heat.legend'), levels, none: say(language, 'csf.heat.none') },
      words: say(language, view.scale ? 'csf.heat.words.scored' : 'csf.heat.words'),
    },
  ];
}

function tileOf({ id, title, numbers, score }: ProfileGroup, rows: readonly ProfileRow[], language: string) {
  const wanted = rows.filter((row) => row.category === id && row.included && row.target?.wanted);
  const short = wanted.filter(({ gap }) => gap !== undefined).length;
  const tile: HeatTile = {
    id,
    label: title,
    figure: writeFigure(numbers, language),
    words: [
      wanted.length === 0
        ? say(language, 'csf.heat.not-wanted')
        : say(language, 'csf.heat.short', { count: short, wanted: wanted.length }),
      ...scored(score, language),
    ].join(' · '),
  };
  return wanted.length === 0 ? tile : { ...tile, level: levelOf(short / wanted.length) };
}

/** Nothing short is 0; then quarters. */
function levelOf(share: number): 0 | 1 | 2 | 3 | 4 {
  return Math.ceil(share * 4) as 0 | 1 | 2 | 3 | 4;
}

/** Not assessed is never 0: where nothing is scored there is no mean. */
function scored(score: ProfileGroup['score'], language: string): string[] {
  if (!score) return [];
  const { mean, min, scored: count, of } = score;
  if (mean === undefined || min === undefined) return [say(language, 'csf.score.none', { of })];
  return [say(language, 'csf.score', { mean: mean.toLocaleString(language), min, count, of })];
}
