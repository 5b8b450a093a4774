import { type Line, type MessageDocument, oneLine } from './message-document.ts';

/** A document as plain text, for terminals and the text part of e-mail. */
export function plainText({ title, summary, sections, footer }: MessageDocument): string {
  const blocks = sections.map(({ title: heading, lines }) =>
    [...(heading ? [oneLine(heading)] : []), ...lines.map(toText)].join('\n'),
  );
  return [`${oneLine(title)}\n${oneLine(summary)}`, ...blocks, footer.map(toText).join('\n')].join('\n\n');
}

function toText({ kind, spans }: Line): string {
  const text = spans.map((span) => (span.code ? span.text : span.text.replace(/[\s\p{Cc}]+/gu, ' '))).join('');
  const [link] = spans.flatMap(({ url }) => (url ? [url] : []));
  return kind === 'quote'
    ? `    ${text}\n      ${link ?? ''}`.trimEnd()
    : `  ${text}${link ? ` ${link}` : ''}`.trimEnd();
}
