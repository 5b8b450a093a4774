import { Parser } from 'htmlparser2';

/** Tags that set words apart: where one stood, a space must stand. */
const breaking = new Set([
  'br',
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'td',
  'th',
  'table',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'section',
  'article',
]);
const hidden = new Set(['script', 'style']);
/** The parser keeps open tags in an array that it shifts: fine for a summary, quadratic for megabytes of `<div>`. */
const maximumCharacters = 20_000;

/**
 * The words of a piece of HTML: tags, comments, scripts and styles gone, entities decoded, white space collapsed.
 * Reads the first 20,000 characters.
 */
export function plainText(html: string): string {
  let text = '';
  let hiddenDepth = 0;
  const parser = new Parser({
    onopentag(name) {
      if (hidden.has(name)) hiddenDepth += 1;
      else if (breaking.has(name)) text += ' ';
    },
    ontext(piece) {
      if (hiddenDepth === 0) text += piece;
    },
    onclosetag(name) {
      if (hidden.has(name)) hiddenDepth -= 1;
      else if (breaking.has(name)) text += ' ';
    },
  });
  parser.end(html.slice(0, maximumCharacters));
  return collapse(text);
}

/** Decodes HTML's character references and touches nothing else. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({
    ontext(piece) {
      decoded += piece;
    },
  });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
}

/** One space for every run of white space, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
