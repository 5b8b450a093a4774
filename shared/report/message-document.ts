/** A stretch of text; `url` makes it a link, `code` keeps its spacing. */
export interface Span {
  text: string;
  bold?: boolean;
  code?: boolean;
  url?: string;
}

/** One line, or a quotation of what was printed. */
export interface Line {
  kind: 'line' | 'quote';
  spans: Span[];
}

export interface Section {
  title: string | null;
  lines: Line[];
}

/**
 * A message as a value, whatever form it is sent in: Slack blocks, HTML or plain text. Its texts are literal: nothing
 * in them is markup, and each form makes sure of that.
 */
export interface MessageDocument {
  title: string;
  /** The one sentence that notifications show. */
  summary: string;
  sections: Section[];
  /** Lines that must always be read, however long the rest: they are never cut. */
  footer: Line[];
}

export const line = (...spans: (Span | string)[]): Line => ({ kind: 'line', spans: spans.map(toSpan) });

/** A sentence as printed, and where. */
export interface PrintedSentence {
  sentence: string;
  outlet: string;
  url: string;
}

/** A sentence as printed, with the outlet as a link to it. Over-long sentences are cut. */
export const quote = ({ sentence, outlet, url }: PrintedSentence): Line => ({
  kind: 'quote',
  spans: [toSpan(`“${cut(oneLine(sentence), longestSentence)}” `), { text: cut(oneLine(outlet), longestName), url }],
});

const longestSentence = 600;
const longestName = 80;

const toSpan = (span: Span | string): Span => (typeof span === 'string' ? { text: span } : span);

/** White space folded, control characters gone. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Cuts to so many UTF-16 units, an ellipsis included, and never inside a character. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = limit - 1;
  const splitsPair = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '');
  return `${text.slice(0, splitsPair ? end - 1 : end)}…`;
}

/** The address if it is one that a reader may be sent to, else undefined: never `javascript:` and the like. */
export function safeUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return (protocol === 'http:' || protocol === 'https:') && href.length <= longestUrl ? href : undefined;
}

const longestUrl = 2_000;
