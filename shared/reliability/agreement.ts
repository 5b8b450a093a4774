/** What two coders (or a coder and the tagger) said of one unit. */
export interface CodedPair {
  reference: string;
  other: string;
}

/** How well one value is found. Null where the denominator is zero. */
export interface ValueScore {
  value: string;
  precision: number | null;
  recall: number | null;
  f1: number | null;
  /** Units that the reference gives this value. */
  support: number;
}

/** Counts by the reference's value, then the other's. Values are in the order of the alphabet. */
export function confusion(pairs: readonly CodedPair[]): { values: string[]; counts: number[][] } {
  const values = [...new Set(pairs.flatMap(({ reference, other }) => [reference, other]))].sort();
  const counts = values.map((reference) =>
    values.map((other) => pairs.filter((pair) => pair.reference === reference && pair.other === other).length),
  );
  return { values, counts };
}

/** Cohen's kappa (1960). Null without pairs, or when chance alone would agree always. */
export function cohenKappa(pairs: readonly CodedPair[]): number | null {
  const { values, counts } = confusion(pairs);
  const total = pairs.length;
  const row = (index: number) => sum(counts[index]!);
  const column = (index: number) => sum(counts.map((line) => line[index]!));
  const observed = sum(values.map((_, index) => counts[index]![index]!)) / total;
  const expected = sum(values.map((_, index) => row(index) * column(index))) / total ** 2;
  return total === 0 || expected === 1 ? null : (observed - expected) / (1 - expected);
}

/** Precision, recall and F1 of each value against the reference. */
export function valueScores(pairs: readonly CodedPair[]): ValueScore[] {
  const { values, counts } = confusion(pairs);
  return values.map((value, index) => {
    const hits = counts[index]![index]!;
    const support = sum(counts[index]!);
    const given = sum(counts.map((line) => line[index]!));
    return {
      value,
      precision: ratio(hits, given),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, support + given),
      support,
    };
  });
}

const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
