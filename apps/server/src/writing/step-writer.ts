import type { StepWriter, ToWrite } from './messages.ts';
import { SealWriter } from './seal-writer.ts';
import { sqliteWriter } from './sqlite-writer.ts';
import { ZipWriter } from './zip-writer.ts';

export function stepWriter(what: ToWrite): StepWriter {
  if (what.kind === 'sealed') return new SealWriter(what.to);
  return what.kind === 'zip' ? new ZipWriter() : sqliteWriter(what);
}
