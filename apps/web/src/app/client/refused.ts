import type { Problem } from '@concord/operations/client';

/** The server answered, and refused: the problem says why and what to do next. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The server did not answer. Nothing is known of what became of the request; it can be sent again with its key. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Whether somebody was quicker, so that it helps to look again. */
export function isOutrun(error: unknown): boolean {
  return isRefusal(error) && error.problem.status === 412;
}

/** Whether it is a refusal with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly string[]): error is Refused {
  return error instanceof Refused && (codes.length === 0 || codes.includes(error.problem.code));
}
