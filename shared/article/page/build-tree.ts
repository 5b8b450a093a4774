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
 */
export function buildTree(html: string): PageDocument {
  const builder = new TreeBuilder(html);
  builder.tokenizer.write(html);
  builder.tokenizer.end();
  return builder.document;
}

class TreeBuilder implements TokenizerCallbacks {
  readonly document = new PageDocument([]);
  readonly tokenizer = new Tokenizer({ decodeEntities: false, xmlMode: false }, this);
  private readonly html: string;
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

  constructor(html: string) {
    this.html = html;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.html.slice(start, end).toLowerCase();
    this.attributes = {};
  }

  onattribname(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.attribute = kept.has(name) ? name : null;
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== null) this.value += this.html.slice(start, end);
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
    const name = this.html.slice(start, end).toLowerCase();
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
    if (this.unreadFrom > 0) return;
    const data = this.html.slice(start, end);
    const decoded = data.includes('&') && this.topName() !== 'script' ? decodeHTML(data) : data;
    if (this.text) this.text.data += decoded;
    else if (!this.isBetweenBlocks(decoded)) {
      this.text = new Text(decoded);
      this.append(this.text);
    }
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
