import { type AuditCode, auditCodes } from './audit-code.ts';
import type { Estimate } from './bootstrap.ts';
import type { ReferencedUnit } from './corrected-balance.ts';
import type { Audit } from './stored-audit.ts';

/** Coded units that people must have found for, and against, on an issue before the tagger's errors are known at all. */
const fewestTrue = 5;
/** Units tagged with a side that a step needs before its share says anything. */
const fewestSided = 5;

/** Lengths that a step may have. */
export const correctedIntervals = ['day', 'week', 'month'] as const;

/** How the shares of steps are corrected, to be said beside them. */
export const seriesCorrectionMethod =
  'Matrix method (Barron 1977, Biometrics 33, 414-418; as Hopkins & King 2010, American Journal of Political Science 54, 229-247): how the tagger takes each true code is measured on the whole coded sample and supposed the same in all steps; 95 % percentile interval of a stratified bootstrap of sample and steps';

/** What the tagger says of the units of a stretch of days, by issue. */
export interface TaggedStep {
  /** First and last day. */
  from: string;
  to: string;
  tagged: Audit['tagged'];
}

/** Of the statements on an issue in a step that take a side, the share that is for: as tagged, and corrected. */
export interface CorrectedStep {
  issue: string;
  from: string;
  to: string;
  /** Units that the tagger takes for statements for and against. */
  for: number;
  against: number;
  /** Null where the tagger sees no side taken. */
  raw: number | null;
  /** Null where the sample or the step is too small to tell. */
  corrected: Estimate | null;
}

/** What counts for a share: the two sides, and all else. */
const classes = ['for', 'against', 'other'] as const;
type Class = (typeof classes)[number];
const classOf = (code: AuditCode): Class => (code === 'for' || code === 'against' ? code : 'other');
type Triple = [number, number, number];
const asTriple = (counts: Record<AuditCode, number>): Triple => [
  counts.for,
  counts.against,
  counts.neutral + counts.none,
];
/** By class of the tagger's answer (rows) and of the truth (columns), in the order of `classes`. */
type Table = [Triple, Triple, Triple];
/** Coded units by the tagger's very answer, each by what they truly are: a draw may take more of one answer than of another. */
type Coded = Record<AuditCode, Triple>;

const rounds = 500;
/** Below so much of the bootstrap's rounds that can be solved, a sample tells nothing. */
const fewestSolved = 0.9;
/** A tagger whose answers differ less by the truth can't be corrected. */
const leastDeterminant = 1e-9;

/**
 * Shares for by step, corrected for the tagger's errors. How often people take which side may change from step to step
 * at will, and with it how often the tagger's answer is right; what is supposed the same in all steps is how the tagger
 * takes a statement that truly is for, against or none.
 * @param tagged what the tagger says of all units of the draw, by issue
 * @param gold all coded units of the draw; see `correctedBalances`
 * @param random in [0, 1): the same sequence gives the same intervals
 */
export function correctedSeries(
  { size, tagged }: Pick<Audit, 'size' | 'tagged'>,
  steps: readonly TaggedStep[],
  gold: readonly ReferencedUnit[],
  random: () => number,
): CorrectedStep[] {
  const isUsable = gold.length === size && gold.every(({ weight }) => weight !== null);
  return Object.entries(tagged).flatMap(([issue, counts]) => {
    const coded = codedByAnswer(gold.filter((unit) => unit.issue === issue));
    const found = (side: 0 | 1) => auditCodes.reduce((sum, answer) => sum + coded[answer][side], 0);
    const isKnown = isUsable && found(0) >= fewestTrue && found(1) >= fewestTrue;
    const measured = rates(coded, counts);
    const samples = isKnown ? Array.from({ length: rounds }, () => rates(codedAnew(coded, random), counts)) : [];
    return steps.map(({ from, to, tagged: ofStep }): CorrectedStep => {
      const answers = asTriple(ofStep[issue] ?? { for: 0, against: 0, neutral: 0, none: 0 });
      const sides = answers[0] + answers[1];
      return {
        ...{ issue, from, to, for: answers[0], against: answers[1], raw: sides === 0 ? null : answers[0] / sides },
        corrected: isKnown && sides >= fewestSided ? corrected(answers, measured, samples, random) : null,
      };
    });
  });
}

function corrected(answers: Triple, measured: Table, samples: readonly Table[], random: () => number): Estimate | null {
  const truths = truthsOf(answers, measured);
  if (truths === null) return null;
  const value = shareFor(truths);
  const shares = samples
    .map((sample) => truthsOf(answersTo(truths, measured, random), sample))
    .map((solved) => solved && shareFor(solved))
    .filter((share) => share !== null);
  if (value === null || shares.length < fewestSolved * samples.length) return null;
  shares.sort((a, b) => a - b);
  const at = (part: number) => shares[Math.min(shares.length - 1, Math.floor(part * shares.length))]!;
  const [low, high] = [at(0.025), at(0.975)];
  return low === high ? null : { value, low, high };
}

function codedByAnswer(gold: readonly ReferencedUnit[]): Coded {
  const coded: Coded = { for: [0, 0, 0], against: [0, 0, 0], neutral: [0, 0, 0], none: [0, 0, 0] };
  for (const { tagger, code } of gold) coded[tagger][classes.indexOf(classOf(code))]! += 1;
  return coded;
}

/** The sample drawn anew with replacement, answer by answer. */
const codedAnew = (coded: Coded, random: () => number): Coded => ({
  for: resampled(coded.for, random),
  against: resampled(coded.against, random),
  neutral: resampled(coded.neutral, random),
  none: resampled(coded.none, random),
});

/**
 * How the tagger answers to what is true, each column adding up to one. The coded units of an answer stand for all units
 * answered so.
 */
function rates(coded: Coded, counts: Record<AuditCode, number>): Table {
  const table: Table = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const answer of auditCodes) {
    const size = total(coded[answer]);
    if (size === 0) continue;
    const row = table[classes.indexOf(classOf(answer))]!;
    for (const [truth, count] of coded[answer].entries()) row[truth]! += (count * counts[answer]) / size;
  }
  const sums = classes.map((_, truth) => table.reduce((sum, row) => sum + row[truth]!, 0));
  return table.map((row) => row.map((count, truth) => (sums[truth] === 0 ? 0 : count / sums[truth]!))) as Table;
}

/** The true counts that solve `answers = measured x truths` by Cramer's rule, none below zero; null where nothing does. */
function truthsOf(answers: Triple, measured: Table): Triple | null {
  const whole = determinant(measured);
  if (Math.abs(whole) < leastDeterminant) return null;
  return classes.map((_, truth) => {
    const replaced = measured.map((row, answer) => row.with(truth, answers[answer]!)) as Table;
    return Math.max(0, determinant(replaced) / whole);
  }) as Triple;
}

const shareFor = ([forSide, against]: Triple): number | null =>
  forSide + against === 0 ? null : forSide / (forSide + against);

const determinant = ([[a, b, c], [d, e, f], [g, h, i]]: Table): number =>
  a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);

/** As many units drawn anew with replacement. */
const resampled = (counts: Triple, random: () => number): Triple => drawn(total(counts), counts, random);

const total = ([forSide, against, other]: Triple): number => forSide + against + other;

/** What the tagger would answer to a step's true counts. */
function answersTo(truths: Triple, measured: Table, random: () => number): Triple {
  const answers: Triple = [0, 0, 0];
  for (const [truth, units] of truths.entries()) {
    const column = measured.map((row) => row[truth]!) as Triple;
    for (const [answer, count] of drawn(Math.round(units), column, random).entries()) answers[answer]! += count;
  }
  return answers;
}

function drawn(size: number, odds: Triple, random: () => number): Triple {
  const first = binomial(size, odds[0] / total(odds), random);
  const second = binomial(size - first, odds[1] / (odds[1] + odds[2] || 1), random);
  return [first, second, size - first - second];
}

/** Successes in so many trials, by the waiting times between them (Devroye 1986, ch. X.4.2): takes as long as they are many. */
function binomial(trials: number, chance: number, random: () => number): number {
  if (chance > 0.5) return trials - binomial(trials, 1 - chance, random);
  // Also where no chance is known: odds of which none is above zero.
  if (!(chance > 0)) return 0;
  let successes = -1;
  for (let at = 0; at <= trials; successes += 1) at += 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-chance));
  return successes;
}
