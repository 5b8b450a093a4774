import type { AuditCode } from './audit-code.ts';
import type { Estimate } from './bootstrap.ts';
import type { Audit, GoldUnit } from './stored-audit.ts';

/** Normal quantile that leaves 2.5 % on either side. */
const z = 1.959963984540054;
/** Below so many units, or so many on the issue that take a side, the normal approximation says nothing. */
const fewestUnits = 10;
const fewestSided = 5;

/** How shares are corrected, to be said beside them. */
export const correctionMethod =
  'Prediction-powered inference of a ratio over all units of the draw’s period, errors averaged by stratum (Angelopoulos et al. 2023, Science 382, 669-674); 95 % interval';

/** A unit with the code that stands. */
export type ReferencedUnit = Pick<GoldUnit, 'issue' | 'tagger' | 'weight' | 'code'>;

/** What the tagger says of units, by issue. @param issues all of the codebook, in its order */
export function taggedCounts(
  units: readonly Pick<GoldUnit, 'issue' | 'tagger'>[],
  issues: readonly string[],
): Audit['tagged'] {
  const none = (): Record<AuditCode, number> => ({ for: 0, against: 0, neutral: 0, none: 0 });
  const counts = Object.fromEntries(issues.map((issue) => [issue, none()]));
  for (const { issue, tagger } of units) counts[issue]![tagger] += 1;
  return counts;
}

/** Of the statements on an issue that take a side, the share that is for: as tagged, and corrected. */
export interface CorrectedBalance {
  issue: string;
  /** Null where the tagger sees no side taken. */
  raw: number | null;
  /** Null where the audit can't tell: too few units (on the issue), some not decided yet, no variation at all, or no side left once corrected. */
  corrected: Estimate | null;
}

/**
 * Shares corrected for the tagger's errors: prediction-powered inference (Angelopoulos, Bates, Fannjiang, Jordan & Zrnic
 * 2023, Science 382, 669-674) for the estimating equation of a ratio, E[for - share (for + against)] = 0, over all units of
 * the period. The errors are averaged by stratum of the draw, each weighted by the units it stands for (Cochran 1977,
 * Sampling Techniques, ch. 5). Bounds are cut to 0 and 1.
 * @param gold the audit's coded units: all that were drawn, since the ones that nobody has decided are no random part of
 *   them; units without weight (drawn for being unsure) allow no estimate
 */
export function correctedBalances(
  audit: Pick<Audit, 'of' | 'tagged' | 'size'>,
  gold: readonly ReferencedUnit[],
): CorrectedBalance[] {
  return Object.entries(audit.tagged).map(([issue, counts]) => {
    const sides = counts.for + counts.against;
    const raw = sides === 0 ? null : counts.for / sides;
    const isWhole = gold.length === audit.size;
    return { issue, raw, corrected: isWhole ? corrected(issue, counts, audit.of, gold) : null };
  });
}

function corrected(
  issue: string,
  counts: Record<AuditCode, number>,
  population: number,
  gold: readonly ReferencedUnit[],
): Estimate | null {
  if (gold.length < fewestUnits || gold.some(({ weight }) => weight === null)) return null;
  const strata = byStratum(gold);
  const isOn = (unit: ReferencedUnit) => unit.issue === issue;
  const takesSide = ({ tagger, code }: ReferencedUnit) =>
    [tagger, code].some((each) => each === 'for' || each === 'against');
  if (gold.filter((unit) => isOn(unit) && takesSide(unit)).length < fewestSided) return null;
  const error = (unit: ReferencedUnit, code: AuditCode) =>
    isOn(unit) ? Number(unit.code === code) - Number(unit.tagger === code) : 0;
  const total = (code: 'for' | 'against') =>
    counts[code] / population + meanOver(strata, (unit) => error(unit, code), population);
  const [forSide, against] = [total('for'), total('against')];
  const sides = forSide + against;
  if (sides <= 0) return null;
  const share = forSide / sides;
  const ofError = (unit: ReferencedUnit) => error(unit, 'for') - share * (error(unit, 'for') + error(unit, 'against'));
  const tagged = counts.for * (1 - share) ** 2 + counts.against * share ** 2;
  const variance = tagged / population ** 2 + varianceOver(strata, ofError, population);
  // No error seen, and nobody on the other side: a sample of this size can't be so sure.
  if (variance === 0) return null;
  const margin = (z * Math.sqrt(variance)) / sides;
  return { value: clamp(share), low: clamp(share - margin), high: clamp(share + margin) };
}

/** Units by what the draw took them for: one of the statements on an issue, or none; all alike in a random draw. */
function byStratum(gold: readonly ReferencedUnit[]): ReferencedUnit[][] {
  const strata = new Map<string, ReferencedUnit[]>();
  const isRandom = new Set(gold.map(({ weight }) => weight)).size === 1;
  for (const unit of gold) {
    const stratum = isRandom ? '' : unit.tagger === 'none' ? 'none' : unit.issue;
    strata.set(stratum, [...(strata.get(stratum) ?? []), unit]);
  }
  return [...strata.values()];
}

const shareOf = (stratum: readonly ReferencedUnit[], population: number) =>
  (stratum.length * stratum[0]!.weight!) / population;

const meanOver = (strata: readonly ReferencedUnit[][], of: (unit: ReferencedUnit) => number, population: number) =>
  strata.reduce((sum, stratum) => sum + shareOf(stratum, population) * mean(stratum.map(of)), 0);

function varianceOver(
  strata: readonly ReferencedUnit[][],
  of: (unit: ReferencedUnit) => number,
  population: number,
): number {
  return strata.reduce((sum, stratum) => {
    const errors = stratum.map(of);
    const centre = mean(errors);
    const squares = errors.reduce((total, error) => total + (error - centre) ** 2, 0);
    const variance = errors.length < 2 ? 0 : squares / (errors.length - 1);
    return sum + (shareOf(stratum, population) ** 2 * variance) / errors.length;
  }, 0);
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const clamp = (share: number) => Math.max(0, Math.min(1, share));
