/** Words from each end of a long sentence that name it. */
const wordsAtEnd = 5;
const shortSentence = 12;

/**
 * The address with a text fragment (WICG "URL Fragment Text Directives"), so that the browser scrolls to the sentence.
 * A long sentence is named by its first and last words, since pages break sentences with markup and soft hyphens.
 * Addresses that aren't http(s) come from outside and are not linked to.
 */
export function sentenceLink(url: string, sentence: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const words = sentence.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return url;
  const parts =
    words.length <= shortSentence
      ? [words.join(' ')]
      : [words.slice(0, wordsAtEnd).join(' '), words.slice(-wordsAtEnd).join(' ')];
  return `${url.replace(/#.*$/, '')}#:~:text=${parts.map(encoded).join(',')}`;
}

/** Hyphen, comma and ampersand mean something inside a text directive. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D').replaceAll("'", '%27');
