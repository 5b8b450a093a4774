import { containment, sameText, signatureOf } from '../../shared/article/signature.ts';
import { duplicatePairs, type TextPair } from './duplicate-pairs.ts';

/** How well copies are told from different stories. */
export interface DuplicateScore {
  pairs: number;
  f1: number;
  precision: number;
  recall: number;
}

/** A copy counts as found only if it shares a band: without one it would never be compared. */
export function isFound({ left, right }: TextPair): boolean {
  const [a, b] = [signatureOf(left), signatureOf(right)];
  return a.bands.some((band) => b.bands.includes(band)) && sameText(a.value, b.value);
}

export function scoreDuplicates(pairs: readonly TextPair[] = duplicatePairs()): DuplicateScore {
  const found = pairs.filter(isFound);
  const right = found.filter((pair) => pair.same).length;
  const precision = right / found.length;
  const recall = right / pairs.filter((pair) => pair.same).length;
  return { pairs: pairs.length, f1: (2 * precision * recall) / (precision + recall), precision, recall };
}

/** Prints the score, and for each kind of pair how far apart its containments lie from the threshold. */
export function benchDuplicates(): void {
  const pairs = duplicatePairs();
  const { f1, precision, recall } = scoreDuplicates(pairs);
  console.log(
    `near-duplicates, ${pairs.length} invented pairs: F1 ${f1.toFixed(4)} (precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)})`,
  );
  for (const kind of new Set(pairs.map((pair) => pair.kind))) {
    const own = pairs.filter((pair) => pair.kind === kind);
    const shares = own.map(({ left, right }) => containment(signatureOf(left).value, signatureOf(right).value)).sort();
    const right = own.filter((pair) => isFound(pair) === pair.same).length;
    const [low, high] = [shares[0]!, shares.at(-1)!].map((share) => share.toFixed(2));
    console.log(`  ${kind.padEnd(30)} ${right}/${own.length} right, containment ${low} to ${high}`);
  }
}
