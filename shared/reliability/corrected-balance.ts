import type { AuditCode } from './audit-code.ts';
import type { Estimate } from './bootstrap.ts';
import type { Audit, GoldUnit } from './stored-audit.ts';

/** Normal quantile that leaves 2.5 % on either side. */
const z = 1.959963984540054;
/** Below so many units the normal approximation says nothing. */
const fewestUnits = 10;

/** Of the statements on an issue that take a side, the share that is for: as tagged, and corrected. */
export interface CorrectedBalance {
  issue: string;
  /** Null where the tagger sees no side taken. */
  raw: number | null;
  /** Null where the audit can't tell: too few units, some not decided yet, or no side left once corrected. */
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
  gold: readonly GoldUnit[],
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
  gold: readonly GoldUnit[],
): Estimate | null {
  if (gold.length < fewestUnits || gold.some(({ weight }) => weight === null)) return null;
  const strata = byStratum(gold);
  const isOn = (unit: GoldUnit) => unit.issue === issue;
  const error = (unit: GoldUnit, code: AuditCode) =>
    isOn(unit) ? Number(unit.code === code) - Number(unit.tagger === code) : 0;
  const total = (code: 'for' | 'against') =>
    counts[code] / population + meanOver(strata, (unit) => error(unit, code), population);
  const [forSide, against] = [total('for'), total('against')];
  const sides = forSide + against;
  if (sides <= 0) return null;
  const share = forSide / sides;
  const ofError = (unit: GoldUnit) => error(unit, 'for') - share * (error(unit, 'for') + error(unit, 'against'));
  const tagged = counts.for * (1 - share) ** 2 + counts.against * share ** 2;
  const variance = tagged / population ** 2 + varianceOver(strata, ofError, population);
  const margin = (z * Math.sqrt(variance)) / sides;
  return { value: clamp(share), low: clamp(share - margin), high: clamp(share + margin) };
}

/** Units by what the draw took them for: one of the statements on an issue, or none; all alike in a random draw. */
function byStratum(gold: readonly GoldUnit[]): GoldUnit[][] {
  const strata = new Map<string, GoldUnit[]>();
  const isRandom = new Set(gold.map(({ weight }) => weight)).size === 1;
  for (const unit of gold) {
    const stratum = isRandom ? '' : unit.tagger === 'none' ? 'none' : unit.issue;
    strata.set(stratum, [...(strata.get(stratum) ?? []), unit]);
  }
  return [...strata.values()];
}

const shareOf = (stratum: readonly GoldUnit[], population: number) =>
  (stratum.length * stratum[0]!.weight!) / population;

const meanOver = (strata: readonly GoldUnit[][], of: (unit: GoldUnit) => number, population: number) =>
  strata.reduce((sum, stratum) => sum + shareOf(stratum, population) * mean(stratum.map(of)), 0);

function varianceOver(strata: readonly GoldUnit[][], of: (unit: GoldUnit) => number, population: number): number {
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
