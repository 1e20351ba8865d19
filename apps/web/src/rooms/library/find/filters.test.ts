import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterNames, filtersIn, viewIn, wantedIn, withoutFilter, withoutFilters } from './filters.ts';
import { ownerless, readViews, shows, standingViews, withView } from './saved-views.ts';

describe('filters in the address', () => {
  it('given nothing, when it is asked, then for what is in use', () => {
    expect(wantedIn({}, 'ana')).toEqual({ retired: false });
  });

  it('given filters of every kind, when it is asked, then each in the form that the server takes', () => {
    const search = {
      text: ' backup ',
      owner: 'me',
      family: '-',
      freshness: 'due,stale',
      unconfirmed: 'true',
      retired: 'any',
      framework: 'iso27001-2022',
      requirement: 'A.5',
      toConfirm: 'true',
      implementation: 'operating,partly',
      concept: 'Detect',
      sort: 'name',
      direction: 'descending',
      control: 'C-1',
    };
    expect(wantedIn(search, 'ana')).toEqual({
      text: 'backup',
      owner: 'ana',
      family: '-',
      freshness: ['stale', 'due'],
      unconfirmed: true,
      framework: 'iso27001-2022',
      requirement: 'A.5',
      toConfirm: true,
      implementation: ['partly', 'operating'],
      concept: 'Detect',
      sort: 'name',
      direction: 'descending',
    });
  });

  it('given what no filter can be, when it is read, then it is passed over', () => {
    const typed = {
      implementation: 'soon',
      freshness: 'rotten',
      design: 'x',
      retired: 'yes',
      owner: 'x'.repeat(101),
    };
    expect(filtersIn(typed)).toEqual({});
    expect(wantedIn({ ...typed, sort: 'mood', direction: 'sideways' }, 'ana')).toEqual({ retired: false });
  });

  it('given any address, when its view is read and read again, then it is the same', () => {
    const members = fc.dictionary(
      fc.constantFrom(...filterNames, 'text', 'sort', 'control'),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(members, (search) => {
        expect(viewIn(viewIn(search))).toEqual(viewIn(search));
      }),
    );
  });

  it('given a framework with a requirement, when the framework is taken away, then both are', () => {
    expect(withoutFilter('framework')).toEqual({ framework: undefined, requirement: undefined });
    expect(withoutFilter('owner')).toEqual({ owner: undefined });
    expect(filtersIn({ owner: 'me', text: 'x', ...withoutFilters })).toEqual({});
  });
});

describe('controls that are of no use here', () => {
  it('given they are asked for, alone or beside others, then the server is asked for those in no state', () => {
    expect(wantedIn({ implementation: '-' }, 'ana').implementation).toEqual(['-']);
    expect(wantedIn({ implementation: '-,partly' }, 'ana').implementation).toEqual(['partly', '-']);
    expect(filtersIn({ implementation: '-,gone' })).toEqual({ implementation: '-' });
  });

  it('given those without an owner, then only those of use are meant, as the guide counts them', () => {
    expect(wantedIn(ownerless, 'ana')).toEqual({
      owner: '-',
      implementation: ['planned', 'partly', 'operating'],
      retired: false,
    });
  });
});

describe('the views that everybody has', () => {
  const searchOf = (view: string) =>
    wantedIn(standingViews.find(({ id }) => id === view)?.search ?? {}, 'ana');

  it('given evidence to renew, then it is that of controls in place, as Home counts it, the failed too', () => {
    expect(searchOf('to-renew')).toEqual({
      freshness: ['failed', 'stale', 'missing', 'due'],
      implementation: ['partly', 'operating'],
      retired: false,
    });
    expect(searchOf('failed').implementation).toEqual(['partly', 'operating']);
  });

  it('given what nobody has confirmed, then what is of no use here is left out', () => {
    expect(searchOf('unconfirmed')).toEqual({
      unconfirmed: true,
      implementation: ['planned', 'partly', 'operating'],
      retired: false,
    });
  });
});

describe('saved views', () => {
  it('given an address with an order and an open control, then it still shows the view of its filters', () => {
    const search = {
      freshness: 'due,missing,stale,failed',
      implementation: 'operating,partly',
      sort: 'name',
      control: 'C-1',
    };
    expect(standingViews.filter((view) => shows(search, view.search)).map(({ id }) => id)).toEqual([
      'to-renew',
    ]);
    expect(standingViews.filter((view) => shows({}, view.search)).map(({ id }) => id)).toEqual(['all']);
  });

  it('given what was kept is no list of views, then there is none', () => {
    for (const kept of [null, '', '{', '{}', '[1]', '[{"name":"x"}]', '[{"name":"x","search":{"a":1}}]'])
      expect(readViews(kept)).toEqual([]);
  });

  it('given a view of the same name, when it is saved, then it takes its place', () => {
    const first = { name: 'Ours', search: { owner: 'me' } };
    const other = { name: 'Ours', search: { text: 'vpn' } };
    const views = withView(withView([], first), other);
    expect(views).toEqual([other]);
    expect(readViews(JSON.stringify(views))).toEqual(views);
  });
});
