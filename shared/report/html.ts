import { escapeUTF8 } from 'entities';
import { type Line, type MessageDocument, oneLine, type Section, type Span, safeUrl } from './message-document.ts';

/**
 * A document as an HTML page that mail programs show as it is: one column, styles in the elements, nothing loaded from
 * elsewhere, no script. All texts are escaped; links go to http and https only.
 */
export function htmlPage({ title, summary, sections, footer }: MessageDocument): string {
  const heading = escapeUTF8(oneLine(title));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading}</title>
</head>
<body style="margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif">
<table role="presentation" width="100%" style="max-width:640px;margin:0 auto"><tr><td>
<h1 style="font-size:20px;margin:0 0 8px">${heading}</h1>
<p style="font-weight:bold;margin:0 0 16px">${escapeUTF8(oneLine(summary))}</p>
${sections.map(htmlSection).join('\n')}
<hr style="border:0;border-top:1px solid #999">
${footer.map(htmlLine).join('\n')}
</td></tr></table>
</body>
</html>
`;
}

const htmlSection = ({ title, lines }: Section): string =>
  [
    ...(title ? [`<h2 style="font-size:16px;margin:16px 0 4px">${escapeUTF8(oneLine(title))}</h2>`] : []),
    ...lines.map(htmlLine),
  ].join('\n');

function htmlLine({ kind, spans }: Line): string {
  const content = spans.map(htmlSpan).join('');
  return kind === 'quote'
    ? `<blockquote style="margin:4px 0 8px;padding:0 0 0 12px;border-left:3px solid #999">${content}</blockquote>`
    : `<p style="margin:4px 0">${content}</p>`;
}

function htmlSpan({ text, bold, code, url }: Span): string {
  const escaped = escapeUTF8(text);
  const coded = code ? `<code style="white-space:pre">${escaped}</code>` : escaped;
  const weighted = bold ? `<strong>${coded}</strong>` : coded;
  const target = url === undefined ? undefined : safeUrl(url);
  return target ? `<a href="${escapeUTF8(target)}">${weighted}</a>` : weighted;
}
