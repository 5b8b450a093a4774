/** Kinds of tokens that have no word vector; what stands in for one is learnt. 2 and 3 are masks of names. */
export const SPECIALS = 12;
const UNKNOWN = 1;
const SIGN = 9;

const kinds: [test: RegExp, kind: number][] = [
  [/^,$/, 4],
  [/^[.?!]+$/, 5],
  [/^["“”‘’'`]+$/, 6],
  [/^(?:[-–—;:()]|--)$/, 7],
  [/\p{N}/u, 8],
  [/\p{L}/u, UNKNOWN],
];

/** The code of a word: its vector's number after the kinds without one; stops, quotation marks and numbers have kinds of their own. */
export function wordCode(vector: number, word: string): number {
  return vector >= 0 ? SPECIALS + vector : (kinds.find(([test]) => test.test(word))?.[1] ?? SIGN);
}
