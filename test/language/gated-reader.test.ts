import { describe, expect, test } from 'vitest';
import { BOTH, CELLS, GatedReader, POOLED, type ReaderWeights } from '../../shared/language/5-tone/gated-reader.ts';
import { maximumTokens } from '../../shared/language/5-tone/target-window.ts';

const GATES = BOTH / 2;
/** Numbers between -1 and 1, the same in every run. */
const numbers = (length: number, seed: number, size: number) =>
  Float32Array.from({ length }, (_, at) => size * Math.sin(seed + at * at * 0.37));
const weights: ReaderWeights = {
  fromPlace: numbers(3 * BOTH, 1, 0.5),
  fromState: numbers(BOTH * CELLS, 2, 0.4),
  stateBias: numbers(BOTH, 3, 0.3),
  fromPooled: numbers(5 * POOLED, 4, 0.1),
};
const wordToGates = (code: number) => numbers(BOTH, code, 2 + (code % 7));
const textOf = (length: number, words: number) => ({
  length,
  codes: Array.from({ length }, (_, token) => (token * 17 + 5) % words),
  places: Array.from({ length }, (_, token) => token % 3),
});

/** The same by the equations of Cho et al. (2014), as torch has them. */
function plain({ length, codes, places }: ReturnType<typeof textOf>, target: number): number[] {
  const logistic = (value: number) => 1 / (1 + Math.exp(-value));
  const directions = [0, 1].map((direction) => {
    const own = direction * GATES;
    const atTarget: number[] = [];
    const highest = new Array<number>(CELLS).fill(-1);
    let state = new Array<number>(CELLS).fill(0);
    for (let step = 0; step < length; step += 1) {
      const token = direction === 0 ? step : length - 1 - step;
      const word = wordToGates(codes[token]!);
      const input = (gate: number) => word[own + gate]! + weights.fromPlace[places[token]! * BOTH + own + gate]!;
      const carried = (gate: number) =>
        state.reduce(
          (sum, value, cell) => sum + value * weights.fromState[(direction * CELLS + cell) * GATES + gate]!,
          weights.stateBias[own + gate]!,
        );
      state = state.map((before, cell) => {
        const reset = logistic(input(cell) + carried(cell));
        const kept = logistic(input(CELLS + cell) + carried(CELLS + cell));
        const fresh = Math.tanh(input(2 * CELLS + cell) + reset * carried(2 * CELLS + cell));
        return (1 - kept) * fresh + kept * before;
      });
      state.forEach((value, cell) => {
        highest[cell] = Math.max(highest[cell]!, value);
      });
      if (token === target) atTarget.push(...state);
    }
    return { atTarget, highest };
  });
  const pooled = [...directions.flatMap(({ atTarget }) => atTarget), ...directions.flatMap(({ highest }) => highest)];
  return [0, 1, 2, 3, 4].map((row) =>
    pooled.reduce((sum, value, at) => sum + value * weights.fromPooled[row * POOLED + at]!, 0),
  );
}

describe('reads as the equations say, to the fifth decimal', () => {
  test.each([
    { length: 1, target: 0, words: 9 },
    { length: 30, target: 0, words: 9 },
    { length: 30, target: 17, words: 30 },
    { length: 30, target: 29, words: 30 },
    { length: maximumTokens, target: 64, words: maximumTokens },
  ])('$length tokens, the target at $target', ({ length, target, words }) => {
    const text = textOf(length, words);
    const found = new GatedReader(weights, wordToGates).read(text, target);
    const expected = plain(text, target);
    expect(found).toHaveLength(expected.length);
    for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, 5);
  });
});

test('a word that could not be looked up once is looked up again', () => {
  let fails = true;
  const reader = new GatedReader(weights, (code) => {
    if (fails) throw new Error('no vectors');
    return wordToGates(code);
  });
  const text = textOf(9, 9);
  expect(() => reader.read(text, 4)).toThrow('no vectors');
  fails = false;
  expect([...reader.read(text, 4)]).toEqual([...new GatedReader(weights, wordToGates).read(text, 4)]);
});

test('a text longer than a window is refused', () => {
  const text = textOf(maximumTokens + 1, 9);
  expect(() => new GatedReader(weights, wordToGates).read(text, 0)).toThrow(RangeError);
});

test('a text is read the same after others, and after more words than a reader keeps', () => {
  const reader = new GatedReader(weights, wordToGates);
  const text = textOf(40, 40);
  const first = [...reader.read(text, 20)];
  for (let from = 0; from < 9_000; from += maximumTokens) {
    const codes = Array.from({ length: maximumTokens }, (_, token) => from + token);
    reader.read({ ...textOf(maximumTokens, 1), codes }, 0);
  }
  expect([...reader.read(text, 20)]).toEqual(first);
});
