import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Builds the press process as a server's build would, and answers its path. */
export async function buildPressFile(name: string): Promise<string> {
  const outfile = fileURLToPath(
    new URL(`../../../../node_modules/.cache/concord-reports/${name}.mjs`, import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(new URL('../render/pdf/press-process.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    loader: { '.typ': 'text' },
    logLevel: 'warning',
  });
  return outfile;
}
