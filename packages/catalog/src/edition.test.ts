import { expect, it } from 'vitest';
import { edition, editionHash, type Framework, framework, frameworks, releasedEditions } from './index.ts';

const small: Framework = {
  id: 'small',
  title: 'Small',
  publisher: 'Nobody',
  edition: '1',
  revision: 1,
  source: 'None',
  licence: 'None',
  sourceNote: 'None',
  levels: { rule: 'Rule' },
  requirements: [
    {
      id: '1',
      parent: null,
      level: 'rule',
      title: 'First',
      titleOrigin: 'own',
      assessable: true,
      excludable: false,
    },
  ],
};

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

it('the hash of an edition is SHA-256 over its canonical JSON', () => {
  // sha256sum over the canonical text, worked out outside this code
  expect(editionHash(small)).toBe('af1e3fc25e0cecf4daf85c576060ce1a0c41f243d89a406fbdfdd360d7f89d2a');
});

it('given the same content in another order of keys, then the hash is the same', () => {
  for (const shipped of frameworks()) {
    const other = reversed(shipped) as Framework;
    expect(Object.keys(other)[0]).not.toBe(Object.keys(shipped)[0]);
    expect(editionHash(other)).toBe(editionHash(shipped));
  }
});

it('given one character changed, then the hash changes', () => {
  for (const shipped of frameworks()) {
    const changed = structuredClone(shipped) as { requirements: { title: string }[] } & Framework;
    changed.requirements.at(-1)!.title += ' ';
    expect(editionHash(changed)).not.toBe(editionHash(shipped));
  }
});

it('given id and hash of a shipped edition, then that edition is found; no other id or hash finds one', () => {
  const iso = framework('iso27001-2022')!;
  expect(edition('iso27001-2022', editionHash(iso))).toBe(iso);
  expect(edition('nist-csf-2.0', editionHash(iso))).toBeUndefined();
  expect(edition('iso27001-2022', editionHash(small))).toBeUndefined();
});

it('every edition ever released can still be read', () => {
  const released = releasedEditions();
  expect(released.length).toBeGreaterThanOrEqual(frameworks().length);
  for (const { id, hash } of released) {
    expect(edition(id, hash), `${id} ${hash}: see data/editions/README.md`).toBeDefined();
  }
});

it('every edition we ship is listed as released', () => {
  const released = new Set(releasedEditions().map(({ id, hash }) => `${id} ${hash}`));
  for (const shipped of frameworks()) {
    const named = `${shipped.id} ${editionHash(shipped)}`;
    expect(released.has(named), `${named}: see data/editions/README.md`).toBe(true);
  }
});
