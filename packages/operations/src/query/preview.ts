import type { Refusal, StoredFile } from '@concord/programme';
import type { FilePreview } from './ports.ts';
import type { Asked } from './query.ts';

/** What can be looked at of a file that was found, under its name; or why it was not. */
export async function previewOf(
  { ports }: Pick<Asked<unknown>, 'ports'>,
  file: StoredFile | { refusal: Refusal },
): Promise<({ name: string; mediaType: string; size: number } & FilePreview) | { refusal: Refusal }> {
  if ('refusal' in file) return file;
  const preview = await ports.preview(file);
  if ('refusal' in preview) return preview;
  const { name, mediaType, size } = file;
  return { name, mediaType, size, ...preview };
}
