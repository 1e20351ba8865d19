import { describe, expect, it } from 'vitest';
import { fold } from '../../programme.ts';
import { given, type Story } from '../../testing/index.ts';

const statementOf = (story: Story, scope: string) => story.programme.governance.scopeStatements.get(scope);

describe('given a scope', () => {
  const ground = () => {
    const story = given().on('2026-03-01');
    return { story, scope: story.done('scopes define', { name: 'Site', statement: 'One building' }) };
  };

  it('when it is stated, then what is not named stays as it was, and views have the statement said last', () => {
    const { story, scope } = ground();
    story.done('scopes state', { scope, statement: 'Two buildings', cloud: true, ownPremises: false });
    story
      .on('2026-04-01')
      .done('scopes state', { scope, boundaries: 'The fence', cloud: null, remoteWork: true });
    expect(statementOf(story, scope)).toEqual({
      scope,
      statement: 'Two buildings',
      boundaries: 'The fence',
      interfaces: '',
      exclusions: '',
      facts: { ownPremises: false, remoteWork: true },
      statedOn: '2026-04-01',
      seq: story.programme.position,
    });
    expect(story.programme.governance.scopes.get(scope)).toMatchObject({
      name: 'Site',
      statement: 'Two buildings',
    });
    expect(story.when('scopes state', { scope, boundaries: 'The fence', remoteWork: true })).toEqual({
      facts: [],
    });
    story.done('scopes state', { scope, boundaries: null });
    expect(statementOf(story, scope)).toMatchObject({ boundaries: '', statement: 'Two buildings' });
  });

  it('then the first time it needs a statement, and a scope that is there', () => {
    const { story, scope } = ground();
    expect(story.refusal('scopes state', { scope, boundaries: 'x' })).toBe(
      'refused scope.no-statement at statement',
    );
    expect(story.refusal('scopes state', { scope: 'nowhere', statement: 'x' })).toBe(
      'missing scope.unknown at scope',
    );
    expect(story.refusal('scopes state', { scope, statement: 'x', owner: 'x' })).toBe(
      'refused person.unknown at owner',
    );
  });

  it('then the whole organisation has a statement too', () => {
    const { story } = ground();
    story.done('scopes state', { scope: 'organisation', statement: 'All we do', developsSoftware: true });
    expect(statementOf(story, 'organisation')).toMatchObject({ facts: { developsSoftware: true } });
    expect(story.programme.governance.scopes.has('organisation')).toBe(false);
  });

  it('given that the texts were erased, then the facts of the scope stay', () => {
    const { story, scope } = ground();
    story.done('scopes state', { scope, statement: 'Flat of Ms Example', cloud: true });
    const folded = fold({ ...given().programme, position: 0 }, story.erased());
    expect(folded.governance.scopeStatements.get(scope)).toMatchObject({
      statement: '',
      facts: { cloud: true },
    });
    expect(folded.governance.scopes.get(scope)?.statement).toBe('');
  });
});
