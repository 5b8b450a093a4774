import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { findSentences } from '../../shared/language/1-sentences.ts';
import { findMentions } from '../../shared/language/2-actors.ts';
import { findAttributions } from '../../shared/language/3-attribution.ts';
import { findStatements } from '../../shared/language/4-statements.ts';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { readCodebook } from '../stance/predict.ts';

/**
 * Sentence boundaries against the stance dev sets, and speed beside wink-nlp and compromise, interleaved in one process.
 *   npx tsx bench/language/measure.ts [FOLDER WITH THE BENCHMARKS' DATA]
 */
interface Gold {
  text: string;
  title: string;
  published: string;
  sentences: [number, number][];
}

const data = process.argv[2] ?? '../shared/bench';
const ROUNDS = 6;
const WARM = 2;
const WORDS = 500;
const files = ['dev-jd', 'dev-jd-2', 'dev-harbour', 'dev-tram'];
const golds = files.flatMap((file) =>
  readFileSync(`${data}/stance/${file}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Gold),
);

console.log(`sentences: F1 ${(100 * boundaryF1()).toFixed(2)} (both ends exact)`);
await speed();

function boundaryF1(): number {
  let hits = 0;
  let all = 0;
  for (const { text, sentences } of golds) {
    const gold = new Set(sentences.map(String));
    const found = findSentences(text, tokenize(text)).sentences.map(({ start, end }) => `${start},${end}`);
    hits += found.filter((span) => gold.has(span)).length;
    all += found.length + gold.size;
  }
  return (2 * hits) / all;
}

/** Processor time, so that a busy machine tells no lies; the best of the rounds after the warm-up. */
async function speed(): Promise<void> {
  const codebook = await readCodebook(new URL('../../codebooks/junior-doctors-2016.yaml', import.meta.url));
  const require = createRequire(new URL('../package.json', import.meta.url));
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner', 'sentiment']);
  const compromise = require('compromise');
  const systems: Record<string, (gold: Gold) => unknown> = {
    'picketline, all passes': ({ title, text, published }) =>
      tagArticle({ title, text, publishedAt: published }, codebook),
    'picketline, without tone': ({ title, text, published }) => {
      const view = viewText(text);
      const mentions = findMentions(view.tokens, view.pass, codebook, published.slice(0, 10), tokenize(title));
      const context = { ...view, article: { title, text, publishedAt: published }, codebook, mentions };
      return findStatements(context, findAttributions(context));
    },
    'wink-nlp (sentences, tags, names, sentiment)': ({ text }) => nlp.readDoc(text).sentences().out(nlp.its.sentiment),
    'compromise (sentences, tags)': ({ text }) => compromise(text).json(),
  };
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, run] of Object.entries(systems)) {
      const before = process.cpuUsage();
      for (const gold of golds) run(gold);
      const { user, system } = process.cpuUsage(before);
      if (round >= WARM) best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / 1e6));
    }
  const articles = golds.reduce((words, { text }) => words + text.split(/\s+/).length, 0) / WORDS;
  for (const [name, seconds] of best)
    console.log(
      `${name.padEnd(46)} ${(articles / seconds).toFixed(0).padStart(6)} articles of ${WORDS} words a second`,
    );
}
