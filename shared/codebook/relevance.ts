import type { Codebook } from './codebook.ts';

const expressions = new WeakMap<Codebook, RegExp>();

/**
 * Whether a text is about the codebook's dispute: it holds at least `relevance.minimum` of the relevance terms (of the
 * actors' names where the codebook lists none), counted as often as they stand there, whatever their case.
 */
export function isRelevant(codebook: Codebook, text: string): boolean {
  const found = text.match(expressionOf(codebook))?.length ?? 0;
  return found >= codebook.relevance.minimum;
}

function expressionOf(codebook: Codebook): RegExp {
  const known = expressions.get(codebook);
  if (known) return known;
  const { terms } = codebook.relevance;
  const words = terms.length > 0 ? terms : codebook.actors.flatMap((actor) => [actor.name, ...actor.aliases]);
  const alternatives = words.map((word) => escaped(word).replace(/'/g, "['’]").replace(/\s+/g, '\\s+'));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  expressions.set(codebook, expression);
  return expression;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
