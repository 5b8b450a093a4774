import { hashString, mix } from '../hashing.ts';

/** Slots of a table of statement weights. */
export const STATEMENT_SLOTS = 1 << 18;

/** Hash of a text; never 0, which stands for "none". */
export const hashOf = (text: string): number => hashString(text) || 1;

/** The slot of a feature. */
export function slotOf(name: number, detail: number, second: number, third: number): number {
  let hash = mix(900, name, detail);
  if (second !== 0) hash = mix(901, hash, second);
  if (third !== 0) hash = mix(902, hash, third);
  return hash & (STATEMENT_SLOTS - 1);
}

/** Features of one name that differ in what they are about; all their slots are found beforehand. */
export interface FeatureFamily {
  /** Number among all families. */
  number: number;
  name: string;
  details: readonly string[];
  slots: Int32Array;
}

let families = 0;

/** The features of all combinations of one detail of each set, the last set's changing fastest; of one, without sets. */
export function family(name: string, ...sets: (readonly string[])[]): FeatureFamily {
  const [first = [''], ...others] = sets;
  const details = others.reduce((all, set) => all.flatMap((left) => set.map((right) => `${left} ${right}`)), first);
  return {
    number: families++,
    name,
    details,
    slots: Int32Array.from(details, (detail) => slotOf(hashOf(name), hashOf(detail), 0, 0)),
  };
}

/** The numbers from 0 below `count` as details. */
export const digits = (count: number): string[] => Array.from({ length: count }, (_, n) => String(n));

/** The name of features whose details are words, with its hash. */
export interface FeatureName {
  name: string;
  hash: number;
}

/** A name with its hash. */
export const named = (name: string): FeatureName => ({ name, hash: hashOf(name) });

/** Names of the features that come by the hundred. */
export const CODE = {
  wordKind: named('word-kind'),
  wordIssue: named('word-issue'),
  clusterKind: named('cluster-kind'),
  wordHit: named('word-hit'),
  pairKind: named('pair-kind'),
  localWord: named('local-word'),
  vector: named('vector'),
};
/** Texts of the numbers of word classes and of vector dimensions, and their hashes. */
export const CLUSTER_NAMES = digits(258);
export const CLUSTERS = CLUSTER_NAMES.map(hashOf);
/** How an issue is named, in the order of `hitOf`, and the hashes. */
export const HIT_NAMES = ['no naming', 'named elsewhere', 'named'];
export const HITS = HIT_NAMES.map(hashOf);
