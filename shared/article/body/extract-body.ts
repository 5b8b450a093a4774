import { elementNames } from '../page/element-names.ts';
import type { PageDocument, PageElement } from '../page/page-nodes.ts';
import { childNamed } from '../page/parse-page.ts';
import type { Box, Run } from './box.ts';
import { buildBoxes } from './build-boxes.ts';
import { chooseRoot } from './choose-root.ts';
import { cleanBoxes, type Strictness } from './clean-boxes.ts';
import { collectRuns } from './collect-runs.ts';
import { filterRuns } from './filter-runs.ts';
import { markTitle } from './mark-title.ts';
import { type BodyThresholds, bodyThresholds } from './thresholds.ts';

/** The article's text and the block that it was found in. */
export interface Body {
  runs: Run[];
  root: Box;
  /** Blocks taken out as clutter. */
  removed: Box[];
  /** Characters of text. */
  chars: number;
}

/**
 * Finds the article's text on a page: blocks are scored by their prose, cleaned of what their names call clutter, the
 * smallest that holds nearly all prose is taken, and lines known not to be an article's are dropped. Where little is
 * left of the page's prose, a laxer cleaning is tried.
 * @param title the page's title, by which the headline is known
 */
export function extractBody(document: PageDocument, title: string | null, thresholds = bodyThresholds): Body {
  const element = bodyOf(document);
  const first = readBody(element, title, 'strict', thresholds);
  if (first.chars >= first.pageProse * thresholds.doubt && first.chars > 0) return first;
  const second = readBody(element, title, 'lax', thresholds);
  return second.chars > first.chars * thresholds.laxGain ? second : first;
}

const bodyOf = (document: PageDocument): PageElement => {
  const html = childNamed(document, 'html');
  const container = childNamed(html, 'body') ?? html;
  // Without either, or with text before them, the document itself is the container: it has children as they have.
  return container && document.children.every((child) => child.type !== 'tag' || child === html)
    ? container
    : ({ name: 'body', attribs: {}, names: elementNames({}), children: document.children } as unknown as PageElement);
};

function readBody(element: PageElement, title: string | null, strictness: Strictness, thresholds: BodyThresholds) {
  const { page, captions } = buildBoxes(element);
  const pageProse = page.prose;
  markTitle(page, title);
  const removed = cleanBoxes(page, strictness, thresholds.main);
  const root = chooseRoot(page, thresholds);
  const runs = filterRuns(collectRuns(root, thresholds), title, captions);
  return { runs, root, removed, pageProse, chars: runs.reduce((sum, run) => sum + run.text.length, 0) };
}
