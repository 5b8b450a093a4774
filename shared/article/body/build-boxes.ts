import type { ChildNode } from 'domhandler';
import { textContent } from 'domutils';
import { inline } from '../page/element-rules.ts';
import { oneLine } from '../page/one-line.ts';
import { PageElement } from '../page/page-nodes.ts';
import { type Box, isBox, type Run } from './box.ts';
import { isProse, sumUp } from './sum-up.ts';

const skipped = new Set(['script', 'head', 'title', 'noscript', 'audio', 'video', 'input', 'textarea']);
/** Emphasis is never an aside, whatever its class. */
const emphasis = new Set(['em', 'strong', 'b', 'i', 'mark', 'u']);
const longestAside = 200;
const shortestCaption = 15;

interface Builder {
  box: Box;
  run: Run | null;
  linkDepth: number;
  /** Line breaks since the last text: two begin a paragraph. */
  breaks: number;
  captions: Set<string>;
  /** Elements to leave out. */
  dropped: ReadonlySet<unknown>;
}

/**
 * Cuts a page into blocks and runs of text.
 * @param dropped elements to leave out
 * @returns the blocks, with sums of their characters, and the alternative texts of pictures in lower case
 */
export function buildBoxes(
  root: PageElement,
  dropped: ReadonlySet<unknown> = new Set(),
): { page: Box; captions: ReadonlySet<string> } {
  const page = createBox(root, null);
  const builder: Builder = { box: page, run: null, linkDepth: 0, breaks: 0, captions: new Set(), dropped };
  for (const child of root.children) visit(child, builder);
  tidy(page);
  sumUp(page);
  return { page, captions: builder.captions };
}

function createBox(element: PageElement, parent: Box | null): Box {
  const sums = { chars: 0, linked: 0, prose: 0, runs: 0, images: 0 };
  return { tag: element.name, element, parent, parts: [], names: element.names, titled: false, ...sums };
}

function visit(node: ChildNode, builder: Builder): void {
  if (node.type === 'text') addText(node.data, builder);
  else if (node instanceof PageElement) visitElement(node, builder);
}

function visitElement(element: PageElement, builder: Builder): void {
  const { name } = element;
  if (skipped.has(name) || builder.dropped.has(element)) return;
  if (name === 'br') addBreak(builder);
  else if (name === 'img') addImage(element, builder);
  else if (inline.has(name)) visitInline(element, builder);
  else visitBlock(element, builder);
}

function visitInline(element: PageElement, builder: Builder): void {
  if (isAside(element) || isLoneTime(element, builder)) return;
  const isLink = element.name === 'a' && element.attribs.href !== undefined;
  if (isLink) builder.linkDepth += 1;
  for (const child of element.children) visit(child, builder);
  if (isLink) builder.linkDepth -= 1;
}

/** A time that is a line of its own says when, and is no text. */
const isLoneTime = ({ name, next }: PageElement, { run }: Builder): boolean =>
  name === 'time' && run === null && (next === null || (next instanceof PageElement && !inline.has(next.name)));

/** A named span may be a credit, a byline or a button inside a line: it is left out if it is short or floats. */
function isAside(element: PageElement): boolean {
  const { attribs } = element;
  if (attribs.hidden !== undefined) return true;
  if ((!attribs.class && !attribs.id) || emphasis.has(element.name)) return false;
  const { names } = element;
  if (!names.clutter && !names.weakClutter) return false;
  return /-(?:tooltip|popover|rollover-block)-/.test(names.words) || textContent(element).length < longestAside;
}

function visitBlock(element: PageElement, builder: Builder): void {
  const outer = builder.box;
  const box = createBox(element, outer);
  outer.parts.push(box);
  enter(box, builder);
  for (const child of element.children) visit(child, builder);
  enter(outer, builder);
}

function enter(box: Box, builder: Builder): void {
  builder.box = box;
  builder.run = null;
  builder.breaks = 0;
}

function addBreak(builder: Builder): void {
  builder.breaks += 1;
  addText(' ', builder);
}

/** Pages print a picture's alternative text under it as well. */
function addImage(element: PageElement, builder: Builder): void {
  builder.box.images += 1;
  const { alt } = element.attribs;
  if (alt !== undefined && alt.length > shortestCaption) builder.captions.add(alt.trim().toLowerCase());
}

function addText(data: string, builder: Builder): void {
  const isBlank = !/[^\s\u00a0]/.test(data);
  if (isBlank && builder.run === null) return;
  if (builder.run === null || (builder.breaks >= 2 && !isBlank)) {
    builder.run = { text: '', linked: 0, prose: false, box: builder.box };
    builder.box.parts.push(builder.run);
  }
  if (!isBlank) builder.breaks = 0;
  builder.run.text += data;
  if (builder.linkDepth > 0) builder.run.linked += data.length;
}

function tidy(box: Box): void {
  for (const part of box.parts) {
    if (isBox(part)) tidy(part);
    else {
      part.text = oneLine(part.text);
      part.prose = isProse(part);
    }
  }
}
