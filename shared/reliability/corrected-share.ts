import type { Estimate } from './bootstrap.ts';

/** Normal quantile that leaves 2.5 % on either side. */
const z = 1.959963984540054;

/** Sum and number of the tagger's verdicts (1 has the property, 0 has not). */
export interface TaggedUnits {
  /** Units that the tagger gives the property. */
  positive: number;
  units: number;
}

/** A unit that a person has coded. */
export interface AuditedUnit {
  tagger: 0 | 1;
  person: 0 | 1;
}

/**
 * The share of units that have a property, corrected for the tagger's errors by an audited random sample, with a 95 %
 * interval: prediction-powered inference of a mean (Angelopoulos, Bates, Fannjiang, Jordan & Zrnic 2023, Science 382).
 * The sample must be drawn at random from all units, and not from those of the series alone whose share is asked.
 * @returns null below ten audited units, where the normal approximation says nothing
 */
export function correctedShare(tagged: TaggedUnits, audited: readonly AuditedUnit[]): Estimate | null {
  if (audited.length < fewestAudited || tagged.units === 0) return null;
  const raw = tagged.positive / tagged.units;
  const errors = audited.map(({ tagger, person }) => person - tagger);
  const bias = mean(errors);
  const variance = (raw * (1 - raw)) / tagged.units + varianceOf(errors, bias) / audited.length;
  const value = clamp(raw + bias);
  const margin = z * Math.sqrt(variance);
  return { value, low: clamp(raw + bias - margin), high: clamp(raw + bias + margin) };
}

const fewestAudited = 10;

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const varianceOf = (numbers: readonly number[], centre: number) =>
  numbers.reduce((sum, number) => sum + (number - centre) ** 2, 0) / (numbers.length - 1);

const clamp = (share: number) => Math.max(0, Math.min(1, share));
