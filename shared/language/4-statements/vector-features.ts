import type { Context } from '../context.ts';
import { DIMENSIONS, vectorAt } from '../vectors.ts';
import { CLUSTERS, CODE, hashOf } from './feature-codes.ts';
import type { FeatureSink } from './feature-sinks.ts';
import type { SentenceView } from './sentence-view.ts';

/** The mean vector of a scope's words, for each kind: words that the lessons lack are near to some that they have. */
export function vectorFeatures(
  context: Context,
  view: SentenceView,
  scope: Uint8Array,
  kind: string,
  sink: FeatureSink,
): void {
  const sum = new Float32Array(DIMENSIONS);
  let weight = 0;
  for (let at = 0; at < scope.length; at++) {
    const word = context.classes.index[view.from + at]!;
    if (!scope[at] || !view.content[at] || word < 60) continue;
    const vector = vectorAt(word);
    for (let d = 0; d < DIMENSIONS; d++) sum[d]! += vector[d]!;
    weight++;
  }
  if (weight === 0) return;
  const kindHash = hashOf(kind);
  const scale = VECTOR_WEIGHT / Math.sqrt(weight);
  for (let d = 0; d < DIMENSIONS; d++) sink.code(CODE.vector, CLUSTERS[d]!, sum[d]! * scale, kindHash, 0);
}

/** How much the mean vector counts beside the words. */
export const VECTOR_WEIGHT = 0.2;
