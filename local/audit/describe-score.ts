import type { Estimate } from '../../shared/reliability/bootstrap.ts';
import { type CorrectedBalance, correctionMethod } from '../../shared/reliability/corrected-balance.ts';
import { type CorrectedStep, seriesCorrectionMethod } from '../../shared/reliability/corrected-series.ts';
import type { AuditScore, TaggerScore } from '../../shared/reliability/score-audit.ts';

/** A figure to three decimals. */
export const figure = (value: number | null): string => (value === null ? 'undefined' : value.toFixed(3));
const withInterval = (estimate: Estimate | null) =>
  estimate === null
    ? 'undefined'
    : `${figure(estimate.value)} (95 %: ${figure(estimate.low)} to ${figure(estimate.high)})`;

/** Agreement and the tagger's accuracy, as lines for a terminal. */
export function describeScore({ units, alpha, alphaWithTagger, kappas, tagger, disagreements }: AuditScore): string {
  return [
    `${units} units; Krippendorff's alpha of the coders ${withInterval(alpha)}, with the tagger ${withInterval(alphaWithTagger)}`,
    ...kappas.map(
      ({ coders, kappa, units: common }) => `  kappa ${coders.join(', ')}: ${figure(kappa)} (${common} units)`,
    ),
    `tagger against ${tagger.units} units that are agreed on or adjudicated: kappa ${figure(tagger.kappa)}`,
    ...describeTagger(tagger),
    ...(disagreements.length > 0 ? [`to adjudicate: ${disagreements.join(' ')}`] : []),
  ].join('\n');
}

/** What the tagger gets right and wrong, as lines for a terminal. */
export function describeTagger(tagger: TaggerScore): string[] {
  const { values, counts } = tagger.confusion;
  return [
    ...tagger.scores.map(
      ({ value, precision, recall, f1, support }) =>
        `  ${value}: precision ${figure(precision)}, recall ${figure(recall)}, F1 ${figure(f1)} (${support})`,
    ),
    ...Object.entries(tagger.f1ByIssue).map(([issue, f1]) => `  ${issue}: F1 ${figure(f1)}`),
    `  people (down) and tagger (across): ${values.join(', ')}`,
    ...values.map((value, index) => `    ${value}: ${counts[index]!.join(', ')}`),
  ];
}

/** Shares of the whole period, raw and corrected; no lines for draws that did not keep what they are corrected from. */
export function describeBalances(balances: CorrectedBalance[] | null): string[] {
  if (balances === null) return [];
  return [
    'share for, of the statements that take a side: as tagged, and corrected by this sample',
    ...balances.map(({ issue, raw, corrected }) => `  ${issue}: ${figure(raw)}, ${orUntold(corrected)}`),
    `  ${correctionMethod}`,
  ];
}

/** Shares by step, raw and corrected. */
export function describeSteps(steps: readonly CorrectedStep[]): string {
  return [
    'share for, of the statements that take a side: as tagged (for, against), and corrected by this sample',
    ...steps
      .filter(({ raw }) => raw !== null)
      .map(({ issue, from, to, raw, corrected, ...step }) => {
        const tagged = `${figure(raw)} (${step.for}, ${step.against})`;
        return `  ${from} to ${to} ${issue}: ${tagged}, ${orUntold(corrected)}`;
      }),
    `  ${seriesCorrectionMethod}`,
  ].join('\n');
}

const orUntold = (corrected: Estimate | null) =>
  corrected === null ? 'the sample can’t tell' : withInterval(corrected);
