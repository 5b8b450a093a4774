import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Assembles the tagger's WebAssembly into `shared/language/model/` by the WebAssembly Binary Toolkit:
 *   npx tsx bench/language/assemble.ts
 */
interface Wabt {
  parseWat(
    name: string,
    source: string,
    features: { simd: boolean },
  ): { toBinary(options: object): { buffer: Uint8Array } };
}

const require = createRequire(new URL('../package.json', import.meta.url));
const wabt = await (require('wabt') as () => Promise<Wabt>)();
for (const name of ['gated-reader', 'feature-sums', 'products']) {
  const source = readFileSync(new URL(`${name}.wat`, import.meta.url), 'utf8');
  const { buffer } = wabt.parseWat(`${name}.wat`, source, { simd: true }).toBinary({});
  writeFileSync(new URL(`../../shared/language/model/${name}.wasm`, import.meta.url), buffer);
  console.log(`${name}.wasm: ${buffer.length} bytes`);
}
