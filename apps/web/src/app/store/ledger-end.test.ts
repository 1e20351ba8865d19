import { afterEach, expect, it } from 'vitest';
import { followLedger, hearPosition, ledgerEndNow } from './ledger-end.ts';

let stop = () => {};
afterEach(() => stop());

it('given a ledger that is open, when an answer names a later entry, then the ledger ends there', () => {
  stop = followLedger('one');
  hearPosition('one', 10);
  hearPosition('one', 11);
  expect(ledgerEndNow()).toBe(11);
});

it('when an answer that was overtaken, or one about the past, names an earlier entry, then the end stays', () => {
  stop = followLedger('one');
  hearPosition('one', 11);
  hearPosition('one', 4);
  expect(ledgerEndNow()).toBe(11);
});

it('given another ledger, when it answers, then this one does not move, and what was heard goes when it is closed', () => {
  stop = followLedger('one');
  hearPosition('one', 3);
  hearPosition('two', 90);
  hearPosition(undefined, 90);
  expect(ledgerEndNow()).toBe(3);
  stop();
  hearPosition('one', 5);
  expect(ledgerEndNow()).toBeUndefined();
  stop = followLedger('two');
  hearPosition('two', 2);
  expect(ledgerEndNow()).toBe(2);
});
