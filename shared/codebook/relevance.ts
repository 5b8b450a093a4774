import type { Codebook } from './codebook.ts';

interface Matcher {
  terms: RegExp | null;
  together: RegExp[];
}

const matchers = new WeakMap<Codebook, Matcher>();

/**
 * Whether a text is about the codebook's dispute: it holds one of the relevance terms, or one word of every list that
 * must come together. A codebook without either goes by its actors' names. Case and the form of apostrophes don't count.
 */
export function isRelevant(codebook: Codebook, text: string): boolean {
  const { terms, together } = matcherOf(codebook);
  if (terms?.test(text)) return true;
  return together.length > 0 && together.every((list) => list.test(text));
}

function matcherOf(codebook: Codebook): Matcher {
  const known = matchers.get(codebook);
  if (known) return known;
  const { terms, together } = codebook.relevance;
  const isEmpty = terms.length === 0 && together.length === 0;
  const words = isEmpty ? codebook.actors.flatMap((actor) => [actor.name, ...actor.aliases]) : terms;
  const matcher = { terms: words.length > 0 ? anyOf(words) : null, together: together.map(anyOf) };
  matchers.set(codebook, matcher);
  return matcher;
}

function anyOf(words: string[]): RegExp {
  const alternatives = words.map((word) => escaped(word).replace(/'/g, "['’]").replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
