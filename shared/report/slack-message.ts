import type { KnownBlock, RichTextElement, RichTextQuote, RichTextSection } from '@slack/types';
import { cut, type Line, type MessageDocument, oneLine, type Section, type Span, safeUrl } from './message-document.ts';

/**
 * Slack's limits: blocks a message, characters of a header and of a text (docs.slack.dev, Block Kit reference). Rich
 * text has no limit of its own there; we keep to that of a text.
 */
export const slackLimits = { blocks: 50, header: 150, text: 3_000, fallback: 3_000 };

export interface SlackMessage {
  /** What notifications show. */
  text: string;
  blocks: KnownBlock[];
}

/**
 * A document as a Slack message. Everything quoted stands in rich text elements, whose text Slack takes literally: no
 * escaping can be forgotten and no star or backquote of a headline turns into formatting.
 */
export function slackMessage({ title, summary, sections, footer }: MessageDocument): SlackMessage {
  const header = cut(oneLine(title), slackLimits.header) || '–';
  const body = [summarySection(summary), ...sections];
  const room = slackLimits.blocks - 2;
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: header, emoji: false } },
    ...body.slice(0, room).map(richText),
    richText({ title: null, lines: footer }),
  ];
  return { text: slackText(`${header}. ${oneLine(summary)}`), blocks };
}

const summarySection = (summary: string): Section => ({
  title: null,
  lines: [{ kind: 'line', spans: [{ text: summary, bold: true }] }],
});

/** One block a section; lines that don't fit are counted instead. */
function richText({ title, lines }: Section): KnownBlock {
  const titled: Line[] = title ? [{ kind: 'line', spans: [{ text: title, bold: true }] }, ...lines] : lines;
  const shown: Line[] = [];
  let room = slackLimits.text - moreLine(lines.length).length;
  for (const each of titled) {
    const whole = { ...each, spans: each.spans.map(oneLineSpan) };
    const size = sizeOf(whole);
    if (size > room) break;
    shown.push(whole);
    room -= size;
  }
  const left = titled.length - shown.length;
  if (left > 0 && shown.length === 0) shown.push(cutLine(titled[0]!, room));
  else if (left > 0) shown.push({ kind: 'line', spans: [{ text: moreLine(left) }] });
  return { type: 'rich_text', elements: shown.map(toElement) };
}

const moreLine = (count: number) => `… and ${count} more lines, on the page`;

const oneLineSpan = (span: Span): Span => ({ ...span, text: span.text.replace(/[\s\p{Cc}]+/gu, ' ') });

/** Characters of a line, its addresses and its line break included. */
const sizeOf = ({ spans }: Line) => 1 + spans.reduce((sum, { text, url }) => sum + text.length + (url?.length ?? 0), 0);

const cutLine = ({ kind, spans }: Line, room: number): Line => ({
  kind,
  spans: [{ text: cut(oneLine(spans.map(({ text }) => text).join('')), room) }],
});

function toElement({ kind, spans }: Line): RichTextSection | RichTextQuote {
  const elements = spans.filter(({ text }) => text !== '').map(toRichText);
  if (kind === 'quote') return { type: 'rich_text_quote', elements };
  return { type: 'rich_text_section', elements: [...elements, { type: 'text', text: '\n' }] };
}

function toRichText({ text, bold, code, url }: Span): RichTextElement {
  const style = { ...(bold && { bold }), ...(code && { code }) };
  const styled = Object.keys(style).length > 0 && { style };
  const target = url === undefined ? undefined : safeUrl(url);
  return target ? { type: 'link', url: target, text, ...styled } : { type: 'text', text, ...styled };
}

const controls: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text for a message's `text`: the three characters Slack reads as control are escaped ("Escaping text"), none is cut in two. */
export function slackText(text: string): string {
  let escaped = '';
  for (const character of text) {
    const next = controls[character] ?? character;
    if (escaped.length + next.length > slackLimits.fallback - 1) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}
