const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A 32-bit hash of a string (FNV-1a). */
export function hashString(text: string): number {
  return hashOn(FNV_START, text);
}

/** Hash of a text; never 0, which stands for "none". */
export const hashOf = (text: string): number => hashString(text) || 1;

/** The hash of the part of a text from `start` to `end`. */
export function hashPart(text: string, start: number, end: number): number {
  let hash = FNV_START;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash | 0;
}

/** The hash of a longer string, from that of its beginning: no string need be made to be hashed. */
export function hashOn(start: number, text: string): number {
  let hash = start;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return hash | 0;
}

/** The hash of a text followed by a space and a word, from that of the text. */
export function hashWithWord(start: number, word: string): number {
  return hashOn(Math.imul(start ^ 32, FNV_PRIME), word);
}

/** Hash of a feature made of its kind and up to two values: features are numbers, never strings (Weinberger et al. 2009). */
export function mix(kind: number, a: number, b = 0): number {
  let hash = Math.imul(kind + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ Math.imul(b, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13), 0x165667b1);
  return hash ^ (hash >>> 16);
}

/** The features of a model, and its table of weights. */
export interface FeatureTable {
  /** Kind of a token's first feature; the others have those that follow: see `mix`. */
  kind: number;
  /** Features of a token. */
  features: number;
  /** Rows of the table, a power of two, and the weights of each. */
  rows: number;
  width: number;
}

/** What features are made of, token after token: feature `n` of `first[n]` and `second[n]`. */
export interface FeatureValues {
  first: Int32Array;
  second: Int32Array;
}

/** Room for the values of `count` features, to be written over. */
export const featureValues = (count: number): FeatureValues => ({
  first: new Int32Array(count),
  second: new Int32Array(count),
});

/** Says what feature `n` is made of. */
export function put({ first, second }: FeatureValues, n: number, a: number, b: number): void {
  first[n] = a;
  second[n] = b;
}

/** Writes the rows of the features of the first tokens. */
export function mixAll(
  { first, second }: FeatureValues,
  { kind, features, rows }: FeatureTable,
  tokens: number,
  out: Int32Array,
): void {
  for (let n = 0; n < tokens * features; n++) out[n] = mix(kind + (n % features), first[n]!, second[n]!) & (rows - 1);
}
