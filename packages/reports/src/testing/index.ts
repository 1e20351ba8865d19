/** For tests of other packages: the process that sets PDF, built as a server's build would. */
export { buildPressFile } from './press-file.ts';
