import type { ElementNames } from '../page/element-names.ts';
import type { PageElement } from '../page/page-nodes.ts';

/** A run of words that a reader sees as one paragraph. */
export interface Run {
  text: string;
  /** How many of its characters are link text. */
  linked: number;
  /** It reads like sentences. */
  prose: boolean;
  box: Box;
}

/** A block of the page: what it holds, in order, and sums over its whole subtree. */
export interface Box {
  tag: string;
  element: PageElement;
  parent: Box | null;
  parts: (Run | Box)[];
  names: ElementNames;
  /** Characters of text. */
  chars: number;
  /** Of these, in links. */
  linked: number;
  /** Characters in runs that read like sentences; those that stand alone count less. */
  prose: number;
  /** Runs of prose directly in this block or in paragraphs directly in it. */
  runs: number;
  /** It holds the page's headline. */
  titled: boolean;
  /** Pictures directly in it or in its lines. */
  images: number;
}

export const isBox = (part: Run | Box): part is Box => 'parts' in part;
