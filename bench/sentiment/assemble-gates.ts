import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Assembles `gates.wat` into `shared/language/model/gates.wasm` by the WebAssembly Binary Toolkit:
 *   npx tsx bench/sentiment/assemble-gates.ts
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
const source = readFileSync(new URL('gates.wat', import.meta.url), 'utf8');
const { buffer } = wabt.parseWat('gates.wat', source, { simd: true }).toBinary({});
writeFileSync(new URL('../../shared/language/model/gates.wasm', import.meta.url), buffer);
console.log(`${buffer.length} bytes`);
