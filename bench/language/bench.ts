import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSentences } from '../../shared/language/1-sentences.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { DOCTORS, readCodebook } from '../stance/read-codebook.ts';
import { runBundled } from './bundle.ts';
import { benchLoad } from './load.ts';
import type { Speed, SpeedRequest, Untagged } from './speed.ts';

interface Gold extends Untagged {
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
  const request: SpeedRequest = {
    articles: golds.map(({ text, title, published }) => ({ text, title, published })),
    codebook: readCodebook(DOCTORS),
    peers: join(import.meta.dirname, '../package.json'),
  };
  const { articlesPerSecond, hundredfold } = await runBundled<Speed>('speed.ts', 'measureSpeed', request);
  const { allPasses, withoutTone, wink, compromise } = articlesPerSecond;
  const timesAsFast = { compromise: withoutTone / compromise, wink: withoutTone / wink };
  const lines = [
    ['picketline, all passes', allPasses],
    ['picketline, without tone', withoutTone],
    ['wink-nlp (sentences, tags, names, sentiment)', wink],
    ['compromise (sentences, tags)', compromise],
  ] as const;
  for (const [name, speed] of lines)
    console.log(`${name.padEnd(46)} ${speed.toFixed(0).padStart(6)} articles of 500 words a second`);
  console.log(
    `without tone ${timesAsFast.compromise.toFixed(2)} times as fast as compromise, ${timesAsFast.wink.toFixed(2)} as wink-nlp`,
  );
  console.log(`100 times the text takes ${hundredfold.toFixed(1)} times as long`);
  const sentences = boundaryF1(golds);
  console.log(`sentences: F1 ${(100 * sentences).toFixed(2)} (both ends exact)`);
  return { sentences, loadTimesAsFast, timesAsFast, speedKept: 100 / hundredfold };
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
