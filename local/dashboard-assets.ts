import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Asset } from '../functions/query/app.ts';
import { assetsIn } from '../functions/query/assets.ts';

const source = join(import.meta.dirname, '..', 'dashboard');
const built = join(source, 'dist');

/** The dashboard's files, built first if they aren't there (or `rebuild` asks for it). */
export async function dashboardAssets(rebuild = false): Promise<(path: string) => Promise<Asset | null>> {
  if (rebuild || !existsSync(join(built, 'index.html'))) {
    await build({ root: source, logLevel: 'error', build: { outDir: built, emptyOutDir: true } });
  }
  return assetsIn(built);
}
