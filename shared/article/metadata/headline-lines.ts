import type { ChildNode, Element } from 'domhandler';
import { textContent } from 'domutils';
import { fold } from '../page/fold.ts';
import { oneLine } from '../page/one-line.ts';
import type { PageFacts } from './page-facts.ts';

const inline = new Set([
  'a',
  'abbr',
  'b',
  'em',
  'font',
  'i',
  'span',
  'strong',
  'time',
  'small',
  'cite',
  'u',
  'address',
  'rel',
]);
const unread = new Set(['script', 'noscript', 'figure', 'nav']);
const maximumLines = 14;
/** A longer line is the text. */
const longestLine = 160;

/** The short lines that follow the headline, where pages print writer and date: in order, until the text begins. */
export function headlineLines(facts: PageFacts): string[] {
  const headline = headlineOf(facts);
  if (headline === null) return [];
  const lines: string[] = [];
  let line = '';
  for (let node = after(headline); node && lines.length < maximumLines; node = next(node)) {
    if (node.type === 'text') line += node.data;
    else if (!('name' in node) || !inline.has(node.name) || line.length > 600) {
      if (!close()) break;
    }
    if (!node.next && !isInline(node.parent) && !close()) break;
  }
  return lines;

  function close(): boolean {
    const text = oneLine(line);
    line = '';
    if (text.length > longestLine) return false;
    if (text !== '') lines.push(text);
    return true;
  }
}

const isInline = (node: unknown) => typeof node === 'object' && node !== null && inline.has((node as Element).name);

function headlineOf(facts: PageFacts): Element | null {
  const title = fold(facts.titleText ?? '');
  const isOfTitle = (heading: Element) => {
    const text = fold(textContent(heading));
    return text.length > 8 && title.includes(text);
  };
  return facts.headings.find(isOfTitle) ?? facts.headings.find((heading) => heading.name === 'h1') ?? null;
}

/** The next node in the page's order, into children first. */
function next(node: ChildNode): ChildNode | null {
  if ('children' in node && node.children.length > 0 && !unread.has((node as Element).name)) return node.children[0]!;
  return after(node);
}

function after(node: ChildNode): ChildNode | null {
  for (let at: ChildNode | null = node; at; at = at.parent as ChildNode | null) if (at.next) return at.next;
  return null;
}
