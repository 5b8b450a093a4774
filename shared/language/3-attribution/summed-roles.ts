import { FeatureSums } from '../feature-sums.ts';
import { LARGEST_SQUARE, type StepWeights } from '../quantised-weights.ts';
import { LONGEST, PAIR, PAIR_TABLE, ROLES, Role, type RoleTokens, SINGLE, SINGLE_TABLE, traceBack } from './roles.ts';

/** The weights of the role model, to be summed as whole numbers. */
export interface RoleSums {
  single: FeatureSums;
  pair: FeatureSums;
}

/** The weights as they are shipped. */
export function roleSums(single: StepWeights, pair: StepWeights): RoleSums {
  return {
    single: new FeatureSums(single, SINGLE_TABLE, LONGEST),
    pair: new FeatureSums(pair, PAIR_TABLE, LONGEST),
  };
}

/** For each role, the first and the last of those that may stand before it: an inside follows its own beginning or inside. */
const FIRST_BEFORE = Uint8Array.of(Role.none, Role.none, Role.sourceStart, Role.none, Role.contentStart);
const LAST_BEFORE = Uint8Array.of(Role.content, Role.content, Role.source, Role.content, Role.content);
const FORBIDDEN = -1e9;
const IMPOSSIBLE = FORBIDDEN / 2;
/** A weight is its square times the unit, rounded to 24 bits: so far may two sums of one token's weights be off, in largest weights. */
const ROUNDING = 2 * (SINGLE + PAIR) * 2 ** -24;

const scores = new Float64Array(2 * ROLES);
const from = new Uint8Array(LONGEST * ROLES);

/**
 * What `decodeExactly` finds, some times as fast, of the features whose values the sums hold (`roleValues`); null where two
 * ways are so close that the rounding of the weights themselves might decide between them.
 */
export function decodeSummed({ count, fixed }: RoleTokens, { single, pair }: RoleSums): Uint8Array | null {
  single.sum(count);
  pair.sum(count);
  const singleSums = single.sums;
  const pairSums = pair.sums;
  const close = count * ROUNDING * LARGEST_SQUARE * Math.max(single.unit, pair.unit);
  scores.fill(FORBIDDEN, 0, ROLES);
  scores[Role.none] = 0;
  for (let at = 0; at < count; at++) {
    // The scores of the token before and of this one lie in turns in the first and the second half.
    const before = (at & 1) * ROLES;
    const now = ROLES - before;
    const singles = at * single.sumStride;
    const pairs = at * pair.sumStride;
    for (let role = 0; role < ROLES; role++) {
      const last = LAST_BEFORE[role]!;
      let most = FORBIDDEN * 2;
      let second = FORBIDDEN * 2;
      let choice = 0;
      if (isPossible(role, at, fixed[at]!))
        for (let previous = FIRST_BEFORE[role]!; previous <= last; previous++) {
          const score = scores[before + previous]! + pairSums[pairs + previous * ROLES + role]! * pair.unit;
          if (score > most) {
            second = most;
            most = score;
            choice = previous;
          } else if (score > second) second = score;
        }
      if (most - second < close && most > IMPOSSIBLE) return null;
      scores[now + role] = most + singleSums[singles + role]! * single.unit;
      from[at * ROLES + role] = choice;
    }
  }
  const last = scores.subarray((count & 1) * ROLES, ((count & 1) + 1) * ROLES);
  return isClear(last, close) ? traceBack(last, from, count) : null;
}

/** A token of the cue plays no role; an inside begins no sentence. */
const isPossible = (role: number, at: number, fixed: number) =>
  role === Role.none || (fixed === 0 && (at > 0 || (role !== Role.source && role !== Role.content)));

/** Whether no other score comes near the highest. */
function isClear(scores: Float64Array, close: number): boolean {
  let most = scores[0]!;
  for (let role = 1; role < ROLES; role++) most = Math.max(most, scores[role]!);
  let near = 0;
  for (let role = 0; role < ROLES; role++) if (most - scores[role]! < close) near++;
  return near === 1;
}
