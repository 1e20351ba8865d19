import { StoreUnavailable } from '../store.ts';

/** The store is there and ours, but its file is damaged below the rows, so that it can not be read through. */
export class StoreDamaged extends StoreUnavailable {}
