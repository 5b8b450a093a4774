import type { Codebook } from '../codebook/codebook.ts';

/** A name or phrase that the corpus holds often and the codebook doesn't know. */
export interface Suggestion {
  text: string;
  kind: 'name' | 'phrase';
  articles: number;
  /** Sentences it occurs in, of different articles. */
  examples: string[];
}

interface Tally {
  articles: number;
  examples: string[];
}

const mostExamples = 3;
/** In fewer articles than this, a name is nobody's business yet. */
const fewestArticles = 2;
/** Fewer names than this are kept count of: beyond, those seen once are dropped first. */
const mostKept = 200_000;

/** Names: up to five capitalised words in a row, with the small words that names hold ("Royal College of Physicians"). */
const namePattern = /\p{Lu}[\p{L}’'-]+(?:(?:\s(?:of|for|and|the|on|in))*\s\p{Lu}[\p{L}’'-]+){1,4}/gu;
/** What stands before a name without being of it: forms of address, and words that begin sentences. */
const leading = new Set(
  'mr mrs ms miss dr sir dame lord lady professor prof later meanwhile however yesterday today last next although since because even still yet so while'.split(
    ' ',
  ),
);
const words = /[\p{L}][\p{L}’'-]*/gu;
const stops = new Set(
  'a an the and or but of to in on at by for from with as is are was were be been has have had it its this that these those he she they his her their them we our you your i not no will would could should may might can do does did said says say who which what when where how than then there here more most one two new all also after before over under about into out up down'.split(
    ' ',
  ),
);

/**
 * Counts, article by article, the names and the phrases of two to four words that a corpus holds. `unknown` lists those
 * that the codebook has nowhere, the most frequent first: candidates for actors, aliases and terms.
 */
export class SuggestionCounter {
  readonly #names = new Map<string, Tally>();
  readonly #phrases = new Map<string, Tally>();

  add(sentences: readonly string[]): void {
    const seen = new Set<string>();
    for (const sentence of sentences) {
      for (const name of namesIn(sentence)) count(this.#names, `n ${name}`, name, sentence, seen);
      for (const phrase of phrasesIn(sentence)) count(this.#phrases, `p ${phrase}`, phrase, sentence, seen);
    }
    prune(this.#names);
    prune(this.#phrases);
  }

  /** The most frequent unknown names and phrases; `limit` of each. */
  unknown(codebook: Codebook, limit: number): Suggestion[] {
    const known = knownTexts(codebook);
    const isKnown = (text: string) => known.some((words) => words.includes(` ${text.toLowerCase()} `));
    const ranked = (tallies: Map<string, Tally>, kind: Suggestion['kind']): Suggestion[] =>
      [...tallies]
        .filter(([text, { articles }]) => articles >= fewestArticles && !isKnown(text))
        .map(([text, tally]) => ({ text, kind, ...tally }))
        .sort((a, b) => b.articles - a.articles || b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
    const stands = (half: string, articles: number) =>
      isKnown(half) || (this.#names.get(half)?.articles ?? 0) > articles;
    const isJoined = ({ text, articles }: Suggestion) => {
      const halves = text.split(' and ');
      return halves.length > 1 && halves.every((half) => stands(half, articles));
    };
    const found = ranked(this.#names, 'name');
    const names = withoutParts(found.filter((name) => !isJoined(name))).slice(0, limit);
    const named = [...names, ...found.filter(isJoined)].map(({ text }) => text.toLowerCase());
    const phrases = withoutParts(
      ranked(this.#phrases, 'phrase').filter(({ text }) => !named.some((name) => name.includes(text))),
    );
    return [...names, ...phrases.slice(0, limit)];
  }
}

function count(tallies: Map<string, Tally>, key: string, text: string, sentence: string, seen: Set<string>): void {
  if (seen.has(key)) return;
  seen.add(key);
  const tally = tallies.get(text) ?? { articles: 0, examples: [] };
  tally.articles += 1;
  if (tally.examples.length < mostExamples) tally.examples.push(sentence);
  tallies.set(text, tally);
}

/** Lossy counting (Manku & Motwani 2002): what was seen once goes when too much is kept. */
function prune(tallies: Map<string, Tally>): void {
  if (tallies.size <= mostKept) return;
  for (const [text, { articles }] of tallies) if (articles === 1) tallies.delete(text);
}

function namesIn(sentence: string): string[] {
  return [...sentence.matchAll(namePattern)]
    .map(([name]) => {
      const parts = name.replace(/[’']s$/u, '').split(/\s+/u);
      const first = parts.findIndex((part) => !leading.has(part.toLowerCase()) && !stops.has(part.toLowerCase()));
      return first === -1 ? '' : parts.slice(first).join(' ');
    })
    .flatMap(withHalves)
    .filter((name) => name.includes(' '));
}

/** "Alan Pike and Ida Wren" are two names, "Health and Safety Board" is one: which, the corpus tells. */
function withHalves(name: string): string[] {
  const halves = name.split(' and ');
  return halves.length > 1 ? [name, ...halves] : [name];
}

function phrasesIn(sentence: string): string[] {
  const found: string[] = [];
  for (const run of sentence.split(/[.,;:!?()"“”—–]+/u)) {
    const inRun = [...run.matchAll(words)].map(([word]) => word.toLowerCase());
    for (let start = 0; start < inRun.length; start += 1) {
      for (let length = 2; length <= 4 && start + length <= inRun.length; length += 1) {
        const phrase = inRun.slice(start, start + length);
        if (!stops.has(phrase[0]!) && !stops.has(phrase.at(-1)!)) found.push(phrase.join(' '));
      }
    }
  }
  return found;
}

/** Of texts within each other that occur equally often only the longest says something. */
function withoutParts(ranked: Suggestion[]): Suggestion[] {
  const kept: Suggestion[] = [];
  for (const suggestion of ranked) {
    const isPart = kept.some(
      ({ text, articles }) => articles === suggestion.articles && ` ${text} `.includes(` ${suggestion.text} `),
    );
    if (!isPart) kept.push(suggestion);
  }
  return kept;
}

/** All texts of a codebook, in lower case between spaces. */
function knownTexts({ actors, issues, relevance }: Codebook): string[] {
  const texts = [
    ...actors.flatMap(({ name, aliases, descriptors, roles }) => [
      name,
      ...aliases,
      ...descriptors,
      ...roles.flatMap((role) => [role.title, ...role.aliases]),
    ]),
    ...issues.flatMap((issue) => [...issue.terms, ...issue.for, ...issue.against]),
    ...relevance.terms,
  ];
  return texts.map((text) => ` ${text.toLowerCase()} `);
}
