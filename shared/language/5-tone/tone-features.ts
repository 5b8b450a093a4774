import { hashOn, hashString, hashWithWord } from '../hashing.ts';
import { stem } from '../stem.ts';
import { clusterOf, DIMENSIONS, vectorAt } from '../vectors.ts';
import { placeEffect } from './effect-places.ts';
import { findEffects } from './find-effects.ts';
import { judgedAt } from './judging-words.ts';
import type { TargetWindow } from './target-window.ts';
import { LEXICONS, type Valence, valenceOf } from './valence.ts';

/** Slots of the hashed sparse features. */
export const SLOTS = 1 << 18;
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

/** The slot of a feature by the hash of its name. */
const slotOf = (hash: number) => (hash ^ (hash >>> 15)) & (SLOTS - 1);

/** Where the weight of a feature stands that counts in coverage of disputes alone (Daumé 2007). */
export const disputeSlot = (slot: number): number => (Math.imul(slot, 0x9e3779b1) >>> 7) & (SLOTS - 1);

/** One sparse feature: where its weight stands, and what its name is made of. */
export interface SparseFeature {
  slot: number;
  head: Head;
  word: string;
  /** The second of two words, else empty. */
  next: string;
}

/** The name of a feature, for explanations: most are never read, and so never put together. */
export const nameOf = ({ head, word, next }: SparseFeature): string =>
  next === '' ? head.text + word : `${head.text}${word} ${next}`;

/** How the names of some features begin. */
interface Head {
  text: string;
  hash: number;
}

const head = (text: string): Head => ({ text, hash: hashString(text) });
/** As it stands, then negated. */
const signed = (text: string) => [head(`${text} `), head(`${text} !`)] as const;
const sided = <Each>(of: (side: string) => Each) => ({ left: of('L'), right: of('R') });
const HEADS = {
  word: signed('w'),
  pair: head('b '),
  clause: sided((side) => signed(`c${side}`)),
  near: sided((side) => ({ two: signed(`n${side}2`), six: signed(`n${side}6`) })),
  nearPair: sided((side) => head(`m${side} `)),
  cluster: sided((side) => [signed(`k${side}0`), signed(`k${side}1`)] as const),
  judged: signed('j'),
  judgedClause: sided((side) => [signed(`j${side}0`), signed(`j${side}1`), signed(`j${side}2`)] as const),
  effect: head('effect '),
  quoted: head('quoted '),
  place: head('place '),
};

/** Slots of the table in which a feature is found again: a power of two, above twice the features of the longest window. */
const PLACES = 4096;
/** Number of a feature in its set plus one, in the first free place from its hash on. */
const places = new Uint16Array(PLACES);

/** Features, each once, in the order in which they were added first. */
class FeatureSet {
  readonly features: SparseFeature[] = [];

  constructor() {
    places.fill(0);
  }

  add(head: Head, word: string, next = ''): void {
    const start = hashOn(head.hash, word);
    const hash = next === '' ? start : hashWithWord(start, next);
    let place = hash & (PLACES - 1);
    for (; places[place] !== 0; place = (place + 1) & (PLACES - 1)) {
      const other = this.features[places[place]! - 1]!;
      if (other.head === head && other.word === word && other.next === next) return;
    }
    this.features.push({ slot: slotOf(hash), head, word, next });
    places[place] = this.features.length;
  }
}

/**
 * Words and word pairs of a sentence by where they stand to the target: anywhere, in its clause, close by on either side;
 * and what its phrases do, by how many clauses lie between.
 */
export function sparseFeatures(window: TargetWindow): SparseFeature[] {
  const set = new FeatureSet();
  const clause = clausesOf(window);
  const stems = window.lower.map(stem);
  const target = window.distances.indexOf(0);
  const own = clause[target] ?? 0;
  let negatedUntil = -1;
  for (let t = 0; t < window.length; t += 1) {
    const word = window.lower[t]!;
    const negates = negations.has(word);
    if (negates) negatedUntil = t + negationReach;
    const sign = t <= negatedUntil && !negates ? 1 : 0;
    const distance = window.distances[t]!;
    const side = distance < 0 ? 'left' : 'right';
    const steps = Math.abs(distance);
    set.add(HEADS.word[sign], word);
    if (t > 0) set.add(HEADS.pair, window.lower[t - 1]!, word);
    if (clause[t] === own) set.add(HEADS.clause[side][sign], word);
    if (steps > 0 && steps <= 6) set.add(HEADS.near[side][steps <= 2 ? 'two' : 'six'][sign], word);
    if (steps > 0 && steps <= 4 && t > 0) set.add(HEADS.nearPair[side], window.lower[t - 1]!, word);
    if (steps <= 8)
      set.add(HEADS.cluster[side][window.quoted[t] === 1 ? 1 : 0][sign], String(clusterOf(window.words[t]!)));
    for (const judged of judgedAt(stems, t)) {
      set.add(HEADS.judged[sign], judged);
      set.add(HEADS.judgedClause[side][clausesApart(clause[t]!, own)][sign], judged);
    }
  }
  addEffects(set, window, target, clause);
  set.add(HEADS.quoted, String(window.quoted[target] ?? 0));
  set.add(HEADS.place, String(Math.min(3, target)));
  return set.features;
}

function addEffects(set: FeatureSet, window: TargetWindow, target: number, clause: readonly number[]): void {
  for (const found of findEffects(window)) {
    const { effect, role, clauses, names, distance } = placeEffect(window, found, target, clause, isNegation);
    const add = (place: string) => set.add(HEADS.effect, effect, place);
    set.add(HEADS.effect, effect);
    add(role);
    add(`${role} names ${names}`);
    add(`${role} clauses ${clauses}`);
    add(`${role} clauses ${clauses} names ${names}`);
    add(`${role} clauses ${clauses} ${distance}`);
    add(`${role} quoted ${window.quoted[found.from]}`);
  }
}

const isNegation = (word: string) => negations.has(word);

const clausesApart = (one: number, other: number) => Math.min(2, Math.abs(one - other)) as 0 | 1 | 2;

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
  const add = (zone: number, vector: Float32Array) => {
    counts[zone] = counts[zone]! + 1;
    const from = zone * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d += 1) dense[from + d] = dense[from + d]! + vector[d]!;
  };
  for (let t = 0; t < window.length; t += 1) {
    const word = window.words[t]!;
    if (word < 0) continue;
    const vector = vectorAt(word);
    const distance = window.distances[t]!;
    if (Math.abs(distance) <= 5) add(1, vector);
    add(distance < 0 ? 2 : 3, vector);
  }
  // Each word stands before the target or after it: the target itself is no word here.
  counts[0] = counts[2]! + counts[3]!;
  for (let d = 0; d < DIMENSIONS; d += 1) dense[d] = dense[2 * DIMENSIONS + d]! + dense[3 * DIMENSIONS + d]!;
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
