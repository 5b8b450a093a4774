import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Asset } from '../functions/query/app.ts';
import { assetsIn } from '../functions/query/assets.ts';

const source = join(import.meta.dirname, '..', 'dashboard');
/** The page shares its pure modules with the pipeline. */
const shared = join(import.meta.dirname, '..', 'shared');
const built = join(source, 'dist');

/** The dashboard's files, built first when they aren't there or their sources are newer. */
export async function dashboardAssets(): Promise<(path: string) => Promise<Asset | null>> {
  if (!isBuilt()) {
    await build({ root: source, logLevel: 'error', build: { outDir: built, emptyOutDir: true } });
  }
  return assetsIn(built);
}

function isBuilt(): boolean {
  const page = join(built, 'index.html');
  if (!existsSync(page)) return false;
  const builtAt = statSync(page).mtimeMs;
  return [source, shared].every((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('dist'))
      .every((name) => statSync(join(folder, name)).mtimeMs <= builtAt),
  );
}
