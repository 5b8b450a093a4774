import { toneText } from '../report/digest-report.ts';
import type { MentionRow } from '../store/rows.ts';
import { median, robustSpread } from '../trend/median.ts';
import { type Evidence, type Finding, oneIn } from './alert.ts';
import { deviationChance, surpriseOf } from './chance.ts';
import { type AlertMaterial, fewestWeeks } from './material.ts';

/** Articles below which a tone of a day says nothing, and below which a baseline doesn't. */
const fewestNow = 3;
const fewestBefore = 8;
/** Least spread of a baseline, so that weeks of equal tones don't make a trifle a miracle. */
const leastSpread = 0.1;
/** Standard error of a median over that of a mean (asymptotic, normal): the square root of pi / 2. */
const medianError = Math.sqrt(Math.PI / 2);
const sentencesShown = 3;

/**
 * The median tone towards each actor in articles of the last 24 hours against that of the same hours of past weeks, or of
 * all their days where those hold too few articles, in robust standard errors (median and scaled median absolute
 * deviation: Rousseeuw and Croux, JASA 88, 1993).
 */
export function toneRule({ codebook, windows, points }: AlertMaterial): Finding[] {
  return codebook.actors.flatMap(({ id, name }) => {
    const [current = [], ...past] = windows.get(id) ?? [];
    const tones = current.flatMap(articleTone);
    const baseline = baselineOf(past, points.get(id));
    if (tones.length < fewestNow || !baseline || past.length < fewestWeeks) return [];
    const value = median(tones)!;
    const usual = median(baseline.tones)!;
    const spread = Math.max(leastSpread, robustSpread(baseline.tones)!);
    const error = spread * medianError * Math.sqrt(1 / tones.length + 1 / baseline.tones.length);
    const surprise = surpriseOf(deviationChance((value - usual) / error, baseline.tones.length - 1));
    return [
      {
        rule: 'tone',
        subject: id,
        surprise,
        what: `Tone towards ${name} ${toneText(value)} in ${tones.length} articles of the last 24 hours`,
        against: `usually ${toneText(usual)} (median of ${baseline.tones.length} ${baseline.of}); ${oneIn(surprise)}`,
        evidence: strongest(current, Math.sign(value - usual)),
        restsOn: { outlets: [...new Set(past.flat().map(({ outlet }) => outlet))] },
      },
    ];
  });
}

const articleTone = ({ tones }: MentionRow): number[] =>
  tones.length === 0 ? [] : [tones.reduce((sum, { score }) => sum + score, 0) / tones.length];

function baselineOf(
  past: MentionRow[][],
  points: AlertMaterial['points'] extends Map<string, infer P> ? P | undefined : never,
) {
  const sameHours = past.flat().flatMap(articleTone);
  if (sameHours.length >= fewestBefore)
    return { tones: sameHours, of: `articles of the same hours of the last ${past.length} weeks` };
  const days = [...(points ?? new Map()).values()].flatMap(({ tone }) =>
    tone.all.mean === null ? [] : [tone.all.mean],
  );
  return days.length >= fewestBefore ? { tones: days, of: 'days of the last weeks' } : null;
}

/** The sentences that pull the tone the way it went, one a text; each as a row that holds only that tone. */
function strongest(rows: MentionRow[], direction: number): Evidence[] {
  const seen = new Set<string>();
  return rows
    .flatMap((row) => row.tones.map((tone) => ({ row: { ...row, tones: [tone] }, pull: tone.score * direction })))
    .filter(({ pull }) => pull > 0)
    .sort((a, b) => b.pull - a.pull)
    .filter(({ row }) => !seen.has(row.clusterId) && seen.add(row.clusterId))
    .slice(0, sentencesShown)
    .map(({ row }) => ({ kind: 'tone', row }));
}
