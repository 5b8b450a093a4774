import { load } from 'cheerio/slim';
import { oneLine } from '../page/one-line.ts';
import { type PageDocument, PageElement } from '../page/page-nodes.ts';
import type { PublisherLayout } from '../publishers/publisher.ts';
import { buildBoxes } from './build-boxes.ts';
import { cleanBoxes } from './clean-boxes.ts';
import { collectRuns } from './collect-runs.ts';
import type { Body } from './extract-body.ts';
import { filterRuns } from './filter-runs.ts';
import { bodyThresholds } from './thresholds.ts';

/** What a publisher's layout gave: its text, and its writer where the layout knows a place for one. */
export interface LayoutBody extends Body {
  byline: string | null;
}

/** Reads a page by the first of a publisher's layouts whose selectors find text on it; null where none does. */
export function readLayouts(
  document: PageDocument,
  layouts: readonly PublisherLayout[],
  title: string | null,
): LayoutBody | null {
  for (const layout of layouts) {
    const body = readLayout(document, layout, title);
    if (body !== null) return body;
  }
  return null;
}

function readLayout(document: PageDocument, layout: PublisherLayout, title: string | null): LayoutBody | null {
  const $ = load(document);
  const dropped = new Set<unknown>(layout.drop ? $(layout.drop).toArray() : []);
  const outermost = $(layout.body)
    .toArray()
    .filter((element) => $(element).parents(layout.body).length === 0);
  if (outermost.length === 0) return null;
  const container = new PageElement('div', {});
  container.children = outermost;
  const { page, captions } = buildBoxes(container, dropped);
  const removed = cleanBoxes(page, 'strict', bodyThresholds.main);
  const runs = filterRuns(collectRuns(page, bodyThresholds), title, captions);
  const chars = runs.reduce((sum, run) => sum + run.text.length, 0);
  const byline = layout.byline ? oneLine($(layout.byline).first().text()).replace(/^by /i, '') : '';
  return chars === 0 ? null : { runs, root: page, removed, chars, byline: byline || null };
}
