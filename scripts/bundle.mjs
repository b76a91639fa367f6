import { cp } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the program's entries into a folder. Packages that only Discord, a `.env` file or a draft needs
 * stay outside, so that a question in the terminal does not wait for them.
 *
 * @param {string} folder where `main.js`, `ask.js` and what pages load (`assets/`) go
 */
export async function bundle(folder) {
  await build({
    entryPoints: {
      main: 'src/main.ts',
      ask: 'src/console/ask.ts',
      check: 'src/console/check.ts',
      draft: 'src/console/draft.ts',
      export: 'src/web/export.tsx',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Half the text to read at each start; names stay as they are, for stack traces.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 200,
    // Packages written for CommonJS ask for Node's own modules with `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    external: [
      'discord.js',
      '@discordjs/ws',
      'dotenv',
      '@resvg/resvg-js',
      'keyv',
      '@keyv/redis',
      'write-file-atomic',
      'rate-limiter-flexible',
      '@resvg/resvg-js',
      'chrono-node',
      'wink-nlp',
      'wink-eng-lite-web-model',
    ],
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  await bundleAssets(path.join(folder, 'assets'));
  await cp('src/timeline/fonts', path.join(folder, 'fonts'), { recursive: true });
}

/** What browsers load: the styles as they are, the scripts as one small file for each page. */
async function bundleAssets(folder) {
  await cp('src/web/assets', folder, { recursive: true });
  await build({
    entryPoints: ['story', 'search', 'desk', 'play'].map((name) => `src/web/browser/${name}.ts`),
    outdir: folder,
    bundle: true,
    // A page opened as a file may not load modules.
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
}
