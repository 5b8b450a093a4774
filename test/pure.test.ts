import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Folders that take values and return values. */
const pureFolders = [
  'feed',
  'article',
  'language',
  'codebook',
  'trend',
  'report',
  'alerts',
  'messages',
  'marks',
  'network',
];

/** Of Node's own modules only those that compute. */
const allowed = new Set(['node:crypto', 'node:buffer', 'node:util', 'node:string_decoder', 'node:zlib']);

const sources = (folder: string) =>
  readdirSync(join(root, 'shared', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, 'shared', folder, name));

/** Reads constants, the weights that ship with the code, and nothing else. */
const readsWeights = 'shared/language/model/read-model.ts';

/** What the project's own files import that lies outside the project: packages, and Node's modules. */
async function outsideImports(entryPoints: string[]): Promise<string[]> {
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    metafile: true,
    write: false,
    outdir: 'unused',
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  return Object.entries(metafile.inputs)
    .filter(([file]) => file !== readsWeights)
    .flatMap(([, { imports }]) => imports.filter(({ external }) => external).map(({ path }) => path));
}

describe('pure folders reach no network, clock, file system or AWS', () => {
  it.each(pureFolders)('shared/%s', async (folder) => {
    const imports = await outsideImports(sources(folder));
    const forbidden = imports.filter(
      (path) => (path.startsWith('node:') || /^(fs|net|http|https|dns|os|path)$/.test(path)) && !allowed.has(path),
    );
    const reaching = imports.filter((path) => /^(@aws-sdk|@smithy|undici|hono|dynalite|fauxqs)/.test(path));
    expect([...forbidden, ...reaching]).toEqual([]);
  });

  it.each(pureFolders)('shared/%s asks no clock and no chance', async (folder) => {
    const { outputFiles } = await build({
      entryPoints: sources(folder),
      bundle: true,
      write: false,
      outdir: 'unused',
      platform: 'node',
      format: 'esm',
      packages: 'external',
      legalComments: 'none',
      logLevel: 'silent',
    });
    const text = outputFiles.map((file) => file.text.replace(/^\s*(\/\/|\*).*$/gm, '')).join('\n');
    expect(text.match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.env\b|\bfetch\(/g) ?? []).toEqual([]);
  });
});
