import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { findSentences } from '../../shared/language/1-sentences.ts';
import { findMentions } from '../../shared/language/2-actors.ts';
import { findAttributions } from '../../shared/language/3-attribution.ts';
import { findStatements } from '../../shared/language/4-statements.ts';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { DOCTORS, readCodebook } from '../stance/read-codebook.ts';
import { benchLoad } from './load.ts';

interface Gold {
  text: string;
  title: string;
  published: string;
  sentences: [number, number][];
}

/** What `benchLanguage` measures; floors.json pins the ratios. */
export interface LanguageScore {
  /** F1 of sentences, both ends exact. */
  sentences: number;
  /** The passes without tone in articles a second, over that of the named system. */
  timesAsFast: { compromise: number; wink: number };
  /** The speed at a hundred times the text, over that at the text; 100/110 where that takes 110 times as long. */
  speedKept: number;
  /** How many times as fast as wink-nlp modules, lexicons and weights load. */
  loadTimesAsFast: number;
}

const ROUNDS = 8;
const WARM = 2;
const WORDS = 500;
const LONGER = 100;
const FILES = ['dev-jd', 'dev-jd-2', 'dev-harbour', 'dev-tram'];

/**
 * Sentence boundaries against the stance dev sets, load, and speed beside wink-nlp and compromise, interleaved in one process.
 * @param data the folder with the benchmarks' data
 */
export async function benchLanguage(data = '../shared/bench'): Promise<LanguageScore> {
  const golds = FILES.flatMap((file) =>
    readFileSync(`${data}/stance/${file}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Gold),
  );
  const loadTimesAsFast = await benchLoad();
  const score = { sentences: boundaryF1(golds), loadTimesAsFast, ...(await speed(golds)) };
  console.log(`sentences: F1 ${(100 * score.sentences).toFixed(2)} (both ends exact)`);
  return score;
}

function boundaryF1(golds: readonly Gold[]): number {
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

/** Processor time in seconds, so that a busy machine tells no lies. */
function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The least of some rounds after the warm-up, of each of several pieces of work in turn. */
function interleaved(works: Record<string, () => void>): Map<string, number> {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, work] of Object.entries(works)) {
      const seconds = secondsOf(work);
      if (round >= WARM) best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, seconds));
    }
  return best;
}

async function speed(golds: readonly Gold[]): Promise<Pick<LanguageScore, 'timesAsFast' | 'speedKept'>> {
  const codebook = readCodebook(DOCTORS);
  const require = createRequire(new URL('../package.json', import.meta.url));
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner', 'sentiment']);
  const compromise = require('compromise');
  const systems: Record<string, (gold: Gold) => unknown> = {
    'picketline, all passes': ({ title, text, published }) =>
      tagArticle({ title, text, publishedAt: published }, codebook),
    'picketline, without tone': (gold) => withoutTone(gold, codebook),
    'wink-nlp (sentences, tags, names, sentiment)': ({ text }) => nlp.readDoc(text).sentences().out(nlp.its.sentiment),
    'compromise (sentences, tags)': ({ text }) => compromise(text).json(),
  };
  const works = Object.entries(systems).map(([name, run]) => {
    const all = () => {
      for (const gold of golds) run(gold);
    };
    return [name, all] as const;
  });
  const best = interleaved(Object.fromEntries(works));
  const articles = golds.reduce((words, { text }) => words + text.split(/\s+/).length, 0) / WORDS;
  for (const [name, seconds] of best)
    console.log(
      `${name.padEnd(46)} ${(articles / seconds).toFixed(0).padStart(6)} articles of ${WORDS} words a second`,
    );
  const [, own, wink, other] = [...best.values()] as [number, number, number, number];
  const timesAsFast = { compromise: other / own, wink: wink / own };
  console.log(
    `without tone ${timesAsFast.compromise.toFixed(2)} times as fast as compromise, ${timesAsFast.wink.toFixed(2)} as wink-nlp`,
  );
  return { timesAsFast, speedKept: speedKept(golds[0]!, codebook) };
}

/** The passes but the learned tone. */
function withoutTone({ title, text, published }: Gold, codebook: Codebook): unknown {
  const view = viewText(text);
  const mentions = findMentions(view.tokens, view.pass, codebook, published.slice(0, 10), tokenize(title));
  const context = { ...view, article: { title, text, publishedAt: published }, codebook, mentions };
  return findStatements(context, findAttributions(context));
}

/** One article as often as its text is repeated in another. */
function speedKept(gold: Gold, codebook: Codebook): number {
  const long = { ...gold, text: Array.from({ length: LONGER }, () => gold.text).join('\n\n') };
  const best = interleaved({
    often: () => {
      for (let n = 0; n < LONGER; n++) withoutTone(gold, codebook);
    },
    long: () => withoutTone(long, codebook),
  });
  const ratio = (LONGER * best.get('long')!) / best.get('often')!;
  console.log(`${LONGER} times the text takes ${ratio.toFixed(1)} times as long`);
  return LONGER / ratio;
}
