import { describe, expect, test } from 'vitest';
import { wholeWeights } from '../../bench/language/whole-weights.ts';
import {
  BOTH,
  CELLS,
  GatedReader,
  LARGEST_WEIGHT,
  type ReaderWeights,
  RowProducts,
  STATE,
  STATE_STEPS,
} from '../../shared/language/gated-reader.ts';

const GATES = BOTH / 2;
const maximum = 120;
const room = { maximum, words: 20_000, beside: 0 };
/** Numbers between -1 and 1, the same in every run. */
const numbers = (length: number, seed: number, size: number) =>
  Float32Array.from({ length }, (_, at) => size * Math.sin(seed + at * at * 0.37));
const fromState = numbers(BOTH * CELLS, 2, 0.4);
const weights: ReaderWeights = {
  fromPlace: numbers(3 * BOTH, 1, 0.5),
  fromState: wholeWeights(STATE, GATES, (cell, gate) => fromState[cell * GATES + gate]!),
  stateBias: numbers(BOTH, 3, 0.3),
};
const wordToGates = (code: number) => numbers(BOTH, code, 2 + (code % 7));
const textOf = (length: number, words: number) => ({
  length,
  codes: Array.from({ length }, (_, token) => (token * 17 + 5) % words),
  places: Array.from({ length }, (_, token) => token % 3),
});

/** The same by the equations of Cho et al. (2014), as torch has them: the states by token, and the highest of each cell. */
function plain({ length, codes, places }: ReturnType<typeof textOf>) {
  const logistic = (value: number) => 1 / (1 + Math.exp(-value));
  const states = Array.from({ length }, () => new Array<number>(STATE));
  const highest = new Array<number>(STATE).fill(-1);
  for (const direction of [0, 1]) {
    const own = direction * GATES;
    let state = new Array<number>(CELLS).fill(0);
    for (let step = 0; step < length; step += 1) {
      const token = direction === 0 ? step : length - 1 - step;
      const word = wordToGates(codes[token]!);
      const input = (gate: number) => word[own + gate]! + weights.fromPlace[places[token]! * BOTH + own + gate]!;
      const carried = (gate: number) =>
        state.reduce(
          (sum, value, cell) => sum + value * fromState[(direction * CELLS + cell) * GATES + gate]!,
          weights.stateBias[own + gate]!,
        );
      state = state.map((before, cell) => {
        const reset = logistic(input(cell) + carried(cell));
        const kept = logistic(input(CELLS + cell) + carried(CELLS + cell));
        const fresh = Math.tanh(input(2 * CELLS + cell) + reset * carried(2 * CELLS + cell));
        return (1 - kept) * fresh + kept * before;
      });
      for (const [cell, value] of state.entries()) {
        states[token]![direction * CELLS + cell] = value;
        highest[direction * CELLS + cell] = Math.max(highest[direction * CELLS + cell]!, value);
      }
    }
  }
  return { states: states.flat(), highest };
}

const readBy = (reader: GatedReader, text: ReturnType<typeof textOf>) => {
  reader.read(text);
  return { states: [...reader.states.subarray(0, text.length * STATE)], highest: [...reader.highest] };
};

test.each([
  { length: 1, words: 9 },
  { length: 30, words: 9 },
  { length: 30, words: 30 },
  { length: maximum, words: maximum },
])('reads $length tokens of $words words as the equations say, to the third decimal', ({ length, words }) => {
  const text = textOf(length, words);
  const found = readBy(new GatedReader(weights, wordToGates, room), text);
  const expected = plain(text);
  for (const name of ['states', 'highest'] as const) {
    expect(found[name]).toHaveLength(expected[name].length);
    for (const [at, value] of expected[name].entries()) expect(Math.abs(found[name][at]! - value)).toBeLessThan(0.001);
  }
});

describe('the layers above, in the memory beside', () => {
  const width = 32;
  const rows = numbers(5 * width, 4, 0.3);
  const [common, tokens, places] = [numbers(width, 5, 1), numbers(3 * width, 6, 1), numbers(2 * width, 7, 1)];
  const lengths = [rows, common, tokens, places].map(({ length }) => length);
  const room = 4 * (lengths.reduce((sum, length) => sum + length, 0) + width + 15 + 4);
  const reader = new GatedReader(weights, wordToGates, { maximum: 4, words: 1, beside: room });
  const { buffer, besideAt, kernel } = reader;
  let from = besideAt;
  const put = (values: Float32Array) => {
    new Float32Array(buffer, from).set(values);
    from += values.byteLength;
    return from - values.byteLength;
  };
  const [rowsAt, commonAt, tokensAt, placesAt] = [rows, common, tokens, places].map(put);
  const hiddenAt = from;
  const saidAt = hiddenAt + 4 * width;
  const addressesAt = saidAt + 4 * 15;
  const rowsEnd = rowsAt! + rows.byteLength;
  const dot = (row: number, vector: number[]) =>
    vector.reduce((sum, value, at) => sum + value * rows[row * width + at]!, 0);

  test('products of rows and a vector', () => {
    kernel.products(rowsAt!, rowsEnd, 4 * width, commonAt!, saidAt);
    const said = new Float32Array(buffer, saidAt, 5);
    for (let row = 0; row < 5; row++) expect(said[row]).toBeCloseTo(dot(row, [...common]), 5);
  });

  test('a hidden layer over tokens and their places', () => {
    const placeOf = [1, 0, 1];
    new Int32Array(buffer, addressesAt, 3).set(placeOf.map((place) => placesAt! + place * 4 * width));
    const end = tokensAt! + tokens.byteLength;
    kernel.layer(tokensAt!, end, 4 * width, commonAt!, addressesAt, hiddenAt, rowsAt!, rowsEnd, 20, saidAt);
    const said = new Float32Array(buffer, saidAt, 15);
    for (const [token, place] of placeOf.entries()) {
      const hidden = Array.from({ length: width }, (_, at) =>
        Math.tanh(tokens[token * width + at]! + common[at]! + places[place * width + at]!),
      );
      for (let row = 0; row < 5; row++) expect(said[token * 5 + row]).toBeCloseTo(dot(row, hidden), 5);
    }
  });
});

test('whole numbers never overflow, however large', () => {
  const outputs = 32;
  const { rows, unit } = wholeWeights(STATE, outputs, (_, output) => (output % 2 === 0 ? 3 : -3));
  const [rowsAt, biasAt, stateAt, intoAt] = [0, 1, 2, 3].map((n) => n * rows.byteLength) as [
    number,
    number,
    number,
    number,
  ];
  const reader = new GatedReader(weights, wordToGates, { maximum: 1, words: 1, beside: 4 * rows.byteLength });
  const { buffer, besideAt, kernel } = reader;
  new Int16Array(buffer, besideAt + rowsAt).set(rows);
  new Float32Array(buffer, besideAt + biasAt, outputs).fill(1);
  new Int16Array(buffer, besideAt + stateAt, STATE).fill(STATE_STEPS);
  kernel.multiply(
    ...([rowsAt, biasAt, stateAt, intoAt].map((at) => besideAt + at) as [number, number, number, number]),
    ...[outputs / 32, STATE / 2, 4 * outputs, unit],
  );
  const said = new Float32Array(buffer, besideAt + intoAt, outputs);
  expect(Math.max(...rows)).toBe(LARGEST_WEIGHT);
  for (const [output, value] of said.entries()) expect(value).toBeCloseTo(1 + (output % 2 === 0 ? 3 : -3) * STATE, 2);
});

test.each([7, 8, 100])('products of rows with a vector of %s numbers', (width) => {
  const rows = numbers(5 * width, 4, 0.3);
  const products = new RowProducts(rows, width);
  products.with(numbers(width, 9, 5));
  const vector = numbers(width, 5, 1);
  const found = products.with(vector);
  expect(found).toHaveLength(5);
  for (const [row, product] of found.entries())
    expect(product).toBeCloseTo(
      vector.reduce((sum, value, at) => sum + value * rows[row * width + at]!, 0),
      4,
    );
});

test('a word that could not be looked up once is looked up again', () => {
  let fails = true;
  const failing = (code: number) => {
    if (fails) throw new Error('no vectors');
    return wordToGates(code);
  };
  const reader = new GatedReader(weights, failing, room);
  const text = textOf(9, 9);
  expect(() => reader.read(text)).toThrow('no vectors');
  fails = false;
  expect(readBy(reader, text)).toEqual(readBy(new GatedReader(weights, wordToGates, room), text));
});

test('a text longer than a window is refused', () => {
  const text = textOf(maximum + 1, 9);
  expect(() => new GatedReader(weights, wordToGates, room).read(text)).toThrow(RangeError);
});

test('a text is read the same after others, and after more words than a reader keeps', () => {
  const reader = new GatedReader(weights, wordToGates, room);
  const text = textOf(40, 40);
  const first = readBy(reader, text);
  for (let from = 0; from < 9_000; from += maximum) {
    const codes = Array.from({ length: maximum }, (_, token) => from + token);
    reader.read({ ...textOf(maximum, 1), codes });
  }
  expect(readBy(reader, text)).toEqual(first);
});
