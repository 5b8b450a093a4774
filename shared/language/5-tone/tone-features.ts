import { clusterOf, DIMENSIONS, vectorAt } from '../vectors.ts';
import type { TargetWindow } from './target-window.ts';
import { LEXICONS, type Valence, valenceOf } from './valence.ts';

/** Slots of the hashed sparse features. */
export const SLOTS = 1 << 16;
const zones = 4;
/** The same four zones, inside and outside quotation marks. */
const valenceZones = zones + 2;
const SIGNS = 2;
/** Mean word vectors of four zones (all, near the target, before it, after it), and how much good and bad is said in each. */
export const DENSE = zones * DIMENSIONS + valenceZones * LEXICONS * SIGNS;

const negations = new Set([
  'not',
  'no',
  'never',
  "n't",
  'nor',
  'neither',
  'without',
  'hardly',
  'barely',
  'cannot',
  "can't",
  "didn't",
  "don't",
  "doesn't",
  "isn't",
  "wasn't",
  "won't",
  "wouldn't",
]);
const negationReach = 4;
const clauseMarks = new Set([',', ';', ':', '–', '—', '--', 'but', 'while', 'although', 'whereas', 'who', 'which']);

/** FNV-1a over the characters of a feature's name, folded to a slot. */
function slotOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** Where the weight of a feature stands that counts in coverage of disputes alone (Daumé 2007). */
export const disputeSlot = (slot: number): number => (Math.imul(slot, 0x9e3779b1) >>> 7) & (SLOTS - 1);

/** One sparse feature: where its weight stands, and its name for explanations. */
export interface SparseFeature {
  slot: number;
  name: string;
}

/** Words and word pairs of a sentence by where they stand to the target: anywhere, in its clause, close by on either side. */
export function sparseFeatures(window: TargetWindow): SparseFeature[] {
  const names = new Set<string>();
  const clause = clausesOf(window);
  const own = clause[window.distances.indexOf(0)] ?? 0;
  let negatedUntil = -1;
  for (let t = 0; t < window.length; t += 1) {
    const word = window.lower[t]!;
    if (negations.has(word)) negatedUntil = t + negationReach;
    const sign = t <= negatedUntil && !negations.has(word) ? '!' : '';
    const distance = window.distances[t]!;
    const side = distance < 0 ? 'L' : 'R';
    names.add(`w ${sign}${word}`);
    if (t > 0) names.add(`b ${window.lower[t - 1]} ${word}`);
    if (clause[t] === own) names.add(`c${side} ${sign}${word}`);
    const steps = Math.abs(distance);
    if (steps > 0 && steps <= 6) names.add(`n${side}${steps <= 2 ? 2 : 6} ${sign}${word}`);
    if (steps > 0 && steps <= 4 && t > 0) names.add(`m${side} ${window.lower[t - 1]} ${word}`);
    if (steps <= 8) names.add(`k${side}${window.quoted[t]} ${sign}${clusterOf(window.words[t]!)}`);
  }
  names.add(`quoted ${window.quoted[window.distances.indexOf(0)] ?? 0}`);
  names.add(`place ${Math.min(3, window.distances.indexOf(0))}`);
  return [...names].map((name) => ({ slot: slotOf(name), name }));
}

/** The number of the clause that each token stands in; commas and joining words part clauses. */
function clausesOf(window: TargetWindow): number[] {
  let clause = 0;
  return window.lower.map((word) => {
    if (clauseMarks.has(word)) clause += 1;
    return clause;
  });
}

/** Mean word vectors of the zones, each of about unit length, and the valences of their words. */
export function denseFeatures(window: TargetWindow, valence: Valence): Float32Array {
  const dense = new Float32Array(DENSE);
  const counts = new Int32Array(zones);
  for (let t = 0; t < window.length; t += 1) {
    const word = window.words[t]!;
    if (word < 0) continue;
    const vector = vectorAt(word);
    const distance = window.distances[t]!;
    const inZone = [true, Math.abs(distance) <= 5, distance < 0, distance > 0];
    for (let zone = 0; zone < zones; zone += 1) {
      if (!inZone[zone]) continue;
      counts[zone] = counts[zone]! + 1;
      for (let d = 0; d < DIMENSIONS; d += 1) dense[zone * DIMENSIONS + d] = dense[zone * DIMENSIONS + d]! + vector[d]!;
    }
  }
  for (let zone = 0; zone < zones; zone += 1) {
    const scale = 1 / (3 * Math.max(1, counts[zone]!));
    for (let d = 0; d < DIMENSIONS; d += 1) dense[zone * DIMENSIONS + d] = dense[zone * DIMENSIONS + d]! * scale;
  }
  addValences(window, valence, dense);
  return dense;
}

/** A negated word counts the other way, and less (Taboada et al. 2011). */
const NEGATED = -0.7;
/** Sums beyond this tell no more. */
const MOST = 3;
const VALENCE_SHARE = 0.5;

function addValences(window: TargetWindow, valence: Valence, dense: Float32Array): void {
  const first = zones * DIMENSIONS;
  let negatedUntil = -1;
  for (let t = 0; t < window.length; t += 1) {
    if (negations.has(window.lower[t]!)) {
      negatedUntil = t + negationReach;
      continue;
    }
    const distance = window.distances[t]!;
    const isQuoted = window.quoted[t] === 1;
    const inZone = [true, Math.abs(distance) <= 5, distance < 0, distance > 0, isQuoted, !isQuoted];
    for (let lexicon = 0; lexicon < LEXICONS; lexicon += 1) {
      const value = valenceOf(valence, window.words[t]!, lexicon) * (t <= negatedUntil ? NEGATED : 1);
      if (value === 0) continue;
      for (let zone = 0; zone < valenceZones; zone += 1) {
        const at = first + (zone * LEXICONS + lexicon) * SIGNS + (value > 0 ? 0 : 1);
        if (inZone[zone]) dense[at] = dense[at]! + value;
      }
    }
  }
  for (let at = first; at < DENSE; at += 1) dense[at] = VALENCE_SHARE * Math.max(-MOST, Math.min(MOST, dense[at]!));
}
