import type { SentencePass } from './1-sentences.ts';
import { TokenKind, type Tokens } from './tokens.ts';

/** Words between quotation marks: tokens `from` to `to` (exclusive), the marks left out. */
export interface Quote {
  from: number;
  to: number;
  /** No closing mark came before the paragraph's end. */
  open: boolean;
}

/** All quotes of a text; `quoteOfToken[i]` is the number of the quote that token i stands in, -1 outside (marks too). */
export interface Quotes {
  quotes: Quote[];
  quoteOfToken: Int32Array;
}

/** Whether any of the tokens from `from` to before `to` stands in a quote. */
export function anyQuoted({ quoteOfToken }: Quotes, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (quoteOfToken[at]! >= 0) return true;
  return false;
}

type Style = 'double' | 'single';
const DOUBLE = new Set(['"', '“', '”', '«', '»', '„']);
const SINGLE = new Set(["'", '‘']);

/** Finds quotes in both styles, “…” "…" and ‘…’ '…', the outer one where they nest. A paragraph's end closes all. */
export function findQuotes(tokens: Tokens, pass: SentencePass): Quotes {
  const quotes: Quote[] = [];
  const quoteOfToken = new Int32Array(tokens.count).fill(-1);
  let opened = -1;
  let style: Style = 'double';
  let paragraph = -1;
  const close = (at: number, open: boolean) => {
    if (at > opened + 1) {
      quoteOfToken.fill(quotes.length, opened + 1, at);
      quotes.push({ from: opened + 1, to: at, open });
    }
    opened = -1;
  };
  for (let at = 0; at < tokens.count; at++) {
    const now = pass.sentences[pass.sentenceOfToken[at]!]!.paragraph;
    if (now !== paragraph && opened >= 0) close(at, true);
    paragraph = now;
    if (tokens.kind[at] !== TokenKind.punctuation) continue;
    const mark = tokens.surface[at]!;
    const kind: Style | null = DOUBLE.has(mark) ? 'double' : SINGLE.has(mark) ? 'single' : null;
    if (kind === null) continue;
    if (opened < 0) {
      if (!opens(tokens, at, mark)) continue;
      opened = at;
      style = kind;
    } else if (kind === style && closes(tokens, pass, at, kind)) close(at, false);
  }
  if (opened >= 0) close(tokens.count, true);
  return { quotes, quoteOfToken };
}

const spaceBefore = (tokens: Tokens, at: number) => at === 0 || tokens.start[at]! > tokens.end[at - 1]!;
const spaceAfter = (tokens: Tokens, at: number) => at + 1 >= tokens.count || tokens.start[at + 1]! > tokens.end[at]!;

function opens(tokens: Tokens, at: number, mark: string): boolean {
  if (mark === '“' || mark === '«' || mark === '„') return true;
  if (mark === '»' || spaceAfter(tokens, at)) return false;
  return spaceBefore(tokens, at) || '([—–-"“‘:/'.includes(tokens.surface[at - 1]!);
}

function closes(tokens: Tokens, pass: SentencePass, at: number, style: Style): boolean {
  const mark = tokens.surface[at]!;
  if (mark === '‘' || mark === '“') return false;
  if (style === 'double') return true;
  // A single mark right after a space opens an inner quote; inside a word it is an apostrophe and no token.
  if (spaceBefore(tokens, at) && !spaceAfter(tokens, at)) return false;
  return !isPluralPossessive(tokens, pass, at);
}

/** "the doctors' union" inside single quotes: a closing mark still to come, after a stop or comma, shows the apostrophe. */
function isPluralPossessive(tokens: Tokens, pass: SentencePass, at: number): boolean {
  const before = tokens.surface[at - 1]!;
  if (!before.endsWith('s') || !spaceAfter(tokens, at)) return false;
  const limit = Math.min(tokens.count, at + 120);
  const paragraph = pass.sentences[pass.sentenceOfToken[at]!]!.paragraph;
  for (let later = at + 1; later < limit; later++) {
    if (pass.sentences[pass.sentenceOfToken[later]!]!.paragraph !== paragraph) return false;
    const mark = tokens.surface[later]!;
    if (!SINGLE.has(mark)) continue;
    if (opens(tokens, later, mark)) return false;
    return '.,!?…'.includes(tokens.surface[later - 1]!) || !tokens.surface[later - 1]!.endsWith('s');
  }
  return false;
}
