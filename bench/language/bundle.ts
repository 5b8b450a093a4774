import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { modelFiles } from '../../shared/language/model/read-model.ts';

const model = join(import.meta.dirname, '../../shared/language/model');

/** Bundles a module of this folder to `bundle.mjs` as a function has its code, with the weights beside it. */
export async function bundleInto(folder: string, module: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, module)],
    outfile: join(folder, 'bundle.mjs'),
    ...{ bundle: true, platform: 'node', format: 'esm', minify: true, logLevel: 'error' },
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  for (const file of modelFiles) await cp(join(model, file), join(folder, file));
}

/**
 * What a function of a module of this folder returns, in a process of its own that runs the bundle: from source, under tsx,
 * all is a tenth slower, since tsx names every closure anew when it is made.
 * @param request given to the function, as JSON
 */
export async function runBundled<Result>(module: string, name: string, request: unknown): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'picketline-bundled-'));
  try {
    await bundleInto(folder, module);
    await writeFile(join(folder, 'request.json'), JSON.stringify(request));
    const script = `
      import { readFileSync } from 'node:fs';
      import { ${name} } from './bundle.mjs';
      const request = JSON.parse(readFileSync(new URL('request.json', import.meta.url), 'utf8'));
      console.log(JSON.stringify(${name}(request)));`;
    await writeFile(join(folder, 'run.mjs'), script);
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'run.mjs')]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}
