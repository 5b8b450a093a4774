import { addRow, type WeightTable } from '../quantised-weights.ts';
import type { TextView } from '../text-view.ts';
import { PAIR, ROLES, Role, type RoleFeatures, roleFeatures, roleValues, SINGLE, traceBack } from './roles.ts';
import { decodeSummed, type RoleSums } from './summed-roles.ts';

/** The weights of the role model. */
export interface RoleWeights {
  single: WeightTable;
  pair: WeightTable;
  /** The same, for speed. */
  sums?: RoleSums;
}

const FORBIDDEN = -1e9;

/** The roles of the tokens of a cue's sentence, from token `from` on. */
export function decodeRoles(view: TextView, cue: number, weights: RoleWeights): { from: number; roles: Uint8Array } {
  const { sums } = weights;
  if (sums) {
    const tokens = roleValues(view, cue, sums.single.values, sums.pair.values);
    const roles = decodeSummed(tokens, sums);
    if (roles) return { from: tokens.from, roles };
  }
  const features = roleFeatures(view, cue);
  return { from: features.from, roles: decodeExactly(features, weights) };
}

/**
 * The likeliest sequence of roles (Viterbi 1967) under a linear-chain model trained by the averaged perceptron
 * (Collins 2002).
 */
export function decodeExactly(features: RoleFeatures, weights: RoleWeights): Uint8Array {
  const { count, fixed } = features;
  const best = new Float64Array(count * ROLES);
  const from = new Uint8Array(count * ROLES);
  const pair = new Float64Array(ROLES * ROLES);
  const single = new Float64Array(ROLES);
  for (let at = 0; at < count; at++) {
    sumRows(features.single, SINGLE, weights.single, at, single);
    sumRows(features.pair, PAIR, weights.pair, at, pair);
    for (let role = 0; role < ROLES; role++) {
      let most = FORBIDDEN * 2;
      let choice = 0;
      for (let previous = 0; previous < ROLES; previous++) {
        if (!allowed(previous, role, at, fixed[at]!)) continue;
        const before = at > 0 ? best[(at - 1) * ROLES + previous]! : previous === 0 ? 0 : FORBIDDEN;
        const score = before + pair[previous * ROLES + role]!;
        if (score > most) {
          most = score;
          choice = previous;
        }
      }
      best[at * ROLES + role] = most + single[role]!;
      from[at * ROLES + role] = choice;
    }
  }
  return traceBack(best.subarray(Math.max(0, count - 1) * ROLES), from, count);
}

/** An inside follows its own beginning or inside; a token of the cue plays no role. */
function allowed(previous: number, role: number, at: number, fixed: number): boolean {
  if (fixed) return role === Role.none;
  if (role === Role.source) return at > 0 && (previous === Role.source || previous === Role.sourceStart);
  if (role === Role.content) return at > 0 && (previous === Role.content || previous === Role.contentStart);
  return true;
}

/** Sums the rows of weights of a token's features: `sums.length` weights a row. */
function sumRows(slots: Int32Array, features: number, table: WeightTable, at: number, sums: Float64Array): void {
  sums.fill(0);
  for (let n = at * features; n < (at + 1) * features; n++) addRow(table, slots[n]! * sums.length, sums);
}
