import { findSentences } from '../language/1-sentences.ts';
import { tokenize } from '../language/tokens.ts';
import { hashOf } from './tables.ts';

/** A text found again of an article, of whatever revision. */
export interface FoundText {
  title: string | null;
  text: string;
}

/** Whether an article's words were found: as tagged, changed since, or not at all. */
export type Finding = 'exact' | 'changed' | 'missing';

/**
 * The words of one article, found again for a copyright-safe export: its text where it is the very text that was tagged,
 * and single sentences, by their hashes, where the article has changed since.
 */
export class FoundWords {
  readonly #texts: FoundText[];
  readonly #exact: FoundText | undefined;
  #sentences: Map<string, string> | undefined;

  /** `textHash`: the export's hash of the text that was tagged. */
  constructor(texts: FoundText[], textHash: string | null) {
    this.#texts = texts;
    this.#exact = texts.find(({ text }) => hashOf(text) === textHash);
  }

  get finding(): Finding {
    if (this.#exact) return 'exact';
    return this.#texts.length > 0 ? 'changed' : 'missing';
  }

  get text(): string | null {
    return this.#exact?.text ?? null;
  }

  get title(): string | null {
    return this.#exact?.title ?? null;
  }

  /** The sentence of that hash, looked for at its place first; null where no text found holds it. */
  sentence(start: number, end: number, hash: string): string | null {
    const there = this.#exact?.text.slice(start, end);
    if (there !== undefined && hashOf(there) === hash) return there;
    this.#sentences ??= new Map(this.#texts.flatMap(({ text }) => hashedSentences(text)));
    return this.#sentences.get(hash) ?? null;
  }
}

function hashedSentences(text: string): [string, string][] {
  return findSentences(text, tokenize(text)).sentences.map(({ start, end }) => {
    const sentence = text.slice(start, end);
    return [hashOf(sentence), sentence];
  });
}
