import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { forgetEverything } from './forget.ts';

/** A storage as a browser has one. */
function storage(first: Readonly<Record<string, string>>): Storage {
  const kept = new Map(Object.entries(first));
  return {
    get length() {
      return kept.size;
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (place) => kept.get(place) ?? null,
    setItem: (place, value) => void kept.set(place, value),
    removeItem: (place) => void kept.delete(place),
    clear: () => kept.clear(),
  };
}

const placesOf = (kept: Storage) => Array.from({ length: kept.length }, (_, at) => kept.key(at)).sort();

const sources = fileURLToPath(new URL('../..', import.meta.url));

/** Where the app keeps something, as its sources name it: up to what is filled in. */
function placesInSources(): string[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  const written = files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name));
  return written.flatMap((name) => {
    const text = readFileSync(join(sources, name), 'utf8');
    if (!text.includes('Storage')) return [];
    const places = [...text.matchAll(/\bplace(?::[^=]+)? = ['`]([^'`$]+)/g)].map(
      ([, place]) => place as string,
    );
    expect(places.length > 0 || !/\b(localStorage|sessionStorage)\.setItem/.test(text), name).toBe(true);
    return places;
  });
}

describe('given what this browser keeps, when the key is forgotten', () => {
  it('then everything of organisations goes, and theme, language and what is not ours stay', () => {
    const kept = storage({
      'concord.key': 'k',
      'concord.kept': '[{"says":"AC-01"}]',
      'concord.set-up.answers': '{"name":"Havelmark"}',
      'concord.library.views.o-1': '[]',
      'concord.visit.o-1.ana': '{}',
      'concord.theme': 'dark',
      'concord.language': 'de',
      'other.app': 'x',
    });
    forgetEverything(kept);
    expect(placesOf(kept)).toEqual(['concord.language', 'concord.theme', 'other.app']);
  });

  it('then every place that a source of the app names is of those that go, but for two', () => {
    const places = placesInSources();
    expect(places.length).toBeGreaterThan(5);
    const kept = storage(Object.fromEntries(places.map((place) => [place, 'x'])));
    forgetEverything(kept);
    expect(placesOf(kept)).toEqual(['concord.language', 'concord.theme']);
  });
});
