import { PackedRows, sumEight, sumSome } from '../packed-rows.ts';
import { LARGEST_SQUARE, type StepWeights } from '../quantised-weights.ts';
import { PAIR, PAIR_SLOTS, ROLE_SLOTS, ROLES, Role, type RoleFeatures, SINGLE, traceBack } from './roles.ts';

/** The weights of the role model, packed. Of the pairs of roles only those that may follow each other are kept. */
export interface PackedRoleWeights {
  single: PackedRows;
  pair: PackedRows;
}

/** For each role, those that may stand before it: an inside follows its own beginning or inside. */
const BEFORE: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4],
  [0, 1, 2, 3, 4],
  [1, 2],
  [0, 1, 2, 3, 4],
  [3, 4],
];
const PAIRS = BEFORE.flatMap((befores, role) => befores.map((before) => before * ROLES + role));
const SINGLES = [0, 1, 2, 3, 4];
const PAIR_WORDS = Math.ceil(PAIRS.length / 2);
const SINGLE_WORDS = Math.ceil(SINGLES.length / 2);

/** The weights as they are shipped, packed. */
export function packRoleWeights(single: StepWeights, pair: StepWeights): PackedRoleWeights {
  return {
    single: new PackedRows(single, ROLE_SLOTS, ROLES, SINGLES),
    pair: new PackedRows(pair, PAIR_SLOTS, ROLES * ROLES, PAIRS),
  };
}

const FORBIDDEN = -1e9;
const IMPOSSIBLE = FORBIDDEN / 2;
/** A weight is its square times the unit, rounded to 24 bits: so far may two sums of one token's weights be off, in largest weights. */
const ROUNDING = 2 * (SINGLE + PAIR) * 2 ** -24;

/**
 * What `decodeExactly` finds, some times as fast; null where two ways are so close that the rounding of the weights
 * themselves might decide between them.
 */
export function decodePacked(features: RoleFeatures, { single, pair }: PackedRoleWeights): Uint8Array | null {
  const { count, fixed } = features;
  const close = count * ROUNDING * LARGEST_SQUARE * Math.max(single.unit, pair.unit);
  const from = new Uint8Array(count * ROLES);
  const ofPairs = new Int32Array(PAIR_WORDS * 2);
  const ofSingles = new Int32Array(SINGLE_WORDS * 2);
  let last = Float64Array.of(0, FORBIDDEN, FORBIDDEN, FORBIDDEN, FORBIDDEN);
  let best = new Float64Array(ROLES);
  for (let at = 0; at < count; at++) {
    sumSome(single, features.single, at * SINGLE, (at + 1) * SINGLE, SINGLE_WORDS, [0, SINGLE_WORDS], ofSingles);
    sumEight(pair, features.pair, at * PAIR, (at + 1) * PAIR, PAIR_WORDS, ofPairs);
    sumSome(pair, features.pair, at * PAIR, (at + 1) * PAIR, PAIR_WORDS, [8, PAIR_WORDS], ofPairs);
    let n = 0;
    for (let role = 0; role < ROLES; role++) {
      const befores = BEFORE[role]!;
      let most = FORBIDDEN * 2;
      let second = FORBIDDEN * 2;
      let choice = 0;
      const first = n;
      n += befores.length;
      if (isPossible(role, at, fixed[at]!))
        for (let b = 0; b < befores.length; b++) {
          const score = last[befores[b]!]! + ofPairs[first + b]! * pair.unit;
          if (score > most) {
            second = most;
            most = score;
            choice = befores[b]!;
          } else if (score > second) second = score;
        }
      if (most - second < close && most > IMPOSSIBLE) return null;
      best[role] = most + ofSingles[role]! * single.unit;
      from[at * ROLES + role] = choice;
    }
    [last, best] = [best, last];
  }
  return isClear(last, close) ? traceBack(last, from, count) : null;
}

/** A token of the cue plays no role; an inside begins no sentence. */
const isPossible = (role: number, at: number, fixed: number) =>
  role === Role.none || (fixed === 0 && (at > 0 || (role !== Role.source && role !== Role.content)));

function isClear(scores: Float64Array, close: number): boolean {
  const most = Math.max(...scores);
  return scores.filter((score) => most - score < close).length === 1;
}
