/** What a framework says of a requirement: the mark of its state, and how it is put in words. */
export interface Standing {
  readonly framework: string;
  readonly id: string;
  readonly title: string;
  readonly mark: string;
  readonly word: string;
}

export interface Turned extends Standing {
  /** How it was put before. */
  readonly was: string;
}

const keyOf = ({ framework, id }: Standing) => `${framework} ${id}`;

/** Requirements that stand otherwise than before: those that are met now come first, each in the order of its framework. */
export function turnedBetween(before: readonly Standing[], after: readonly Standing[]): readonly Turned[] {
  const then = new Map(before.map((each) => [keyOf(each), each]));
  const turned = after.flatMap((now) => {
    const was = then.get(keyOf(now));
    return was === undefined || was.mark === now.mark ? [] : [{ ...now, was: was.word }];
  });
  const isMet = ({ mark }: Turned) => mark === 'met';
  return [...turned.filter(isMet), ...turned.filter((each) => !isMet(each))];
}
