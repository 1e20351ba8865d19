import { describe, expect, it } from 'vitest';
import { type Ground, nameScope, writeBasis, writeDocument } from './head.ts';

const organisation = { name: 'Meiereihof GmbH' };
const part = 'Cheese dairy in Husum and its cold-store logistics.';

function groundOf(statement: string, name = organisation.name): Ground {
  return {
    organisation,
    scope: { name, statement },
    on: '2026-11-22',
    knownAt: 8,
    position: 8,
    head: 'a'.repeat(64),
  };
}

const choices = { language: 'en' };
const scopeFact = (ground: Ground) => {
  const block = writeBasis(ground, { editions: [] }, choices);
  const facts = block.kind === 'facts' ? block.facts : [];
  return facts.find(({ label }) => label === 'Scope')?.value;
};

describe('how a document names the whole organisation as a scope', () => {
  it('given a part of it was stated, then cover and header name that part and never say that it is all', () => {
    const ground = groundOf(part);
    const document = writeDocument({ title: 'Statement of Applicability', blocks: [] }, ground, choices);
    expect(document.scope).toBe('Cheese dairy in Husum and its cold-store logistics');
    expect(document.running.left).toBe('Meiereihof GmbH · Cheese dairy in Husum and its cold-store…');
    expect(scopeFact(ground)).toBe(part);
    expect(JSON.stringify(document)).not.toContain('whole organisation');
  });

  it('given the statement begins with the name of the organisation, then the header bears that name once', () => {
    const ground = groundOf('Meiereihof GmbH as a whole, with its dairy in Husum');
    const { running } = writeDocument({ title: 'Statement of Applicability', blocks: [] }, ground, choices);
    expect(running.left).toBe('Meiereihof GmbH as a whole, with its dairy in Husum');
  });

  it('given nothing was stated, then it is all, and that nothing says so is told', () => {
    expect(nameScope(groundOf(' '), 'en')).toBe('The whole organisation');
    expect(scopeFact(groundOf(''))).toBe(
      'The whole organisation\nThe scope has not been stated in words yet.',
    );
  });

  it('given a long statement of many lines, then its first line names it, cut where it is too long', () => {
    expect(nameScope(groundOf('The dairy\nand what belongs to it'), 'en')).toBe('The dairy');
    expect(nameScope(groundOf('x'.repeat(500)), 'en')).toHaveLength(120);
  });

  it('given an edition that is a law, then its full name stands there and no word of an edition', () => {
    const editions = [
      { title: 'NIS 2 Directive', edition: 'Directive (EU) 2022/2555 of 14 December 2022', hash: 'ab' },
      { title: 'ISO/IEC 27001', edition: '2022, with Amendment 1:2024', hash: 'cd' },
    ];
    const block = writeBasis(groundOf(part), { editions }, choices);
    const facts = block.kind === 'facts' ? block.facts.map(({ label, value }) => `${label}: ${value}`) : [];
    expect(facts).toContain('Legislation: Directive (EU) 2022/2555 of 14 December 2022 (NIS 2 Directive)');
    expect(facts).toContain('Standard: ISO/IEC 27001, edition 2022, with Amendment 1:2024');
  });

  it('given another scope, then its own name stands before its statement', () => {
    expect(nameScope(groundOf(part, 'Site Husum'), 'en')).toBe('Site Husum');
    expect(scopeFact(groundOf(part, 'Site Husum'))).toBe(`Site Husum\n${part}`);
  });
});
