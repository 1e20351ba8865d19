/** What is told while something is made, as it comes; in the end what was made, or what the making throws. */
export async function* toldWhile<Told, Made>(
  make: (tell: (told: Told) => void) => Promise<Made>,
): AsyncGenerator<Told, Made> {
  const heard: Told[] = [];
  let wake = (): void => undefined;
  const made = make((told) => {
    heard.push(told);
    wake();
  });
  // Who waits for it is told below; until then it may have failed already.
  made.catch(() => undefined);
  let isMade = false;
  while (!isMade) {
    const more = new Promise<void>((resolve) => {
      wake = resolve;
    });
    yield* heard.splice(0);
    isMade = await Promise.race([made.then(() => heard.length === 0), more.then(() => false)]);
  }
  return made;
}
