import { writeFileSync } from 'node:fs';
import { STANCES } from '../../shared/language/4-statements/stance-features.ts';
import { quantisedFile } from '../../shared/language/quantised-weights.ts';
import { writeWeightsFile } from '../../shared/language/weights-file.ts';
import { type Article, readArticles } from './examples.ts';
import { type Judged, judge, learn } from './learn.ts';
import { readLessons } from './lessons.ts';

/**
 * Learns the statement models from the four dev sets and the lessons, and writes `shared/language/model/statements.bin`.
 *   npx tsx bench/stance/train.ts [FOLDER WITH THE BENCHMARKS' DATA]
 */
const data = process.argv[2] ?? '../shared/bench';
/** Of a statement with its stance. By `folds.ts` the lowest at which 91 % of the stances told of a dispute with lessons are right, a point of strict F1 below the best. */
const THRESHOLD = 0.37;
const FOLDS = 5;

const articles = readArticles(data);
const lessons = readLessons();
const weights = learn([...articles, ...lessons]);
const calibration = calibrate(outOfFold());
const settle = Array.from(weights.settle, (weight) => Number(weight.toFixed(4)));
const stances = Object.fromEntries(STANCES.map((name, at) => [name, weights.stance[at]!]));
const stored = quantisedFile({ settle, threshold: THRESHOLD, calibration }, { relation: weights.relation, ...stances });
const bytes = writeWeightsFile(stored);
writeFileSync(new URL('../../shared/language/model/statements.bin', import.meta.url), bytes);
console.log(`${(bytes.length / 1e3).toFixed(0)} kB`);

/** Judgements of each article by models that didn't see it. */
function outOfFold(): { article: Article; judged: Judged[] }[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const test = articles.filter((_, i) => i % FOLDS === fold);
    const held = learn([...articles.filter((a) => !test.includes(a)), ...lessons]);
    return test.map((article) => ({ article, judged: judge(article, held) }));
  }).flat();
}

/** Fits slope and offset of the confidence to what turned out right (Platt 1999), by Newton's gradient steps. */
function calibrate(results: { article: Article; judged: Judged[] }[]): { slope: number; offset: number } {
  const points = results.flatMap(({ article, judged }) =>
    judged
      .filter((j) => j.relation * j.stanceChance >= THRESHOLD)
      .map(({ example, relation, stance, stanceChance }) => {
        const chance = Math.max(1e-6, Math.min(1 - 1e-6, relation * stanceChance));
        const right =
          article.gold.get(`${example.sentence} ${example.actor} ${example.issue}`) === STANCES[stance] ? 1 : 0;
        return { odds: Math.log(chance / (1 - chance)), right };
      }),
  );
  let slope = 1;
  let offset = 0;
  for (let step = 0; step < 4000; step++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { odds, right } of points) {
      const error = 1 / (1 + Math.exp(-(slope * odds + offset))) - right;
      bySlope += error * odds;
      byOffset += error;
    }
    slope -= (0.5 * bySlope) / points.length;
    offset -= (0.5 * byOffset) / points.length;
  }
  report(points, slope, offset);
  return { slope: Number(slope.toFixed(4)), offset: Number(offset.toFixed(4)) };
}

/** Reliability table and expected calibration error (Guo et al. 2017), out of fold. */
function report(points: { odds: number; right: number }[], slope: number, offset: number): void {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, sum: 0, right: 0 }));
  for (const { odds, right } of points) {
    const confidence = 1 / (1 + Math.exp(-(slope * odds + offset)));
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]!;
    bin.n++;
    bin.sum += confidence;
    bin.right += right;
  }
  let error = 0;
  for (const [i, { n, sum, right }] of bins.entries()) {
    if (n === 0) continue;
    error += Math.abs(sum - right) / points.length;
    console.log(
      `confidence ${(i / 10).toFixed(1)}-${((i + 1) / 10).toFixed(1)}: ${n} statements, mean ${(sum / n).toFixed(2)}, right ${(right / n).toFixed(2)} (${right})`,
    );
  }
  console.log(`expected calibration error ${(100 * error).toFixed(1)} %`);
}
