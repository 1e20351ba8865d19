import { describe, expect, it } from 'vitest';
import { addedInput, changedInput, entryOf, missingIn } from './entry.ts';
import { type RegisterRow, registers, wantedRecords } from './register.ts';

const { obligations, issues, documents } = registers;
const row: RegisterRow = {
  ...{ id: 'o-1', revision: 3, kind: 'legal', state: 'in-force', owner: 'ana', reviewOn: '2027-01-01' },
  ...{ title: 'Act', asks: 'Report', reference: 'Art. 23', requirements: [] },
};

describe('what is sent of a form', () => {
  it('given a new record, then what is blank is left out and what is usual is said', () => {
    expect(
      addedInput(issues, { ...entryOf(issues, undefined), title: ' Growth ', effect: 'Shortcuts' }),
    ).toEqual({
      ...{ title: 'Growth', kind: 'internal', effect: 'Shortcuts', relevant: true, climate: false },
    });
  });

  it('given required fields that are blank, then they are named', () => {
    expect(missingIn(obligations, { ...entryOf(obligations, undefined), title: ' ' })).toEqual([
      'title',
      'asks',
    ]);
    expect(missingIn(obligations, entryOf(obligations, row))).toEqual([]);
  });

  it('given a record as it is, then nothing is sent of it', () => {
    expect(changedInput(obligations, row, entryOf(obligations, row))).toEqual({});
  });

  it('given members that changed, then they alone are sent, and what was emptied is taken away', () => {
    const entry = {
      ...entryOf(obligations, row),
      asks: 'Report in a day ',
      reference: '',
      owner: undefined,
      title: '',
    };
    expect(changedInput(obligations, row, entry)).toEqual({
      reference: null,
      asks: 'Report in a day',
      owner: null,
    });
  });

  it('given a document without another file, then its file is not touched', () => {
    const document = {
      ...row,
      kind: 'record',
      status: 'draft',
      file: { hash: 'h' },
      meets: [],
    } as RegisterRow;
    expect(changedInput(documents, document, entryOf(documents, document))).toEqual({});
  });
});

it('given records, then those that ended come last, and a word or a standing narrows them', () => {
  const ended = { ...row, id: 'o-2', title: 'Older act', state: 'ended' } as RegisterRow;
  const other = {
    ...row,
    id: 'o-3',
    title: 'Contract',
    asks: 'Tell us',
    reference: undefined,
  } as RegisterRow;
  const ids = (wanted: object) => wantedRecords([ended, row, other], obligations, wanted).map(({ id }) => id);
  expect(ids({})).toEqual(['o-1', 'o-3', 'o-2']);
  expect(ids({ text: 'ACT' })).toEqual(['o-1', 'o-3', 'o-2']);
  expect(ids({ text: 'older' })).toEqual(['o-2']);
  expect(ids({ standing: 'ended' })).toEqual(['o-2']);
});
