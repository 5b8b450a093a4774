import { findSentences } from '../../shared/language/1-sentences.ts';
import { tokenize } from '../../shared/language/tokens.ts';

/** Whether one of the names stands in a text, as whole words, in any case and with any space between its parts. */
export function namesIn(names: readonly string[]): (text: string | null | undefined) => boolean {
  const escaped = names.map((name) =>
    name
      .trim()
      .split(/\s+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s+'),
  );
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return (text) => pattern.test(text ?? '');
}

/**
 * Blacks out every sentence in which `isNamed` finds somebody: who is quoted, and what is said of them, is known by the
 * sentence as well as by the name. Lengths and spaces stay, so that offsets behind it stay true.
 */
export function blackOut(text: string, isNamed: (text: string) => boolean): string {
  const { sentences } = findSentences(text, tokenize(text));
  return sentences.reduceRight((whole, { start, end }) => {
    const sentence = whole.slice(start, end);
    return isNamed(sentence) ? whole.slice(0, start) + sentence.replace(/\S/g, '█') + whole.slice(end) : whole;
  }, text);
}
