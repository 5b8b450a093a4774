import { plainText } from '../../feed/plain-text.ts';
import type { JsonLdObject } from './page-facts.ts';

/** Shorter ones are teasers more often than texts. */
const shortestText = 600;
/** Share of the stated text that the page shows where it is drawn by script, or behind a wall. */
const shownShare = 0.3;

/**
 * The paragraphs that JSON-LD states as the article's body, where the page shows little of them: it is drawn by script.
 * Null elsewhere: what a page shows is cleaner.
 * @param shown characters of text found on the page
 */
export function statedBody(article: JsonLdObject | null, shown: number): string[] | null {
  const stated = article?.articleBody;
  if (typeof stated !== 'string' || stated.length < shortestText || shown >= stated.length * shownShare) return null;
  const paragraphs = stated.split(/\s*[\r\n]+\s*|(?:<\/p>|<br\s*\/?>)\s*/i).map(plainText);
  return paragraphs.filter((paragraph) => paragraph !== '');
}
