import { describe, expect, it } from 'vitest';
import { fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';

const iso = 'iso27001-2022';
const documents = (story: Story) => story.programme.governance.documents;
const file = (letter: string) => ({
  hash: letter.repeat(64),
  name: 'policy.pdf',
  size: 10,
  mediaType: 'application/pdf',
});

function ground() {
  const story = given(iso).on('2026-03-01');
  story.done('people add', { person: 'ben' });
  const said = { title: 'Policy', meets: [{ framework: iso, need: 'DOC-02' }], owner: 'ben', version: '1.0' };
  const document = story.done('documents add', { ...said, file: file('a') });
  return { story, said, document, now: () => documents(story).get(document) };
}

describe('when a document is added', () => {
  it('then it is a draft with its file, and its texts can be erased', () => {
    const { story, said, document, now } = ground();
    expect(now()).toEqual({
      ...said,
      id: document,
      kind: 'document',
      status: 'draft',
      scope: 'organisation',
      file: file('a'),
      standings: [{ from: '', value: { status: 'draft', version: '1.0' } }],
      seq: story.programme.position,
    });
    const link = 'https://example.org/policy';
    expect(story.when('documents add', { ...said, title: 'Other', link, file: file('b') })).toMatchObject({
      facts: [{ type: 'DocumentAdded', erasable: ['title', 'version', 'link', 'file'] }],
    });
  });

  it('then the needs it meets are those of a framework that was adopted', () => {
    const { story } = ground();
    const refused = (framework: string, need: string) =>
      story.refusal('documents add', { title: 'x', meets: [{ framework, need }] });
    expect(refused(iso, 'DOC-99')).toBe('refused document.need-unknown at meets[0].need');
    expect(
      JSON.stringify(story.when('documents add', { title: 'x', meets: [{ framework: iso, need: 'x' }] })),
    ).toContain('DOC-17');
    expect(refused('nist-csf-2.0', 'DOC-01')).toBe('conflict framework.not-adopted at meets[0].framework');
    expect(story.refusal('documents add', { title: 'x', owner: 'x' })).toBe(
      'refused person.unknown at owner',
    );
    expect(story.refusal('documents add', { title: 'x', scope: 'x' })).toBe('refused scope.unknown at scope');
  });

  it('then the same kind and title in the same scope is a conflict', () => {
    const { story } = ground();
    expect(story.refusal('documents add', { title: 'Policy' })).toBe('conflict document.exists at title');
    expect(story.refusal('documents add', { title: 'Policy', kind: 'record' })).toBe('');
  });
});

describe('when it is changed', () => {
  it('then another version or content is a draft again, and another owner is not', () => {
    const { story, document, now } = ground();
    story.done('documents approve', { document });
    story.done('documents change', { document, owner: null, reviewOn: '2027-03-01' });
    expect(now()).toMatchObject({ status: 'approved', owner: undefined });
    story.done('documents change', { document, version: '1.1' });
    expect(now()).toMatchObject({
      status: 'draft',
      version: '1.1',
      approvedOn: undefined,
      approvedBy: undefined,
    });
    story.done('documents approve', { document });
    story.done('documents change', { document, file: file('b') });
    expect(now()).toMatchObject({ status: 'draft', file: file('b'), earlierFiles: [file('a').hash] });
    expect(story.when('documents change', { document, file: file('b') })).toEqual({ facts: [] });
  });

  it('then what it would refer to, or repeat, is looked at', () => {
    const { story, document } = ground();
    story.done('documents add', { title: 'Other' });
    const refused = (more: object) => story.refusal('documents change', { document, ...more });
    expect(refused({ title: 'Other' })).toBe('conflict document.exists at title');
    expect(refused({ meets: [{ framework: iso, need: 'x' }] })).toBe(
      'refused document.need-unknown at meets[0].need',
    );
    expect(refused({ owner: 'x' })).toBe('refused person.unknown at owner');
    expect(story.refusal('documents change', { document: 'x', title: 'y' })).toBe(
      'missing document.unknown at document',
    );
  });

  it('given that its texts were erased, then they are gone, and what it meets stays', () => {
    const { story, document } = ground();
    story.done('documents change', { document, title: 'Letter to Ms Example', file: file('b') });
    const folded = fold({ ...given().programme, position: 0 }, story.erased());
    expect(folded.governance.documents.get(document)).toMatchObject({
      title: '',
      version: '',
      file: undefined,
      meets: [{ framework: iso, need: 'DOC-02' }],
    });
  });
});
