import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STANCES } from '../../shared/language/4-statements/stance-features.ts';
import { type Article, codebookPath, readArticles, readSet, SETS } from './examples.ts';
import { DEFAULTS, type Judged, judge, learn, type StatementWeights } from './learn.ts';
import { readLessons } from './lessons.ts';
import { readCodebook } from './read-codebook.ts';

/**
 * How well statements are found in articles (10 folds over the junior doctors' sets) and disputes (each left out in turn)
 * that the models never saw; those disputes also with all actors renamed, so that no name tells a side.
 *   npx tsx bench/stance/folds.ts [FOLDER WITH THE BENCHMARKS' DATA]
 */
const data = process.argv[2] ?? '../shared/bench';
const FOLDS = 10;
const pc = (x: number) => (100 * x).toFixed(1);

interface Result {
  article: Article;
  judged: Judged[];
}

const articles = readArticles(data);
const lessons = readLessons();
const doctors = articles.filter((a) => a.dispute === 'junior-doctors');
console.log(
  `${articles.length} articles, ${articles.reduce((n, a) => n + a.examples.length, 0)} examples, ${articles.reduce((n, a) => n + a.gold.size, 0)} statements`,
);
const folded = tenFolds();
report('10 folds, junior doctors', folded);
const left = ['junior-doctors', 'harbour', 'tram'].map((dispute) => leaveOut(dispute));

/** Every fold learns from the lessons, the other articles of the dispute and from the other disputes. */
function tenFolds(): Result[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const test = doctors.filter((_, i) => i % FOLDS === fold);
    const weights = learn([...articles.filter((a) => !test.includes(a)), ...lessons], DEFAULTS);
    return test.map((article) => ({ article, judged: judge(article, weights) }));
  }).flat();
}

/** Nothing of the dispute is learned from, its own lessons included. */
function leaveOut(dispute: string): number {
  const weights = learn(
    [...articles, ...lessons].filter((a) => a.dispute !== dispute),
    DEFAULTS,
  );
  const judged = judgeAll(
    articles.filter((a) => a.dispute === dispute),
    weights,
  );
  const best = report(`left out: ${dispute}`, judged);
  report(`left out, actors renamed: ${dispute}`, judgeAll(renamed(dispute), weights));
  return best;
}

function judgeAll(of: Article[], weights: StatementWeights): Result[] {
  return of.map((article) => ({ article, judged: judge(article, weights) }));
}

/** The articles of a dispute with meaningless names in place of all actors, in the texts and in the codebook. */
function renamed(dispute: string): Article[] {
  const folder = mkdtempSync(join(tmpdir(), 'picketline-renamed-'));
  const [codebookFile, out, outCodebook] = ['codebook.json', 'out.jsonl', 'out-codebook.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  try {
    return SETS.filter(([of]) => of === dispute).flatMap(([, file, name]) => {
      const gold = `${data}/stance/${file}.jsonl`;
      writeFileSync(codebookFile, JSON.stringify(readCodebook(codebookPath(data, name))));
      execFileSync(process.execPath, [`${data}/stance/anonymise.mjs`, gold, codebookFile, out, outCodebook]);
      return readSet(dispute, out, readCodebook(outCodebook));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(name: string, results: Result[]): number {
  let best = 0;
  const row = (threshold: number) => {
    const score = scoreAt(results, threshold);
    best = Math.max(best, score.strict);
    return `${threshold.toFixed(2)}: strict ${pc(score.strict)} unsigned ${pc(score.unsigned)} (P ${pc(score.precision)} R ${pc(score.recall)}) stance ${pc(score.stance)} grain ${pc(score.grain)} (${score.grainFound})`;
  };
  console.log(
    `${name}\n  ${[0.24, 0.27, 0.3, 0.33, 0.35, 0.37, 0.4].map(row).join('\n  ')}\n  precision at recall 35: ${pc(precisionAt(results, 0.35))}`,
  );
  return best;
}

function scoreAt(results: Result[], threshold: number) {
  let golds = 0;
  let predicted = 0;
  let found = 0;
  let right = 0;
  let grainFound = 0;
  let grainRight = 0;
  const usual = usualStances(results);
  for (const { article, judged } of results) {
    golds += article.gold.size;
    const kept = judged.filter((j) => j.relation * j.stanceChance >= threshold);
    predicted += kept.length;
    for (const { example, stance } of kept) {
      const gold = article.gold.get(`${example.sentence} ${example.actor} ${example.issue}`);
      if (gold === undefined) continue;
      found++;
      const same = gold === STANCES[stance];
      if (same) right++;
      if (gold === 'neutral' || usual(example.actor, example.issue) !== gold) {
        grainFound++;
        if (same) grainRight++;
      }
    }
  }
  const f = (hits: number) => (2 * hits) / (golds + predicted);
  return {
    strict: f(right),
    unsigned: f(found),
    precision: found / predicted,
    recall: found / golds,
    stance: right / found,
    grain: grainRight / grainFound,
    grainFound,
  };
}

function usualStances(results: Result[]): (actor: string, issue: string) => string {
  const counts = new Map<string, Map<string, number>>();
  for (const { article } of results)
    for (const [key, stance] of article.gold) {
      const [, actor, issue] = key.split(' ');
      const row = counts.get(`${actor} ${issue}`) ?? new Map();
      row.set(stance, (row.get(stance) ?? 0) + 1);
      counts.set(`${actor} ${issue}`, row);
    }
  return (actor, issue) => [...(counts.get(`${actor} ${issue}`) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

/** Precision where the surest statements first reach a recall. */
function precisionAt(results: Result[], recall: number): number {
  const golds = results.reduce((n, r) => n + r.article.gold.size, 0);
  const all = results.flatMap(({ article, judged }) =>
    judged.map((j) => ({
      confidence: j.relation * j.stanceChance,
      right: article.gold.get(`${j.example.sentence} ${j.example.actor} ${j.example.issue}`) === STANCES[j.stance],
    })),
  );
  all.sort((a, b) => b.confidence - a.confidence);
  let hits = 0;
  for (const [i, { right }] of all.entries()) {
    if (right) hits++;
    if (hits >= recall * golds) return hits / (i + 1);
  }
  return 0;
}

console.log(`mean of the disputes left out, best thresholds: ${pc(left.reduce((a, b) => a + b, 0) / left.length)}`);
