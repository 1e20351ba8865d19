import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Builds the thread that writes exports as a server's build would, and answers its path; what is built is told by the metafile. */
export async function buildExportThread(name: string) {
  const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const outfile = at(`../../../../node_modules/.cache/concord-server/${name}-export.mjs`);
  const { metafile } = await build({
    entryPoints: [at('../writing/export-thread.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['libsql'],
    banner: {
      js: "import { createRequire as __cr } from 'node:module';const require = __cr(import.meta.url);",
    },
    logLevel: 'warning',
    metafile: true,
  });
  return { threadFile: outfile, inputs: Object.keys(metafile.inputs) };
}
