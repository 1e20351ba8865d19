import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Builds the press process as a server's build would, and answers its path. */
export async function buildPressFile(name: string): Promise<string> {
  return buildFile('../render/pdf/press-process.ts', name);
}

/** The same with the thread that writes large views. */
export async function buildLongFile(name: string): Promise<string> {
  return buildFile('../large/long-thread.ts', `${name}-long`);
}

async function buildFile(entry: string, name: string): Promise<string> {
  const outfile = fileURLToPath(
    new URL(`../../../../node_modules/.cache/concord-reports/${name}.mjs`, import.meta.url),
  );
  await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    loader: { '.typ': 'text' },
    banner: {
      js: "import { createRequire as __cr } from 'node:module';const require = __cr(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}
