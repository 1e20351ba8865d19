/** Something on the command line is wrong; `message` says what and how it is written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
