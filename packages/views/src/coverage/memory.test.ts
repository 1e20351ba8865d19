import { adoptedEdition, fromPlain, type Programme, toPlain, wholeOrganisation } from '@concord/programme';
import {
  anyDeeds,
  anyRelationDeeds,
  type Deed,
  doDeed,
  groundOfDeeds,
  type Story,
} from '@concord/programme/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { workOutCoverage } from './coverage.ts';
import type { Aspect } from './feed.ts';
import { coverageOf, newMemory, type Worked } from './memory.ts';
import { coverageRows } from './row.ts';

const days = ['2026-02-10', '2026-07-01', '2027-06-01'];

function aspectsOf(programme: Programme): Aspect[] {
  const inner = programme.governance.scopes.findKey((scope) => scope.name === 'Inner') as string;
  const adopted = [...programme.governance.adoptions.values()];
  return adopted.flatMap((adoption, at) => {
    const framework = adoptedEdition(programme.governance, adoption.framework)!;
    const scopes = at % 2 === 0 ? [wholeOrganisation, inner] : [wholeOrganisation];
    return scopes.flatMap((scope, step) => days.slice(step).map((on) => ({ framework, scope, on })));
  });
}

function printed({ coverage, rows }: Pick<Worked, 'coverage' | 'rows'>): string {
  const standings = [...coverage.standings].sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([[...coverage.results], [...rows], standings]);
}

function fromNothing(programme: Programme, aspect: Aspect): string {
  const coverage = workOutCoverage(programme, aspect);
  return printed({ coverage, rows: coverageRows(coverage, undefined) });
}

/** After each deed some of the aspects are asked, after the last all of them. */
function expectTheSame(story: Story, deeds: readonly Deed[]): void {
  const memory = newMemory();
  deeds.forEach((deed, at) => {
    doDeed(story, deed);
    const aspects = aspectsOf(story.programme);
    for (const [step, aspect] of aspects.entries()) {
      if (at % 3 !== step % 3 && at < deeds.length - 1) continue;
      const remembered = coverageOf(story.programme, aspect, memory);
      expect(printed(remembered)).toBe(fromNothing(story.programme, aspect));
    }
  });
}

it('given any course of events, what is brought up to date equals what is worked out from nothing', () => {
  fc.assert(
    fc.property(anyDeeds, (deeds) => expectTheSame(groundOfDeeds(), deeds)),
    { numRuns: 30 },
  );
}, 180_000);

it('given own relations come, go and change, frameworks in scopes of their own, then it still does', () => {
  let inferred = 0;
  let scoped = 0;
  fc.assert(
    fc.property(anyRelationDeeds, (deeds) => {
      const story = groundOfDeeds();
      const inner = story.programme.governance.scopes.findKey(({ name }) => name === 'Inner');
      story.done('frameworks adopt', { framework: 'nist-csf-2.0', scope: inner });
      expectTheSame(story, deeds);
      for (const aspect of aspectsOf(story.programme))
        for (const { inferences, hints } of workOutCoverage(story.programme, aspect).results.values()) {
          inferred += inferences.filter(({ by }) => by === 'relation').length;
          scoped += hints.filter(({ by, reason }) => by === 'relation' && reason === 'scope').length;
        }
    }),
    { numRuns: 25 },
  );
  expect(inferred).toBeGreaterThan(20);
  expect(scoped).toBeGreaterThan(5);
}, 180_000);

it('given a snapshot of any programme, then every view of it is the same', () => {
  fc.assert(
    fc.property(anyDeeds, (deeds) => {
      const story = groundOfDeeds();
      for (const deed of deeds) doDeed(story, deed);
      const revived = fromPlain(JSON.parse(JSON.stringify(toPlain(story.programme))));
      for (const aspect of aspectsOf(story.programme)) {
        expect(fromNothing(revived, aspect)).toBe(fromNothing(story.programme, aspect));
      }
    }),
    { numRuns: 20 },
  );
}, 180_000);
