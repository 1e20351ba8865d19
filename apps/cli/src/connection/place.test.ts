import { type Row, rowNamed } from '@concord/operations';
import { describe, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { beginning, ofInstallation, placeFor } from './place.ts';

const placeOf = (name: string) => placeFor(rowNamed(name) as Row);

describe('given no data directory', () => {
  it.each(beginning)('then `%s` begins one', (name) => {
    expect(placeOf(name)).toBe('made');
  });

  it.each([...ofInstallation, 'controls list', 'controls add', 'view coverage', 'verify'])(
    'then there is nothing that `%s` could be about',
    (name) => {
      expect(placeOf(name)).toBe('there');
    },
  );

  it.each(['frameworks', 'crosswalk show', 'set-up propose', 'library gaps', 'activities list'])(
    'then `%s` answers all the same, from the catalogue',
    (name) => {
      expect(placeOf(name)).toBe('none');
    },
  );

  it('then the interface is described', () => {
    expect(placeFor(undefined)).toBe('none');
  });

  it('then it is wrong what was typed, and said in the words of who looked', async () => {
    const missing = Object.assign(new Error('There is no folder here.'), { name: 'NoDirectory' });
    const nothing = () => Promise.reject(missing);
    const local = { version: '1', open: nothing, serve: nothing };
    await expect(connect({}, local, 'there')).rejects.toMatchObject({
      name: 'UsageError',
      message: 'There is no folder here.',
    });
  });
});
