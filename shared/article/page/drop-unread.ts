const unreadTag = /^<(?:(!--)|(script|style|svg|noscript|nav|iframe|select)\b)/i;
const longestTag = 10;
const longestNavigation = 60_000;
/** Second characters of what is cut; letters in lower case. */
const firstLetters = new Set([...'!sni'].map((letter) => letter.charCodeAt(0)));
const lowerCase = 0x20;

/**
 * Cuts scripts other than JSON-LD, styles, drawings and comments out of a page before it is parsed: they are more than
 * half of most pages, and a search passes over them many times faster than a tokenizer.
 */
export function dropUnread(html: string): string {
  const kept: string[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  let next = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', next)) {
    next = at + 1;
    if (!firstLetters.has(html.charCodeAt(next) | lowerCase)) continue;
    const name = unreadName(html, at);
    if (name === undefined || unclosed.has(name)) continue;
    const end = endOf(html, at, name);
    // Without an end the parser decides; looking for it again at each beginning would be quadratic.
    if (end === -1) unclosed.add(name);
    else {
      if (!isStructuredData(html, at, name) && !mayHoldText(html, at, end, name)) {
        kept.push(html.slice(from, at));
        from = end;
      }
      next = end;
    }
  }
  return from === 0 ? html : kept.join('') + html.slice(from);
}

function unreadName(html: string, at: number): string | undefined {
  const tag = unreadTag.exec(html.slice(at, at + longestTag));
  return (tag?.[1] ?? tag?.[2])?.toLowerCase();
}

function endOf(html: string, start: number, name: string): number {
  if (name === '!--') {
    const end = html.indexOf('-->', start + 2);
    return end === -1 ? -1 : end + 3;
  }
  for (let at = html.indexOf('</', start); at !== -1; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue;
    const end = html.indexOf('>', at);
    return end === -1 ? -1 : end + 1;
  }
  return -1;
}

/** A `nav` that is not closed before the article ends after it: what may hold one is left to the parser. */
function mayHoldText(html: string, start: number, end: number, name: string): boolean {
  if (name !== 'nav') return false;
  return end - start > longestNavigation || /<(?:h1|p|article|main|nav)\b/i.test(html.slice(start + 4, end));
}

/** JSON-LD stays; the type stands in the opening tag. */
function isStructuredData(html: string, start: number, name: string): boolean {
  return name === 'script' && /^[^>]*ld\+json/i.test(html.slice(start, start + 300));
}
