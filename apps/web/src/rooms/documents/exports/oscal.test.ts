import { expect, it } from 'vitest';
import { oscalInput } from './oscal.ts';

it('given choices, then a model gets only those that mean something to it', () => {
  const chosen = { scope: 's', framework: 'f', crosswalk: 'c' };
  expect(oscalInput('ssp', chosen)).toEqual({ model: 'ssp', scope: 's' });
  expect(oscalInput('poam', chosen)).toEqual({ model: 'poam' });
  expect(oscalInput('mapping-collection', chosen)).toEqual({ model: 'mapping-collection', crosswalk: 'c' });
  expect(oscalInput('catalog', { framework: undefined })).toEqual({ model: 'catalog' });
});

it('given a profile is chosen, then the framework is that of the profile', () => {
  expect(oscalInput('profile', { framework: 'f', profile: 'p' })).toEqual({ model: 'profile', profile: 'p' });
});
