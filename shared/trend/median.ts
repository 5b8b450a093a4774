/** The median of numbers in any order; null of none. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Makes the median absolute deviation comparable to a standard deviation (Rousseeuw and Croux, JASA 88, 1993). */
const normalConsistency = 1.4826;

/** Spread around the median: the scaled median absolute deviation, which single outliers don't move; null of none. */
export function robustSpread(numbers: readonly number[]): number | null {
  const centre = median(numbers);
  if (centre === null) return null;
  return normalConsistency * median(numbers.map((number) => Math.abs(number - centre)))!;
}
