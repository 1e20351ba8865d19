import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { given } from '../../testing/index.ts';
import { documentOn } from '../index.ts';

function ground() {
  const story = given().on('2026-03-01');
  story.done('people add', { person: 'ben' });
  const document = story.done('documents add', { title: 'Policy', version: '1.0' });
  return { story, document, now: () => story.programme.governance.documents.get(document) };
}

describe('when a document is approved', () => {
  it('given it is approved under another version than it has, then that is said, and it is its version', () => {
    const story = given();
    const document = story.done('documents add', { title: 'Policy', version: '1.0' });
    const other = { document, version: '1.O', reviewOn: '2025-01-01' };
    expect(story.when('documents approve', other)).toMatchObject({
      notices: [
        { code: 'review.past' },
        { code: 'document.version-other', params: { version: '1.O', before: '1.0' } },
      ],
    });
    expect(story.when('documents approve', { document, version: '1.0' })).not.toHaveProperty('notices');
    story.done('documents approve', other);
    expect(story.programme.governance.documents.get(document)?.version).toBe('1.O');
  });

  it('then it says which version, by whom and when; by who records it unless another is named', () => {
    const { story, document, now } = ground();
    story.done('documents approve', { document });
    expect(now()).toMatchObject({
      status: 'approved',
      version: '1.0',
      approvedOn: '2026-03-01',
      approvedBy: 'ana',
    });
    const next = {
      document,
      version: '2.0',
      approver: 'ben',
      effective: '2026-02-20',
      reviewOn: '2027-02-20',
    };
    story.done('documents approve', next);
    expect(now()).toMatchObject({
      version: '2.0',
      approvedOn: '2026-02-20',
      approvedBy: 'ben',
      reviewOn: '2027-02-20',
    });
  });

  it('then the same version again, a later day and somebody unknown are refused', () => {
    const { story, document } = ground();
    const refused = (more: object) => story.refusal('documents approve', { document, ...more });
    expect(refused({ approver: 'x' })).toBe('refused person.unknown at approver');
    expect(refused({ effective: '2026-03-02' })).toBe('refused date.future at effective');
    story.done('documents approve', { document });
    expect(refused({})).toBe('conflict document.approved at version');
    expect(refused({ version: '1.0' })).toBe('conflict document.approved at version');
    expect(story.refusal('documents approve', { document: 'x' })).toBe(
      'missing document.unknown at document',
    );
  });
});

describe('when it is retired', () => {
  it('then it stays, and nothing more can be done to it', () => {
    const { story, document, now } = ground();
    story.done('documents approve', { document });
    expect(story.refusal('documents retire', { document, effective: '2026-03-02' })).toBe(
      'refused date.future at effective',
    );
    story.done('documents retire', { document, reason: 'Replaced' });
    expect(now()).toMatchObject({ status: 'retired', retiredOn: '2026-03-01', approvedBy: 'ana' });
    for (const name of ['documents change', 'documents approve', 'documents retire'])
      expect(story.refusal(name, { document, ...(name.endsWith('change') ? { title: 'x' } : {}) })).toBe(
        'conflict document.retired',
      );
    expect(story.refusal('documents add', { title: 'Policy' })).toBe('');
  });
});

describe('given what became of a document', () => {
  const on = (document: Parameters<typeof documentOn>[0] | undefined, day: string) => {
    const { status, version, approvedOn } = documentOn(document!, day);
    return [status, version, approvedOn];
  };

  it('then on each day it stood as it did then', () => {
    const { story, document, now } = ground();
    story.on('2026-03-05').done('documents approve', { document });
    story.on('2026-03-10').done('documents change', { document, version: '1.1' });
    story.on('2026-03-15').done('documents approve', { document });
    story.on('2026-03-20').done('documents retire', { document });
    expect(
      ['03-04', '03-05', '03-09', '03-10', '03-15', '03-20'].map((day) => on(now(), `2026-${day}`)),
    ).toEqual([
      ['draft', '1.0', undefined],
      ['approved', '1.0', '2026-03-05'],
      ['approved', '1.0', '2026-03-05'],
      ['draft', '1.1', undefined],
      ['approved', '1.1', '2026-03-15'],
      ['retired', '1.1', '2026-03-15'],
    ]);
  });

  it('then an approval that was recorded late holds from its day, and on the last day it is what it is', () => {
    const { story, document, now } = ground();
    story.done('documents approve', { document });
    story.on('2026-03-10').done('documents change', { document, version: '1.1' });
    story.done('documents approve', { document, effective: '2026-03-08' });
    expect([on(now(), '2026-03-07'), on(now(), '2026-03-08'), on(now(), '2026-03-10')]).toEqual([
      ['approved', '1.0', '2026-03-01'],
      ['approved', '1.1', '2026-03-08'],
      ['approved', '1.1', '2026-03-08'],
    ]);
    story.done('documents retire', { document, effective: '2026-03-02' });
    expect([on(now(), '2026-03-01')[0], on(now(), '2026-03-02')[0], on(now(), '2026-03-10')[0]]).toEqual([
      'approved',
      'retired',
      'retired',
    ]);
  });
});

it('given any course of changes and approvals, then a document stands today as it was left', () => {
  const days = ['2026-02-20', '2026-02-25', '2026-03-01', undefined];
  const deed = fc.tuple(
    fc.constantFrom('change', 'approve', 'retire'),
    fc.nat({ max: 4 }),
    fc.constantFrom(...days),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
      const { story, document, now } = ground();
      for (const [what, version, effective] of deeds) {
        const dated = what === 'change' || effective === undefined ? {} : { effective };
        const named = what === 'retire' ? {} : { version: `${version}` };
        story.tried(`documents ${what}`, { document, ...named, ...dated });
        const { status, approvedOn, approvedBy, retiredOn } = now()!;
        expect(documentOn(now()!, story.today)).toEqual(now());
        expect([approvedOn !== undefined, approvedBy !== undefined]).toEqual(
          Array(2).fill(status === 'approved' || (status === 'retired' && approvedOn !== undefined)),
        );
        expect(retiredOn !== undefined).toBe(status === 'retired');
        if (version === 4) story.on('2026-03-02');
      }
    }),
    { numRuns: 100 },
  );
});
