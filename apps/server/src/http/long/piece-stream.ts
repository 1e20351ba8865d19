/** Milliseconds after which somebody who reads no further is taken to be gone. */
const longestStall = 30_000;

/**
 * Pieces as a body: one is asked for when somebody reads it. Whoever stops reading ends the making: by closing, even
 * before the first piece, or by not reading on for so long that they only keep others from their turn.
 */
export function streamOf(
  pieces: AsyncGenerator<Uint8Array, void>,
  end: () => Promise<unknown>,
  stall = longestStall,
): ReadableStream<Uint8Array> {
  let waiting: NodeJS.Timeout | undefined;
  const endAll = async () => {
    clearTimeout(waiting);
    // The making is told first: a piece under way may be long in coming.
    const ended = end();
    await pieces.return();
    await ended;
  };
  const wait = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    waiting = setTimeout(() => {
      controller.error(new Error(`Nobody read on for ${stall / 1000} s.`));
      void endAll();
    }, stall);
    waiting.unref();
  };
  return new ReadableStream<Uint8Array>(
    {
      start: wait,
      pull: async (controller) => {
        clearTimeout(waiting);
        const { done, value } = await pieces.next();
        if (done) return controller.close();
        controller.enqueue(value);
        wait(controller);
      },
      cancel: endAll,
    },
    { highWaterMark: 0 },
  );
}
