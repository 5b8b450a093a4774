import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeExactly } from '../../shared/language/3-attribution/decode-roles.ts';
import { attributionModel } from '../../shared/language/3-attribution/model.ts';
import {
  LONGEST,
  PAIR,
  PAIR_TABLE,
  roleFeatures,
  roleValues,
  SINGLE,
  SINGLE_TABLE,
} from '../../shared/language/3-attribution/roles.ts';
import { decodeSummed } from '../../shared/language/3-attribution/summed-roles.ts';
import { type FeatureTable, type FeatureValues, mixAll } from '../../shared/language/hashing.ts';
import { viewText } from '../../shared/language/text-view.ts';

const { roles } = attributionModel();
const { single, pair } = roles.sums!;

/** Any values at all: the decoders must agree on weights that no sentence would ask for together. */
const anyTokens = fc.integer({ min: 1, max: LONGEST }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    single: integers(2 * count * SINGLE),
    pair: integers(2 * count * PAIR),
    cue: fc.nat(count - 1),
  }),
);

const integers = (length: number) =>
  fc.array(fc.integer(), { minLength: length, maxLength: length, size: 'max' }).map((all) => Int32Array.from(all));

/** Copies the values of the tokens' features, and gives their slots. */
function slotsOf(into: FeatureValues, table: FeatureTable, count: number, values: Int32Array): Int32Array {
  const slots = new Int32Array(count * table.features);
  into.first.set(values.subarray(0, slots.length));
  into.second.set(values.subarray(slots.length));
  mixAll(into, table, count, slots);
  return slots;
}

it('whole numbers decode as the weights do, wherever they decide at all', () => {
  fc.assert(
    fc.property(anyTokens, (any) => {
      const fixed = Uint8Array.from({ length: any.count }, (_, at) => (at === any.cue ? 1 : 0));
      const tokens = { from: 0, count: any.count, fixed };
      const features = {
        ...tokens,
        single: slotsOf(single.values, SINGLE_TABLE, any.count, any.single),
        pair: slotsOf(pair.values, PAIR_TABLE, any.count, any.pair),
      };
      const summed = decodeSummed(tokens, roles.sums!);
      if (summed) expect(summed).toEqual(decodeExactly(features, roles));
    }),
    { numRuns: 100 },
  );
});

it('whole numbers decide on most sentences', () => {
  const view = viewText(
    'The ferry union said on Tuesday that its crews would not sail. "We have waited long enough," said Ada Marlow, who leads it. ' +
      'The company refused to comment, but told reporters that talks might begin again.',
  );
  const decided = view.tokens.lower.map((_, cue) => {
    const summed = decodeSummed(roleValues(view, cue, single.values, pair.values), roles.sums!);
    if (summed) expect(summed).toEqual(decodeExactly(roleFeatures(view, cue), roles));
    return summed !== null;
  });
  expect(decided.filter(Boolean).length).toBeGreaterThan(decided.length * 0.8);
});
