import { hashString, mix } from '../hashing.ts';

/** Slots of a table of statement weights. */
export const STATEMENT_SLOTS = 1 << 18;

const hashes = new Map<string, number>();
const names = new Map<number, string>();
const MOST_HASHES = 200_000;

/** Hash of a text, remembered both ways: explanations need the text again. */
export function hashOf(text: string): number {
  let hash = hashes.get(text);
  if (hash !== undefined) return hash;
  hash = hashString(text) || 1;
  if (hashes.size < MOST_HASHES) {
    hashes.set(text, hash);
    names.set(hash, text);
  }
  return hash;
}

/** The text of a hash that `hashOf` has given. */
export const nameOf = (hash: number): string => names.get(hash) ?? '?';

/** The slot of a feature. */
export function slotOf(name: number, detail: number, second: number, third: number): number {
  let hash = mix(900, name, detail);
  if (second !== 0) hash = mix(901, hash, second);
  if (third !== 0) hash = mix(902, hash, third);
  return hash & (STATEMENT_SLOTS - 1);
}

/** Hashes of the features that come by the hundred. */
export const CODE = {
  wordKind: hashOf('word-kind'),
  wordIssue: hashOf('word-issue'),
  clusterKind: hashOf('cluster-kind'),
  wordHit: hashOf('word-hit'),
  pairKind: hashOf('pair-kind'),
  localWord: hashOf('local-word'),
  vector: hashOf('vector'),
};
/** Hashes of the numbers of word classes and of vector dimensions. */
export const CLUSTERS = Array.from({ length: 258 }, (_, c) => hashOf(String(c)));
/** Hashes of how an issue is named, in the order of `hitOf`. */
export const HITS = ['no naming', 'named elsewhere', 'named'].map(hashOf);
