import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeExactly } from '../../shared/language/3-attribution/decode-roles.ts';
import { attributionModel } from '../../shared/language/3-attribution/model.ts';
import {
  PAIR,
  PAIR_SLOTS,
  ROLE_SLOTS,
  type RoleFeatures,
  roleFeatures,
  SINGLE,
} from '../../shared/language/3-attribution/roles.ts';
import { decodeSummed } from '../../shared/language/3-attribution/summed-roles.ts';
import { viewText } from '../../shared/language/text-view.ts';

const { roles } = attributionModel();

/** Any features at all: the decoders must agree on weights that no sentence would ask for together. */
const anyFeatures = fc.integer({ min: 1, max: 180 }).chain((count) =>
  fc.record({
    from: fc.constant(0),
    count: fc.constant(count),
    single: slots(count * SINGLE, ROLE_SLOTS),
    pair: slots(count * PAIR, PAIR_SLOTS),
    fixed: fc.nat(count - 1).map((cue) => Uint8Array.from({ length: count }, (_, at) => (at === cue ? 1 : 0))),
  }),
);

function slots(length: number, most: number): fc.Arbitrary<Int32Array> {
  return fc
    .array(fc.nat(most - 1), { minLength: length, maxLength: length, size: 'max' })
    .map((all) => Int32Array.from(all));
}

const agree = (features: RoleFeatures) => {
  const summed = decodeSummed(features, roles.sums!);
  if (summed) expect(summed).toEqual(decodeExactly(features, roles));
  return summed !== null;
};

it('whole numbers decode as the weights do, wherever they decide at all', () => {
  fc.assert(
    fc.property(anyFeatures, (features) => void agree(features)),
    { numRuns: 100 },
  );
});

it('whole numbers decide on most sentences', () => {
  const view = viewText(
    'The ferry union said on Tuesday that its crews would not sail. "We have waited long enough," said Ada Marlow, who leads it. ' +
      'The company refused to comment, but told reporters that talks might begin again.',
  );
  const decided = view.tokens.lower.map((_, at) => agree(roleFeatures(view, at)));
  expect(decided.filter(Boolean).length).toBeGreaterThan(decided.length * 0.8);
});
