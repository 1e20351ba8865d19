import { useTypedOver } from '../../../app/index.ts';

interface Typed {
  readonly text: string;
  /** Of the record as it stood when the text was begun. */
  readonly revision: number;
}

interface Standing {
  /** The text that is recorded. */
  readonly there: string;
  readonly revision: number;
}

/** Says whether it was recorded. `revision` is given where it was begun before the page was loaded anew. */
type Send = (text: string, revision: number | undefined) => Promise<boolean>;

/** A text of an outcome, recorded when it is left; what is typed stands until then, also when the page is loaded anew. */
export function useTypedText(called: string, { there, revision }: Standing) {
  const { edit, begun, type, show } = useTypedOver<Typed>(called, ({ text }) => text !== there);
  return {
    text: edit?.text ?? there,
    begun,
    type: (text: string) => type({ text, revision: edit?.revision ?? revision }),
    leave: (send: Send) => async (text: string) => {
      if (text === there) return show(undefined);
      const isDone = await send(text, begun && edit?.revision);
      if (isDone) show((now) => (now?.text === text ? undefined : now));
    },
  };
}
