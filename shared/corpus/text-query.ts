import { fold } from '../article/page/fold.ts';

/** Words and phrases that must all occur, folded. */
export type TextQuery = readonly string[];

/** Reads `talks "independent arbitration"`: words, and phrases in quotation marks (straight or curly). */
export function parseTextQuery(text: string): TextQuery {
  const parts = [...text.matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/g)];
  return parts.map(([, phrase, word]) => fold(phrase ?? word ?? '')).filter((part) => part !== '');
}

/** Whether all of the query stands in the text, as whole words, whatever their case, accents kept. */
export function matchesText(query: TextQuery, text: string): boolean {
  const folded = ` ${fold(text)} `;
  return query.every((part) => folded.includes(` ${part} `));
}
