import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Asset } from './app.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves files of a folder, and nothing outside it. */
export function assetsIn(folder: string): (path: string) => Promise<Asset | null> {
  return async (path) => {
    const inside = normalize(path === '/' ? '/index.html' : path);
    const contentType = contentTypes[extname(inside)];
    if (!contentType) return null;
    try {
      return { body: new Uint8Array(await readFile(join(folder, inside))), contentType };
    } catch {
      return null;
    }
  };
}
