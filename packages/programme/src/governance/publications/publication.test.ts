import { describe, expect, it } from 'vitest';
import { given, type Story } from '../../testing/index.ts';
import { nextVersion, publicationsOf } from './publication.ts';

const file = (name: string) => ({
  hash: name.padEnd(64, '0'),
  name,
  size: 10,
  mediaType: 'application/pdf',
});

const rendered = (story: Story, said: object = {}) => ({
  scope: 'organisation',
  version: 1,
  position: story.programme.position,
  head: 'f'.repeat(64),
  on: story.today,
  file: file('a'),
  view: file('b'),
  ...said,
});

const publish = (story: Story, said: object = {}) => ({
  report: 'statement',
  note: 'For the audit',
  rendered: rendered(story, said),
});

describe('publishing a report', () => {
  it('then its version, position and head stand in the ledger, and what may be personal can be erased', () => {
    const story = given();
    const position = story.programme.position;
    expect(story.when('reports publish', publish(story))).toMatchObject({
      facts: [
        {
          type: 'ReportPublished',
          record: { kind: 'publication', id: 'organisation:statement/1' },
          erasable: ['file', 'view', 'note'],
          data: { version: 1, position, head: 'f'.repeat(64), format: 'pdf', file: file('a') },
        },
      ],
      notices: [{ code: 'report.published', params: { report: 'statement', version: 1 } }],
    });
  });

  it('given findings that are open, then it is published, and whoever publishes is told how many', () => {
    const story = given();
    const open = { errors: 2, warnings: 1 };
    expect(story.when('reports publish', publish(story, { open }))).toMatchObject({
      notices: [
        { code: 'report.published', params: { report: 'statement', version: 1 } },
        { code: 'report.published-open', params: open },
      ],
    });
  });

  it('then versions are counted for each report and scope', () => {
    const story = given();
    const site = story.done('scopes define', { name: 'Site' });
    for (const version of [1, 2]) story.done('reports publish', publish(story, { version }));
    story.done('reports publish', publish(story, { scope: site }));
    const { governance } = story.programme;
    expect(
      publicationsOf(governance, { report: 'statement', scope: 'organisation' }).map(
        ({ version }) => version,
      ),
    ).toEqual([1, 2]);
    expect([
      nextVersion(governance, { report: 'statement', scope: 'organisation' }),
      nextVersion(governance, { report: 'statement', scope: site }),
      nextVersion(governance, { report: 'other', scope: site }),
    ]).toEqual([3, 2, 1]);
    expect(publicationsOf(governance, { report: 'statement' })).toHaveLength(3);
    expect(story.refusal('reports publish', publish(story, { scope: 'nowhere' }))).toBe(
      'refused scope.unknown at scope',
    );
  });

  it('given the version was taken while the document was being set, then it is refused', () => {
    const story = given();
    const late = publish(story);
    story.done('reports publish', publish(story));
    expect(story.refusal('reports publish', late)).toBe('conflict publication.meanwhile');
  });

  it('given other things were recorded meanwhile, then it names the position it was set at; after an erasure it is refused', () => {
    const story = given();
    const early = publish(story);
    story.done('scopes define', { name: 'Site' });
    expect(story.refusal('reports publish', early)).toBe('');
    story.done('records erase', { entry: story.programme.position, members: ['name'], reason: 'x' });
    expect(story.refusal('reports publish', early)).toBe('unavailable publication.erased-meanwhile');
    expect(story.refusal('reports publish', publish(story))).toBe('');
  });
});
