/** Something took longer to make than anything may, and was given up. Nothing was made of it. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';

  constructor(
    /** What it was being made as: `pdf`, `docx` … */
    readonly format: string,
    readonly seconds: number,
  ) {
    super(`Making it as ${format} took longer than ${seconds} s and was given up.`);
  }
}
