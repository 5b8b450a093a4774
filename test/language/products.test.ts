import { expect, test } from 'vitest';
import { Products } from '../../shared/language/4-statements/products.ts';
import { DIMENSIONS } from '../../shared/language/vectors.ts';

/** Odd whole numbers from -63 to 63, the same in every run. */
const levels = (seed: number) =>
  Int8Array.from({ length: DIMENSIONS }, (_, d) => ((seed * 31 + d * d * 7) % 64) * 2 - 63);
const plain = (a: Int8Array, b: Int8Array) => a.reduce((sum, value, d) => sum + value * b[d]!, 0);

test.each([0, 1, 7, 3_000])('the products with %d vectors are those of plain arithmetic', (count) => {
  const vectors = Array.from({ length: count }, (_, v) => levels(v));
  const products = new Products(vectors);
  for (const vector of [
    levels(5),
    levels(6),
    new Int8Array(DIMENSIONS).fill(63),
    new Int8Array(DIMENSIONS).fill(-63),
  ]) {
    products.multiply(vector);
    expect([...products.values]).toEqual(vectors.map((other) => plain(vector, other)));
  }
});
