import { say } from '@concord/catalog';
import { given, type Story } from '@concord/programme/testing';
import { describe, expect, it } from 'vitest';
import { clauseChanges } from '../changes/clause-changes.ts';
import type { ViewAsked } from '../envelope.ts';
import { answered, asked } from '../testing/asked.ts';
import { addControl, claim, exclude, iso, judge, show, start } from '../testing/library.ts';
import { clauseConformity } from './clause-conformity.ts';

const viewOf = (story: Story, said: Partial<ViewAsked> = {}) =>
  answered(clauseConformity(asked(story, said)));
const clause = (story: Story, id: string, said: Partial<ViewAsked> = {}) =>
  viewOf(story, said).rows.find((row) => row.id === id)!;
const policy = { title: 'Policy', meets: [{ framework: iso, need: 'DOC-02' }] };

describe('clauses and their items', () => {
  it('given nothing, then 30 clauses in 7 groups with their items, none complete and none met', () => {
    const view = viewOf(start(iso));
    expect(view.view).toBe('clause-conformity');
    expect(view.rows).toHaveLength(30);
    expect(view.numbers).toMatchObject({ n: 30, met: 0, unclaimed: 30 });
    expect([...new Set(view.rows.map(({ group }) => group))]).toEqual(['4', '5', '6', '7', '8', '9', '10']);
    expect(
      clause(start(iso), '6.1.2')
        .items.map(({ id }) => id)
        .slice(0, 4),
    ).toEqual(['6.1.2.a', '6.1.2.a.1', '6.1.2.a.2', '6.1.2.b']);
    expect(view.complete.yes).toBe(0);
    expect(view.completeMeans).toMatch(/^Our own computation/);
  });

  it('then each of the 17 documents stands at its clause, and the plan at 8.3 too', () => {
    const { rows, written } = viewOf(start(iso));
    const listed = rows.flatMap(({ id, needs }) => needs.map((need) => `${need.id} ${id}`));
    expect(listed).toHaveLength(18);
    expect(listed).toContain('DOC-05 6.1.3');
    expect(listed.filter((each) => each.startsWith('DOC-06'))).toEqual(['DOC-06 6.1.3', 'DOC-06 8.3']);
    expect(written).toEqual({ approved: 0, kept: 0, 'past-review': 0, draft: 0, incomplete: 0, missing: 17 });
  });

  it('given the framework was not adopted, then it is refused', () => {
    expect(clauseConformity(asked(given()))).toMatchObject({ refusal: { code: 'framework.not-adopted' } });
  });
});

describe('a document', () => {
  it('given an approved one, then nothing is missing, and the clause is no more met than before', () => {
    const story = start(iso).on('2026-02-01').by('ana');
    const document = story.done('documents add', {
      ...policy,
      reviewOn: '2026-12-31',
      link: 'https://example.org/p',
    });
    expect(clause(story, '5.2').needs).toMatchObject([{ id: 'DOC-02', state: 'draft' }]);
    story.on('2026-02-10').done('documents approve', { document });
    expect(clause(story, '5.2')).toMatchObject({
      kind: 'unclaimed',
      complete: 'unknown',
      missing: [],
      needs: [
        { state: 'approved', documents: [{ id: document, title: 'Policy', link: 'https://example.org/p' }] },
      ],
      sentence: 'Unclaimed; nothing that it calls for in writing is missing.',
    });
    expect(viewOf(story).numbers.met).toBe(0);
    expect(clause(story, '5.2', { on: '2026-02-09' }).needs).toMatchObject([{ state: 'draft' }]);
    expect(clause(story, '5.2', { on: '2027-01-01' })).toMatchObject({
      needs: [{ state: 'past-review' }],
      complete: 'no',
    });
    judge(story, [iso, '5.2']);
    expect(clause(story, '5.2')).toMatchObject({ complete: 'yes', mark: 'met' });
    story.on('2026-03-01').done('documents retire', { document });
    expect(clause(story, '5.2')).toMatchObject({
      complete: 'no',
      sentence: 'Met, as assessed; missing: DOC-02 Information security policy (no document).',
    });
  });

  it('given it is approved again in another version, then on a day between it was approved, in the first', () => {
    const story = start(iso).on('2026-02-01');
    const document = story.done('documents add', { ...policy, version: '1' });
    story.on('2026-02-10').done('documents approve', { document });
    story.on('2026-04-01').done('documents change', { document, version: '2' });
    story.on('2026-05-01').done('documents approve', { document });
    story.on('2026-06-01').done('documents retire', { document });
    const on = (day: string) => {
      const said = viewOf(story, { on: day });
      const [need] = said.rows.find(({ id }) => id === '5.2')?.needs ?? [];
      const kept = said.rows
        .find(({ id }) => id === '7.5.1')
        ?.records.map(({ state, words }) => [state, words]);
      return [need?.state, need?.documents[0]?.version, need?.documents[0]?.approvedOn, ...(kept ?? [])];
    };
    const register = (approved: number) =>
      approved === 1 ? ['there', expect.stringContaining('1')] : ['incomplete', expect.anything()];
    expect(on('2026-02-09')).toEqual(['draft', '1', undefined, register(0)]);
    expect(on('2026-03-01')).toEqual(['approved', '1', '2026-02-10', register(1)]);
    expect(on('2026-04-15')).toEqual(['draft', '2', undefined, register(0)]);
    expect(on('2026-05-01')).toEqual(['approved', '2', '2026-05-01', register(1)]);
    expect(on('2026-06-01')).toEqual(['missing', undefined, undefined, ['missing', expect.anything()]]);
  });

  it('given one of a narrower scope, then it does not serve the whole organisation', () => {
    const story = start(iso);
    const scope = story.done('scopes define', { name: 'Plant' });
    story.done('documents add', { ...policy, scope });
    expect(clause(story, '5.2').needs).toMatchObject([{ state: 'missing' }]);
    expect(clause(story, '5.2', { scope }).needs).toMatchObject([{ state: 'draft' }]);
  });

  it('given somebody who sees only their own, then what they may not see is counted and not named', () => {
    const story = start(iso);
    story.done('documents add', { ...policy, title: 'Secret', link: 'https://secret.example' });
    const view = viewOf(story, { reader: { person: 'ben', sees: 'own' } });
    expect(view.rows.find(({ id }) => id === '5.2')?.needs).toMatchObject([
      { state: 'draft', documents: [], hiddenDocuments: 1 },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/secret/i);
    expect(view.written).toEqual(viewOf(story).written);
  });
});

describe('records that Concord keeps', () => {
  it('given issues, then 4.1 wants the question of climate change decided, whichever way', () => {
    const story = start(iso);
    expect(clause(story, '4.1').records).toMatchObject([{ kind: 'issues', state: 'missing', count: 0 }]);
    story.done('issues add', { kind: 'external', title: 'Market', effect: 'Grows' });
    expect(clause(story, '4.1')).toMatchObject({
      complete: 'no',
      sentence:
        'Unclaimed; missing: issues found relevant: 1; climate change: not decided (Amendment 1:2024).',
    });
    story.done('issues add', {
      kind: 'external',
      title: 'Climate',
      effect: 'None',
      climate: true,
      relevant: false,
    });
    expect(clause(story, '4.1')).toMatchObject({
      complete: 'unknown',
      records: [{ state: 'there', count: 2 }],
    });
  });

  it('given a scope statement, then it answers 4.3 once it says boundaries and interfaces', () => {
    const story = start(iso);
    expect(clause(story, '4.3').missing).toEqual(['DOC-01 ISMS scope (no document; no scope statement)']);
    story.done('scopes state', { scope: 'organisation', statement: 'All', boundaries: 'Two sites' });
    expect(clause(story, '4.3')).toMatchObject({
      needs: [{ state: 'incomplete' }],
      missing: [
        'DOC-01 ISMS scope (kept in Concord, incomplete; the scope statement does not say: its interfaces and dependencies)',
      ],
    });
    story.done('scopes state', { scope: 'organisation', interfaces: 'The cloud' });
    expect(clause(story, '4.3')).toMatchObject({
      needs: [{ state: 'kept' }],
      missing: [],
      complete: 'unknown',
    });
  });

  it('given parties, then 4.2 says how many, and an ended one no more', () => {
    const story = start(iso).on('2026-02-01');
    const party = story.done('parties add', { kind: 'customer', name: 'Customers', asks: 'Care' });
    expect(clause(story, '4.2').records).toMatchObject([{ state: 'there', count: 1 }]);
    story.done('parties end', { party });
    expect(clause(story, '4.2').records).toMatchObject([{ state: 'missing', count: 0 }]);
    expect(clause(story, '4.2', { on: '2026-01-31' }).records).toMatchObject([{ state: 'there' }]);
  });

  it('given a Statement of Applicability that was published, then it is there from that day on, of that scope', () => {
    const story = start(iso).on('2026-02-01');
    const scope = story.done('scopes define', { name: 'Plant' });
    const file = { hash: 'a'.repeat(64), name: 'soa.pdf', size: 1, mediaType: 'application/pdf' };
    const { position } = story.programme;
    const rendered = {
      scope: 'organisation',
      version: 1,
      position,
      head: 'f'.repeat(64),
      on: '2026-02-01',
      file,
      view: file,
    };
    story.done('reports publish', { report: 'statement-of-applicability', rendered });
    const need = (said: Partial<ViewAsked> = {}) =>
      clause(story, '6.1.3', said).needs.find(({ id }) => id === 'DOC-05')?.state;
    expect([need(), need({ on: '2026-01-31' }), need({ scope })]).toEqual(['kept', 'missing', 'missing']);
    expect(clause(story, '6.1.3').records[0]).toMatchObject({
      state: 'there',
      words: 'version 1 of the Statement of Applicability was published, as of 1 Feb 2026',
    });
  });

  it('given obligations, then what A.5.31 calls for in writing names the record that answers it', () => {
    const story = start(iso);
    const asked = () => viewOf(story).conditional.find(({ control }) => control === 'A.5.31');
    expect(asked()).toMatchObject({ state: 'missing', records: [{ kind: 'obligations', state: 'missing' }] });
    story.done('obligations add', { title: 'Law', kind: 'legal', asks: 'Reporting' });
    expect(asked()?.records).toMatchObject([{ kind: 'obligations', count: 1 }]);
    expect(asked()?.records[0]?.words).toContain('1');
  });

  it('given documents, then the register of them answers 7.5.1 b once one is approved and none is overdue', () => {
    const story = start(iso).on('2026-02-01');
    const need = (on?: string) => clause(story, '7.5.1', on ? { on } : {}).needs.map(({ state }) => state);
    const document = story.done('documents add', { title: 'Rules', reviewOn: '2026-06-30' });
    expect(need()).toEqual(['incomplete']);
    story.done('documents approve', { document });
    expect([need(), need('2026-07-01')]).toEqual([['kept'], ['incomplete']]);
  });

  it('given evidence on what is claimed for 8.1, then it answers what the clause wants retained', () => {
    const story = start(iso).on('2026-01-10');
    addControl(story, 'C-1');
    claim(story, 'C-1', [iso, '8.1']);
    expect(clause(story, '8.1').needs).toMatchObject([{ id: 'DOC-11', state: 'missing' }]);
    show(story, 'C-1');
    expect(clause(story, '8.1')).toMatchObject({ needs: [{ state: 'kept' }], complete: 'yes' });
  });

  it('given what is not kept here, then it says so and is never as good as there', () => {
    const row = clause(start(iso), '9.2.2');
    expect(row.records).toMatchObject([{ kind: 'audits', state: 'not-kept', count: 0 }]);
    expect(row.sentence).toBe(
      'Unclaimed; missing: DOC-15 Audit programme and audit results (no document). Audits are not kept in Concord yet: show a document or evidence.',
    );
    expect(clause(start(iso), '6.2').records).toMatchObject([{ kind: 'objectives', state: 'not-kept' }]);
    expect(say('en', 'clause.not-kept')).not.toMatch(/met/);
  });
});

describe('what Annex A calls for in writing', () => {
  it('given no decision, one for and one against, then it is asked for only where the control is necessary', () => {
    const story = start(iso);
    const reasons = [{ kind: 'law', text: 'The law asks' }];
    story.done('applicability decide', { framework: iso, requirement: 'A.5.9', applicable: true, reasons });
    exclude(story, [iso, 'A.8.27']);
    const { conditional, rows } = viewOf(story);
    const necessary = Object.fromEntries(conditional.map((need) => [need.control, need.necessary]));
    expect(conditional).toHaveLength(11);
    expect([necessary['A.5.9'], necessary['A.8.27'], necessary['A.6.6']]).toEqual(['yes', 'no', 'undecided']);
    expect(conditional.find(({ control }) => control === 'A.6.6')?.condition).toMatch(
      /^If the control is necessary/,
    );
    expect(rows.flatMap(({ needs }) => needs).some(({ annexA }) => annexA)).toBe(false);
  });

  it('given obligations, then the register answers A.5.31', () => {
    const story = start(iso);
    const wanted = () => viewOf(story).conditional.find(({ control }) => control === 'A.5.31');
    expect(wanted()?.state).toBe('missing');
    story.done('obligations add', { kind: 'legal', title: 'Law', asks: 'Care' });
    expect(wanted()?.state).toBe('kept');
  });
});

describe('documents beside the list', () => {
  it('given one that answers no need, then it stands apart; one of another reader is counted', () => {
    const story = start(iso).on('2026-02-01').by('ana');
    story.done('people add', { person: 'ben' });
    story.done('documents add', { ...policy, owner: 'ana' });
    story.done('documents add', { title: 'Travel rules', owner: 'ben', meets: [] });
    expect(viewOf(story).further).toMatchObject({
      documents: [{ title: 'Travel rules', state: 'draft' }],
      hiddenDocuments: 0,
    });
    const reader = { person: 'ana', sees: 'own' } as const;
    expect(viewOf(story, { reader }).further).toEqual({ documents: [], hiddenDocuments: 1 });
  });

  it('given a document was approved since, then the change list says so beside the clauses', () => {
    const story = start(iso).on('2026-02-01').by('ana');
    const before = viewOf(story);
    const document = story.done('documents add', { ...policy });
    story.done('documents approve', { document });
    expect(clauseChanges(before, viewOf(story)).sentences).toContain('DOC-02: state no document → approved.');
    expect(clauseChanges(before, before).rows).toEqual([]);
  });
});
