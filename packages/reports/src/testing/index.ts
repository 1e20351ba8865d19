/** For tests of other packages: what sets long files and PDF, built as a server's build would, and what a PDF says of itself. */
export { findPoppler, inform } from './poppler.ts';
export { buildLongFile, buildPressFile } from './press-file.ts';
