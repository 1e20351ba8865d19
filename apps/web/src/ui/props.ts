/** The same without what is undefined: libraries tell "not given" from "given as undefined", ours do not. */
export type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Leaves out what is undefined, so that it can be spread onto a part of a library. */
export function given<T extends object>(props: T): Given<T> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Given<T>;
}

/** Class names side by side; what is false or undefined falls out. */
export function cx(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
