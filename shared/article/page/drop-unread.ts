const comment = '!--';
const unreadNames = ['script', 'style', 'svg', 'noscript', 'nav', 'iframe', 'select'];
const longestNavigation = 60_000;
const lowerCase = 0x20;

/** What is cut by its first two characters in lower case: they tell nearly all other tags from it. */
const unreadByStart = new Map<number, string[]>();
for (const name of [comment, ...unreadNames]) {
  const start = startOf(name, 0);
  unreadByStart.set(start, [...(unreadByStart.get(start) ?? []), name]);
}

/**
 * Cuts scripts other than JSON-LD, styles, drawings and comments out of a page before it is parsed: they are more than
 * half of most pages, and a search passes over them many times faster than a tokenizer.
 * @returns the parts that stay, in order: joining them would copy the page
 */
export function dropUnread(html: string): string[] {
  const kept: string[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  let next = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', next)) {
    next = at + 1;
    const name = unreadByStart.get(startOf(html, next))?.find((candidate) => isNamed(html, next, candidate));
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
  kept.push(html.slice(from));
  return kept;
}

function startOf(text: string, at: number): number {
  return ((text.charCodeAt(at) | lowerCase) << 8) | (text.charCodeAt(at + 1) | lowerCase);
}

/** Whether the tag whose name begins there has this one; a comment needs no end of the name. */
function isNamed(html: string, at: number, name: string): boolean {
  const end = at + name.length;
  if (html.slice(at, end).toLowerCase() !== name) return false;
  return name === comment || !/\w/.test(html.charAt(end));
}

function endOf(html: string, from: number, name: string): number {
  if (name === comment) {
    const end = html.indexOf('-->', from + 2);
    return end === -1 ? -1 : end + 3;
  }
  const start = startOf(name, 0);
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    if (startOf(html, at + 2) !== start || html.slice(at + 2, at + 2 + name.length).toLowerCase() !== name) continue;
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
