import { findSentences } from '../language/1-sentences.ts';
import { tokenize } from '../language/tokens.ts';
import type { MessageFile, MessageLine, Side } from './message-file.ts';
import { carries, stemWeights, type Wording, wordingOf } from './near-wording.ts';

/** An article as far as messages go. Offsets are UTF-16 offsets of the text. */
export interface ReadArticle {
  id: string;
  clusterId: string;
  title: string;
  outlet: string;
  url: string;
  /** ISO 8601 UTC. */
  at: string;
  text: string;
  /** Actors mentioned. */
  mentioned: Set<string>;
  /** Actors in whose mouth something is put. */
  quoted: Set<string>;
  /** Who states something, in the sentence that begins at the offset. */
  speakers: { actor: string; sentenceStart: number }[];
}

/** A sentence that carries a line, and the other side's answer within two sentences, null where there is none. */
export interface CarryingSentence {
  articleId: string;
  title: string;
  outlet: string;
  url: string;
  at: string;
  sentence: string;
  answer: string | null;
}

export interface LineResult {
  side: Side;
  id: string;
  text: string;
  /** Articles that carry it, and their distinct texts. */
  copies: number;
  texts: number;
  /** Of all articles, from 0 to 1; null without articles. */
  share: number | null;
  /** Of the carrying sentences, those the other side answers within two sentences. */
  answered: number;
  sentences: CarryingSentence[];
}

export interface PullThrough {
  articles: { copies: number; texts: number };
  lines: LineResult[];
  /** Articles that name you, and among them those in which nobody of you is quoted. */
  aboutYou: number;
  unquoted: { articleId: string; title: string; outlet: string; url: string; at: string }[];
}

const answerReach = 2;

interface ReadSentence {
  text: string;
  words: Wording;
  speakers: Set<string>;
}

interface Read {
  article: ReadArticle;
  sentences: ReadSentence[];
}

/**
 * How far each line got: the articles that carry it in near wording, whether the other side answers in the next two
 * sentences (by stating something there, or with a line of its own), and the articles about you that do not quote you.
 */
export function pullThrough({ you, them }: MessageFile, articles: ReadArticle[]): PullThrough {
  const read = articles.map(readArticle);
  const weightOf = stemWeights(read.flatMap(({ sentences }) => sentences.map(({ words }) => words)));
  const isCarried = (wordings: Wording[], { words }: ReadSentence) => carries(wordings, words, weightOf);
  const sides = {
    you: { ...you, wordings: you.lines.map(wordingsOf) },
    them: { ...them, wordings: them.lines.map(wordingsOf) },
  };
  const answers = (side: Side, sentence: ReadSentence) =>
    sides[side].actors.some((actor) => sentence.speakers.has(actor)) ||
    sides[side].wordings.some((wordings) => isCarried(wordings, sentence));
  const lineResult = (side: Side, line: MessageLine): LineResult => {
    const other = side === 'you' ? 'them' : 'you';
    const wordings = wordingsOf(line);
    const sentences = read.flatMap(({ article, sentences: all }) =>
      all.flatMap((sentence, index) => {
        if (!isCarried(wordings, sentence)) return [];
        const next = all.slice(index + 1, index + 1 + answerReach);
        const answer = next.find((each) => answers(other, each))?.text ?? null;
        return [{ ...placeOf(article), clusterId: article.clusterId, sentence: sentence.text, answer }];
      }),
    );
    const copies = new Set(sentences.map(({ articleId }) => articleId)).size;
    return {
      ...{ side, id: line.id, text: line.text, copies },
      texts: new Set(sentences.map(({ clusterId }) => clusterId)).size,
      share: articles.length === 0 ? null : copies / articles.length,
      answered: sentences.filter(({ answer }) => answer !== null).length,
      sentences: sentences.map(({ clusterId: _, ...sentence }) => sentence),
    };
  };
  const aboutYou = articles.filter(({ mentioned }) => you.actors.some((actor) => mentioned.has(actor)));
  return {
    articles: { copies: articles.length, texts: new Set(articles.map(({ clusterId }) => clusterId)).size },
    lines: [...you.lines.map((line) => lineResult('you', line)), ...them.lines.map((line) => lineResult('them', line))],
    aboutYou: aboutYou.length,
    unquoted: aboutYou.filter(({ quoted }) => !you.actors.some((actor) => quoted.has(actor))).map(placeOf),
  };
}

const wordingsOf = ({ text, variants }: MessageLine): Wording[] => [text, ...variants].map(wordingOf);

const placeOf = ({ id, title, outlet, url, at }: ReadArticle) => ({ articleId: id, title, outlet, url, at });

function readArticle(article: ReadArticle): Read {
  const { sentences } = findSentences(article.text, tokenize(article.text));
  const speakersAt = new Map<number, Set<string>>();
  for (const { actor, sentenceStart } of article.speakers)
    speakersAt.set(sentenceStart, (speakersAt.get(sentenceStart) ?? new Set()).add(actor));
  return {
    article,
    sentences: sentences.map(({ start, end }) => {
      const text = article.text.slice(start, end);
      return { text, words: wordingOf(text), speakers: speakersAt.get(start) ?? new Set() };
    }),
  };
}
