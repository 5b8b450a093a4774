import { type ChildNode, type ParentNode, Text } from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { closedBy, inline, kept, unread, voids } from './element-rules.ts';
import { isMarked, PageDocument, PageElement } from './page-nodes.ts';

/** As deep as browsers go (Blink flattens at 512). */
const maximumDepth = 512;
const maximumNodes = 250_000;
const space = 0x20;

/**
 * Builds a DOM from the tokens of htmlparser2, whose own parser keeps its open elements in an array that moves with each
 * tag. Elements deeper than 512 are laid flat, attributes that nothing asks for are left out, and after 250,000 nodes
 * the rest is not read.
 * @param parts the page's HTML, cut anywhere
 */
export function buildTree(parts: readonly string[]): PageDocument {
  const builder = new TreeBuilder();
  for (const part of parts) builder.write(part);
  return builder.end();
}

class TreeBuilder implements TokenizerCallbacks {
  private readonly document = new PageDocument([]);
  private readonly tokenizer = new Tokenizer({ decodeEntities: false, xmlMode: false }, this);
  private part = '';
  /** Place of the part in the page: tokens are given by their place in the page. */
  private partStart = 0;
  private readonly before: string[] = [];
  private readonly open: ParentNode[] = [this.document];
  private nodes = 0;
  /** Open elements beyond the depth that is kept. */
  private flattened = 0;
  /** Depth from which nothing is read; 0 outside. */
  private unreadFrom = 0;
  private name = '';
  private attributes: Record<string, string> = {};
  private attribute: string | null = null;
  private value = '';
  private text: Text | null = null;

  write(part: string): void {
    this.before.push(this.part);
    this.partStart += this.part.length;
    this.part = part;
    this.tokenizer.write(part);
  }

  end(): PageDocument {
    this.tokenizer.end();
    return this.document;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.slice(start, end).toLowerCase();
    this.attributes = {};
  }

  onattribname(start: number, end: number): void {
    const name = this.slice(start, end).toLowerCase();
    this.attribute = kept.has(name) ? name : null;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== null) this.value += this.slice(start, end);
  }

  onattribend(): void {
    if (this.attribute === null || this.attributes[this.attribute] !== undefined) return;
    this.attributes[this.attribute] = this.value.includes('&') ? decodeHTMLAttribute(this.value) : this.value;
  }

  onopentagend(): void {
    const { name } = this;
    this.text = null;
    const implied = closedBy.get(name);
    while (implied?.has(this.topName())) this.close();
    if (voids.has(name)) this.append(new PageElement(name, this.attributes));
    else if (this.open.length > maximumDepth) this.flattened += 1;
    else this.enter(new PageElement(name, this.attributes));
  }

  /** HTML knows no self-closing tags beside the void ones (WHATWG HTML 13.2.5.40). */
  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.slice(start, end).toLowerCase();
    this.text = null;
    if (name === 'br') this.append(new PageElement('br', {}));
    if (this.flattened > 0 && name !== 'body' && name !== 'html') {
      this.flattened -= 1;
      return;
    }
    if (this.topName() === name) {
      this.close();
      return;
    }
    const at = this.open.findLastIndex((node) => 'name' in node && node.name === name);
    while (at > 0 && this.open.length > at) this.close();
  }

  ontext(start: number, end: number): void {
    // Below zero: a tag that the document's end cut off before its name.
    if (this.unreadFrom > 0 || start < 0) return;
    const data = this.slice(start, end);
    const decoded = data.includes('&') && this.topName() !== 'script' ? decodeHTML(data) : data;
    if (this.text) this.text.data += decoded;
    else if (!this.isBetweenBlocks(decoded)) {
      this.text = new Text(decoded);
      this.append(this.text);
    }
  }

  private slice(start: number, end: number): string {
    if (start >= this.partStart) return this.part.slice(start - this.partStart, end - this.partStart);
    // A token over several parts, as where markup stands in an attribute.
    let joined = this.part;
    let joinedStart = this.partStart;
    for (let index = this.before.length - 1; joinedStart > start; index -= 1) {
      joined = this.before[index]! + joined;
      joinedStart -= this.before[index]!.length;
    }
    return joined.slice(start - joinedStart, end - joinedStart);
  }

  /** White space there separates no words: pages are full of it. */
  private isBetweenBlocks(data: string): boolean {
    if (data.charCodeAt(0) > space || data.trim() !== '') return false;
    const parent = this.open.at(-1)!;
    const before = parent.children.at(-1) ?? parent;
    return 'name' in before && !inline.has(before.name);
  }

  ontextentity(): void {}
  onattribentity(): void {}
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  private topName(): string {
    const top = this.open.at(-1)!;
    return 'name' in top ? top.name : '';
  }

  private enter(element: PageElement): void {
    if (this.unreadFrom === 0 && isUnread(element)) this.unreadFrom = this.open.length;
    else this.append(element);
    this.open.push(element);
  }

  private close(): void {
    this.open.pop();
    if (this.unreadFrom >= this.open.length) this.unreadFrom = 0;
  }

  private append(node: ChildNode): void {
    this.nodes += 1;
    if (this.nodes > maximumNodes) this.tokenizer.pause();
    if (this.unreadFrom > 0) return;
    const parent = this.open.at(-1)!;
    const before = parent.children.at(-1);
    node.parent = parent;
    if (before) {
      node.prev = before;
      before.next = node;
    }
    parent.children.push(node);
    if (node instanceof PageElement && isMarked(node)) this.document.marked.push(node);
  }
}

const isUnread = ({ name, attribs }: PageElement) =>
  unread.has(name) || (name === 'script' && !/ld\+json/i.test(attribs.type ?? ''));
