import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'esbuild';
import { defineConfig, type Plugin, type ProxyOptions } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const doorOfOperations = fileURLToPath(new URL('../../packages/operations/src/index.ts', import.meta.url));

/**
 * The routes that the rows make, as a small table. The rows themselves bring schemas and the whole catalogue with them,
 * which a browser has no use for.
 */
function routesOfRows(): Plugin {
  const name = 'virtual:routes';
  return {
    name: 'routes-of-rows',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      const { outputFiles } = await build({
        stdin: {
          contents: `import { rows, routeOf } from ${JSON.stringify(doorOfOperations)};
            export const routes = Object.fromEntries(rows.map((row) => [row.row.name, routeOf(row)]));`,
          resolveDir: here,
        },
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'node',
        target: 'node20',
        logLevel: 'silent',
      });
      const [made] = outputFiles;
      if (!made) throw new Error('The rows could not be bundled');
      const source = Buffer.from(made.contents).toString('base64');
      const { routes } = await import(`data:text/javascript;base64,${source}`);
      return `export const routes = ${JSON.stringify(routes)};`;
    },
  };
}

/** Words that the parts bring themselves, for the languages that the app speaks; thirty others stay out of the bundle. */
function onlyOurLanguages(): Plugin {
  const foreign =
    /[/]react-(?:aria|stately|aria-components)[/].*[/]intl[/](?:.*[/])?(?!en-US|de-DE|fr-FR)[a-z]{2}-[A-Z]{2}[.]m?js$/;
  return { name: 'only-our-languages', load: (id) => (foreign.test(id) ? 'export default {};' : undefined) };
}

/** While the app is worked on, `CONCORD_SERVER` is a running server whose interface answers behind it. */
function behind(address: string | undefined): Record<string, ProxyOptions> {
  if (address === undefined) return {};
  const configure: NonNullable<ProxyOptions['configure']> = (proxy) => {
    // The server answers its own pages only, and to it this one is another.
    proxy.on('proxyReq', (request) => request.removeHeader('origin'));
  };
  return { '/api': { target: address, changeOrigin: true, configure } };
}

/** The app for the browser: `node build.mjs` hands in the folder that it goes to. */
export default defineConfig({
  root: here,
  server: { proxy: behind(process.env.CONCORD_SERVER) },
  plugins: [react(), routesOfRows(), onlyOurLanguages()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  logLevel: 'warn',
});
