/** For tests of other packages: the process that sets PDF and the thread for large views, built as a server's build would. */
export { buildLongFile, buildPressFile } from './press-file.ts';
