import { FeatureSums } from '../feature-sums.ts';
import { addRow, type StepWeights, type WeightTable } from '../quantised-weights.ts';
import type { TextView } from '../text-view.ts';
import type { RoleNet } from './role-net.ts';
import {
  LONGEST,
  PAIR,
  PAIR_TABLE,
  ROLES,
  Role,
  type RoleFeatures,
  type RoleTokens,
  roleValues,
  SINGLE,
  SINGLE_TABLE,
} from './roles.ts';

/** What finds the roles around a cue: sums of a linear model's weights, and a network. */
export interface RoleModel {
  single: FeatureSums;
  pair: FeatureSums;
  net: RoleNet;
}

/** The weights as they are shipped. */
export const roleModel = (single: StepWeights, pair: StepWeights, net: RoleNet): RoleModel => ({
  single: new FeatureSums(single, SINGLE_TABLE, LONGEST),
  pair: new FeatureSums(pair, PAIR_TABLE, LONGEST),
  net,
});

/** What a point of the linear model is worth in logits of the network: its scores are of another size, and fewer of them are right. */
const LINEAR_SHARE = 0.01;
const FORBIDDEN = -1e9;

/** The roles of the tokens of a cue's sentence, from token `from` on. */
export function decodeRoles(
  view: TextView,
  cue: number,
  { single, pair, net }: RoleModel,
): { from: number; roles: Uint8Array } {
  const tokens = roleValues(view, cue, single.values, pair.values);
  const { from, count } = tokens;
  single.sum(count);
  pair.sum(count);
  const logits = net.roleLogits(view, from, from + count, cue);
  const singleUnit = LINEAR_SHARE * single.unit;
  const pairUnit = LINEAR_SHARE * pair.unit;
  const roles = likeliestRoles(tokens, (at, ofRoles, ofPairs) => {
    const ownSums = at * single.sumStride;
    for (let role = 0; role < ROLES; role++)
      ofRoles[role] = logits[at * ROLES + role]! + singleUnit * single.sums[ownSums + role]!;
    const pairSums = at * pair.sumStride;
    for (let n = 0; n < ROLES * ROLES; n++) ofPairs[n] = pairUnit * pair.sums[pairSums + n]!;
  });
  return { from, roles };
}

/** The roles by the linear model alone, of weights as they are while it is taught (Collins 2002). */
export function decodeLinear(features: RoleFeatures, weights: { single: WeightTable; pair: WeightTable }): Uint8Array {
  return likeliestRoles(features, (at, ofRoles, ofPairs) => {
    sumRows(features.single, SINGLE, weights.single, at, ofRoles);
    sumRows(features.pair, PAIR, weights.pair, at, ofPairs);
  });
}

/**
 * The likeliest sequence of roles (Viterbi 1967), of equal ones that of the first role.
 * @param score writes what each role of a token counts, and each role after each role before (`ROLES` for each before)
 */
export function likeliestRoles(
  { count, fixed }: Pick<RoleTokens, 'count' | 'fixed'>,
  score: (at: number, ofRoles: Float64Array, ofPairs: Float64Array) => void,
): Uint8Array {
  const choices = new Uint8Array(count * ROLES);
  const ofRoles = new Float64Array(ROLES);
  const ofPairs = new Float64Array(ROLES * ROLES);
  let before = new Float64Array(ROLES).fill(FORBIDDEN);
  let best = new Float64Array(ROLES);
  before[Role.none] = 0;
  for (let at = 0; at < count; at++) {
    score(at, ofRoles, ofPairs);
    const isFixed = fixed[at] === 1;
    for (let role = 0; role < ROLES; role++) {
      let most = FORBIDDEN * 2;
      let choice = 0;
      if (!isFixed || role === Role.none)
        for (let previous = firstBefore[role]!; previous <= lastBefore[role]!; previous++) {
          const sum = before[previous]! + ofPairs[previous * ROLES + role]!;
          if (sum > most) {
            most = sum;
            choice = previous;
          }
        }
      best[role] = most + ofRoles[role]!;
      choices[at * ROLES + role] = choice;
    }
    [before, best] = [best, before];
  }
  const roles = new Uint8Array(count);
  let role = before.indexOf(Math.max(...before));
  for (let at = count - 1; at >= 0; at--) {
    roles[at] = role;
    role = choices[at * ROLES + role]!;
  }
  return roles;
}

/**
 * By role, the first and the last of those that may stand before: an inside follows its own beginning or inside. No inside begins
 * a sentence, since before it is `none`.
 */
const firstBefore = Uint8Array.of(0, 0, Role.sourceStart, 0, Role.contentStart);
const lastBefore = Uint8Array.of(ROLES - 1, ROLES - 1, Role.source, ROLES - 1, Role.content);

/** Sums the rows of weights of a token's features: `sums.length` weights a row. */
function sumRows(slots: Int32Array, features: number, table: WeightTable, at: number, sums: Float64Array): void {
  sums.fill(0);
  for (let n = at * features; n < (at + 1) * features; n++) addRow(table, slots[n]! * sums.length, sums);
}
