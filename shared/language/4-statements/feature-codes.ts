import { hashOf, hashString, hashWithWord, mix } from '../hashing.ts';

/** Slots of a table of statement weights. */
export const STATEMENT_SLOTS = 1 << 18;

/** The slot of a feature. */
export function slotOf(name: number, detail: number, second: number, third: number): number {
  let hash = mix(900, name, detail);
  if (second !== 0) hash = mix(901, hash, second);
  if (third !== 0) hash = mix(902, hash, third);
  return hash & (STATEMENT_SLOTS - 1);
}

/** Features of one name that differ in what they are about; all their slots are found beforehand. */
export interface FeatureFamily {
  /** Number of its first feature among those of all families. */
  start: number;
  name: string;
  /** What its features are about: all combinations of one detail of each set, the last set's changing fastest. */
  sets: readonly (readonly string[])[];
  slots: Int32Array;
}

/** Slots of the features of all families, one family after another, and the families of each. */
export const familySlots: number[] = [];
export const familyOf: FeatureFamily[] = [];

/** The features of all combinations of one detail of each set; of one, without sets. */
export function family(name: string, ...sets: (readonly string[])[]): FeatureFamily {
  const [first = [''], ...others] = sets;
  let hashes = first.map(hashString);
  for (const set of others) hashes = hashes.flatMap((hash) => set.map((detail) => hashWithWord(hash, detail)));
  const nameHash = hashOf(name);
  return register(
    name,
    sets,
    Int32Array.from(hashes, (hash) => slotOf(nameHash, hash || 1, 0, 0)),
  );
}

/** The features of all combinations of two sets whose slots come of the hashes of both, as `FeatureList.code` has them. */
export function pairFamily(name: string, firsts: readonly string[], seconds: readonly string[]): FeatureFamily {
  const nameHash = hashOf(name);
  const hashes = seconds.map(hashOf);
  const slots = firsts.map(hashOf).flatMap((first) => hashes.map((second) => slotOf(nameHash, first, second, 0)));
  return register(name, [firsts, seconds], Int32Array.from(slots));
}

function register(name: string, sets: FeatureFamily['sets'], slots: Int32Array): FeatureFamily {
  const made = { start: familySlots.length, name, sets, slots };
  for (let n = 0; n < slots.length; n++) {
    familySlots.push(slots[n]!);
    familyOf.push(made);
  }
  return made;
}

/** What feature `number` of a family is about. */
export function detailOf({ sets }: FeatureFamily, number: number): string {
  const details: string[] = [];
  let rest = number;
  for (const set of [...sets].reverse()) {
    details.unshift(set[rest % set.length]!);
    rest = Math.floor(rest / set.length);
  }
  return details.join(' ');
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

/** Names of the features about words. */
export const CODE = {
  wordKind: named('word-kind'),
  wordIssue: named('word-issue'),
  wordHit: named('word-hit'),
  pairKind: named('pair-kind'),
  localWord: named('local-word'),
};
/** The numbers of word classes, the unknown and the missing among them. */
export const CLUSTER_NAMES = digits(258);
/** How an issue is named, in the order of `hitOf`, and the hashes. */
export const HIT_NAMES = ['no naming', 'named elsewhere', 'named'];
export const HITS = HIT_NAMES.map(hashOf);
