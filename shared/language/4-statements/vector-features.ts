import type { Context } from '../context.ts';
import { DIMENSIONS, vectorAt } from '../vectors.ts';
import { digits, pairFamily } from './feature-codes.ts';
import type { FeatureList } from './feature-list.ts';
import { KINDS } from './issue-kinds.ts';
import type { SentenceView } from './sentence-view.ts';

/** The dimensions of the mean vector by kind: detail `dimension * KINDS.length + kind`. */
export const VECTOR = pairFamily('vector', digits(DIMENSIONS), KINDS);

/** The commonest words tell nothing; they have the first numbers. */
export const COMMONEST = 60;

const sum = new Float32Array(DIMENSIONS);

/** Sums the vectors of a scope's words into `sum`. Returns how many there are. */
function sumVectors(context: Context, view: SentenceView, scope: Uint8Array, sum: Float32Array): number {
  const { index } = context.classes;
  sum.fill(0);
  let words = 0;
  for (let at = 0; at < scope.length; at++) {
    if (!scope[at] || !view.content[at]) continue;
    const word = index[view.from + at]!;
    if (word < COMMONEST) continue;
    const vector = vectorAt(word);
    for (let d = 0; d < DIMENSIONS; d++) sum[d]! += vector[d]!;
    words++;
  }
  return words;
}

/** The mean vector of a scope's words, for each kind: words that the lessons lack are near to some that they have. */
export function vectorFeatures(
  context: Context,
  view: SentenceView,
  scope: Uint8Array,
  kind: number,
  list: FeatureList,
): void {
  if (list.leftOut.vector) return;
  const words = sumVectors(context, view, scope, sum);
  if (words === 0) return;
  list.vector(kind, sum, VECTOR_WEIGHT / Math.sqrt(words));
}

/** How much the mean vector counts beside the words. */
export const VECTOR_WEIGHT = 0.2;
