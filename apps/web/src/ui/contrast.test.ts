import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('tokens.css', import.meta.url)), 'utf8');
const pairs = [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const themes = {
  light: new Map(pairs.map(([, name = '', light = '']) => [name, light])),
  dark: new Map(pairs.map(([, name = '', , dark = '']) => [name, dark])),
};

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((one) =>
    one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'surface', 'sunken', 'hover', 'tint'];
const families = ['ok', 'part', 'gap', 'sup', 'unk', 'conf', 'stale'];
const inks = ['ink', 'ink2', 'ink3', 'accent', ...families];
const on = (fronts: readonly string[], backs: readonly string[]) =>
  fronts.flatMap((front) => backs.map((back) => [front, back] as const));

/** Words: 4.5 : 1. */
const words = [
  ...on(inks, grounds),
  ...families.flatMap((one) => on([one, 'ink', 'ink2', 'accent'], [`${one}-t`])),
  ...on(['ink'], ['l1', 'l2', 'l3', 'r4', 'r5']),
  ...on(['ink2'], ['r1', 'r2', 'r3']),
  ['on-l4', 'l4'],
  ['on-accent', 'l5'],
  ['on-accent', 'accent'],
  ['on-clock', 'clock'],
] as const;

/** Edges of fields, bars and the ring of focus: 3 : 1. */
const controls = [
  ...on(['edge'], ['paper', 'surface', 'sunken']),
  ...on(['bar', 'accent'], grounds),
] as const;

describe.each(Object.entries(themes))('the colours, %s', (_theme, tokens) => {
  const of = (name: string) => tokens.get(name) ?? expect.unreachable(`no token ${name}`);

  test.each(words)('given %s on %s, it can be read', (front, back) => {
    expect(ratio(of(front), of(back))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(controls)('given %s on %s, it can be told apart', (front, back) => {
    expect(ratio(of(front), of(back))).toBeGreaterThanOrEqual(3);
  });
});

test('given black on white, the ratio is 21', () => {
  expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5);
});
