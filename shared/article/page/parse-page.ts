import type { ChildNode } from 'domhandler';
import { buildTree } from './build-tree.ts';
import { dropUnread } from './drop-unread.ts';
import type { PageDocument, PageElement } from './page-nodes.ts';

/** Longer than any article's page by far; the rest is not read. */
const maximumCharacters = 3_000_000;

/** Parses a page into a DOM without comments, styles, drawings and scripts other than JSON-LD. */
export function parsePage(html: string): PageDocument {
  return buildTree(dropUnread(html.slice(0, maximumCharacters)));
}

/** The first child element of a name. */
export function childNamed(parent: { children: ChildNode[] } | null, name: string): PageElement | null {
  return (
    (parent?.children.find((child) => child.type === 'tag' && child.name === name) as PageElement | undefined) ?? null
  );
}
