import { fold } from '../article/page/fold.ts';

/** Words somebody is quoted with, in one article. */
export interface Quotation {
  tag: string;
  articleId: string;
  /** Instant, ISO 8601. */
  at: string;
  outlet: string;
  actor: string;
  words: string;
}

/** A quotation in its lineage: how it stands to the fullest form of the words. */
export interface Descendant extends Quotation {
  form: 'fullest' | 'same' | 'shortened';
  /** Share of the fullest form's words. */
  share: number;
}

/** The same words in several articles. */
export interface Lineage {
  actor: string;
  /** The outlet that had them first, and when. */
  first: { outlet: string; at: string };
  outlets: number;
  /** In order of time. */
  quotations: Descendant[];
}

const shingleWords = 4;
/** Share of the shorter quotation's shingles that the longer must hold. */
const sameFrom = 0.7;
/** Shorter quotations are anybody's words. */
const fewestWords = 5;

/**
 * Finds the quotations of one speaker that are one utterance, told in several articles: word 4-shingles of the shorter
 * stand in the longer (Broder 1997, containment). Lineages of at least two articles are given, those in most outlets
 * first; who quoted first is told by the articles' instants.
 */
export function quoteLineages(quotations: readonly Quotation[]): Lineage[] {
  const quotes = quotations
    .map((quotation) => ({ quotation, words: fold(quotation.words).split(' ') }))
    .filter(({ words }) => words.length >= fewestWords)
    .map(({ quotation, words }) => ({ quotation, words, shingles: shinglesOf(words) }));
  const groups = new Groups(quotes.length);
  const holders = new Map<string, number[]>();
  for (const [index, { quotation, shingles }] of quotes.entries()) {
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      const key = `${quotation.actor}\n${shingle}`;
      const known = holders.get(key) ?? [];
      for (const other of known) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(key, [...known, index]);
    }
    for (const [other, count] of shared) {
      if (count >= sameFrom * Math.min(shingles.size, quotes[other]!.shingles.size)) groups.join(index, other);
    }
  }
  return groups
    .all()
    .map((members) => lineageOf(members.map((index) => quotes[index]!)))
    .filter(({ quotations: members }) => new Set(members.map(({ articleId }) => articleId)).size > 1)
    .sort((a, b) => b.outlets - a.outlets || (a.first.at < b.first.at ? -1 : 1));
}

function shinglesOf(words: readonly string[]): Set<string> {
  const starts = words.length - shingleWords + 1;
  return new Set(Array.from({ length: starts }, (_, start) => words.slice(start, start + shingleWords).join(' ')));
}

function lineageOf(members: { quotation: Quotation; words: readonly string[] }[]): Lineage {
  const ordered = [...members].sort((a, b) => compare(a.quotation, b.quotation));
  const longest = Math.max(...ordered.map(({ words }) => words.length));
  const fullest = ordered.find(({ words }) => words.length === longest)!;
  const { actor, outlet, at } = ordered[0]!.quotation;
  return {
    actor,
    first: { outlet, at },
    outlets: new Set(ordered.map(({ quotation }) => quotation.outlet)).size,
    quotations: ordered.map((member) => {
      const share = member.words.length / longest;
      const form = member === fullest ? 'fullest' : share === 1 ? 'same' : 'shortened';
      return { ...member.quotation, form, share };
    }),
  };
}

const compare = (a: Quotation, b: Quotation) =>
  a.at === b.at ? (a.articleId < b.articleId ? -1 : 1) : a.at < b.at ? -1 : 1;

/** Disjoint sets (Tarjan 1975), by index. */
class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  join(one: number, other: number): void {
    this.#parents[this.#root(one)] = this.#root(other);
  }

  all(): number[][] {
    const groups = new Map<number, number[]>();
    for (const index of this.#parents.keys()) {
      const root = this.#root(index);
      groups.set(root, [...(groups.get(root) ?? []), index]);
    }
    return [...groups.values()];
  }

  #root(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) {
      this.#parents[root] = this.#parents[this.#parents[root]!]!;
      root = this.#parents[root]!;
    }
    return root;
  }
}
