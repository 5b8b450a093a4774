import { type ChildNode, type Document, DomHandler, type Element } from 'domhandler';
import { Parser } from 'htmlparser2';

/** Elements that hold nothing to read: left out of the tree with all they contain. */
const unread = new Set(['style', 'svg', 'template', 'iframe', 'object', 'canvas', 'map', 'select', 'datalist', 'math']);
/** As deep as browsers go (Blink flattens at 512): the parser's stack is an array whose head moves. */
const maximumDepth = 512;
const maximumNodes = 200_000;
/** Longer than any article's page by far; the rest is not read. */
const maximumCharacters = 5_000_000;

/**
 * Parses a page into a DOM of at most 200,000 nodes, 512 deep, without comments, styles, drawings and scripts other than
 * JSON-LD. A page nested deeper is read again with nothing left but its paragraphs, headings and metadata.
 */
export function parsePage(html: string): Document {
  const text = html.length > maximumCharacters ? html.slice(0, maximumCharacters) : html;
  const first = parse(text);
  return first.overflow === 'depth' ? parse(flatten(text)).root : first.root;
}

function parse(html: string): PageHandler {
  const handler = new PageHandler();
  const parser = new Parser(handler);
  handler.stop = () => parser.pause();
  parser.end(html);
  return handler;
}

/** What a page nested beyond reason keeps: tags that can't nest, or that the head needs. */
const flatTag = /^<\/?(?:p|br|meta|link|title|script|style|time|li|tr|td|hr|html|head|body)\b/i;

function flatten(html: string): string {
  return html.replace(/<\/?[a-z][^<>]{0,2000}>/gi, (tag) => (flatTag.test(tag) ? tag : ' '));
}

class PageHandler extends DomHandler {
  overflow: 'depth' | 'nodes' | null = null;
  stop: () => void = () => {};
  private depth = 0;
  private nodes = 0;
  private unreadFrom = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    this.nodes += 1;
    if (this.depth > maximumDepth || this.nodes > maximumNodes) {
      this.overflow = this.depth > maximumDepth ? 'depth' : 'nodes';
      this.stop();
    }
    if (this.unreadFrom > 0) return;
    const isUnread = unread.has(name) || (name === 'script' && !/ld\+json/i.test(attributes.type ?? ''));
    if (isUnread) this.unreadFrom = this.depth;
    else super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    if (this.unreadFrom === 0) super.onclosetag();
    else if (this.unreadFrom === this.depth) this.unreadFrom = 0;
    this.depth -= 1;
  }

  override ontext(data: string): void {
    if (this.unreadFrom === 0) super.ontext(data);
  }

  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}
}

/** The first element of a name under a node, not deeper than `html` and `head` go. */
export function childNamed(parent: { children: ChildNode[] } | null, name: string): Element | null {
  return (parent?.children.find((child) => child.type === 'tag' && child.name === name) as Element | undefined) ?? null;
}
