/** Looks at a sentence from the name in brackets; further names in braces are other targets. */
export function marked(source: string) {
  const spans: { start: number; end: number }[] = [];
  let text = '';
  let at = 0;
  for (const part of source.split(/([[{][^\]}]+[\]}])/)) {
    const isTarget = /^[[{]/.test(part);
    const surface = isTarget ? part.slice(1, -1) : part;
    if (part.startsWith('[')) at = spans.length;
    if (isTarget) spans.push({ start: text.length, end: text.length + surface.length });
    text += surface;
  }
  return { text, spans, at };
}
