import { createRequire } from 'node:module';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { findMentions } from '../../shared/language/2-actors.ts';
import { findAttributions } from '../../shared/language/3-attribution.ts';
import { findStatements } from '../../shared/language/4-statements.ts';
import { tagArticle } from '../../shared/language/tag-article.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { tokenize } from '../../shared/language/tokens.ts';

/** What of a gold article is tagged. */
export interface Untagged {
  text: string;
  title: string;
  published: string;
}

/** What the clock is put on. */
export interface SpeedRequest {
  articles: Untagged[];
  codebook: Codebook;
  /** Path of the `package.json` whose packages hold the peers. */
  peers: string;
}

export interface Speed {
  /** Articles of 500 words a second, by system. */
  articlesPerSecond: { allPasses: number; withoutTone: number; wink: number; compromise: number };
  /** How many times as long a hundred times the text takes. */
  hundredfold: number;
}

const ROUNDS = 14;
const WARM = 2;
const WORDS = 500;
const LONGER = 100;

/** Processor time in seconds, so that a busy machine tells no lies. */
function secondsOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The least of some rounds after the warm-up, of each of several pieces of work in turn. */
function interleaved<Name extends string>(works: Record<Name, () => void>): Record<Name, number> {
  const best = {} as Record<Name, number>;
  for (let round = 0; round < ROUNDS; round++)
    for (const name of Object.keys(works) as Name[]) {
      const seconds = secondsOf(works[name]);
      if (round >= WARM) best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, seconds);
    }
  return best;
}

/** The speed of the passes beside wink-nlp's and compromise's on the same texts, interleaved in this process. */
export function measureSpeed({ articles, codebook, peers }: SpeedRequest): Speed {
  const require = createRequire(peers);
  const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner', 'sentiment']);
  const compromise = require('compromise');
  const overAll = (run: (article: Untagged) => unknown) => () => {
    for (const article of articles) run(article);
  };
  const { allPasses, withoutTone, wink, other } = interleaved({
    allPasses: overAll(({ title, text, published }) => tagArticle({ title, text, publishedAt: published }, codebook)),
    withoutTone: overAll((article) => passWithoutTone(article, codebook)),
    wink: overAll(({ text }) => nlp.readDoc(text).sentences().out(nlp.its.sentiment)),
    other: overAll(({ text }) => compromise(text).json()),
  });
  const count = articles.reduce((words, { text }) => words + text.split(/\s+/).length, 0) / WORDS;
  const articlesPerSecond = {
    ...{ allPasses: count / allPasses, withoutTone: count / withoutTone },
    ...{ wink: count / wink, compromise: count / other },
  };
  return { articlesPerSecond, hundredfold: hundredfold(articles[0]!, codebook) };
}

/** The passes but the learned tone. */
function passWithoutTone({ title, text, published }: Untagged, codebook: Codebook): unknown {
  const view = viewText(text);
  const mentions = findMentions(view.tokens, view.pass, codebook, published.slice(0, 10), tokenize(title));
  const context = { ...view, article: { title, text, publishedAt: published }, codebook, mentions };
  return findStatements(context, findAttributions(context));
}

/** One article as often as its text is repeated in another. */
function hundredfold(article: Untagged, codebook: Codebook): number {
  const long = { ...article, text: Array.from({ length: LONGER }, () => article.text).join('\n\n') };
  const best = interleaved({
    often: () => {
      for (let n = 0; n < LONGER; n++) passWithoutTone(article, codebook);
    },
    long: () => passWithoutTone(long, codebook),
  });
  return (LONGER * best.long) / best.often;
}
