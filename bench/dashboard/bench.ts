import { join } from 'node:path';
import Table from 'cli-table3';
import type { Page } from 'playwright-core';
import { startPipeline } from '../../local/local-pipeline.ts';
import { readCodebook } from '../../local/read-codebook.ts';
import { servePage } from '../../local/serve-page.ts';
import { hasBrowser, launchBrowser } from '../../test/dashboard/browser.ts';
import { type Interaction, interactions } from './interactions.ts';
import { writeSyntheticYear } from './synthetic-year.ts';

const firstPaintBudget = 1_000;
const paintBudget = 100;
const contentBudget = 1_000;
const rounds = 3;
/** Longer than any frame, in milliseconds. */
const quiet = 400;
const year = { from: '2015-11-01', to: '2016-10-31' };

/** Runs inside the page: how long each event took until the next paint, and when charts first stood in it. */
const recorder = `
  window.durations = [];
  new PerformanceObserver((list) => {
    for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.durations.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector('.chart svg path, .chart svg rect')) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.drawnAt = performance.now(); }));
  }).observe(document, { childList: true, subtree: true });
`;

/**
 * Measures the page over a synthetic year in a real Chromium: first paint, charts drawn, and each interaction until the
 * next paint (Event Timing, as Interaction to Next Paint counts it) and until its new content stands. A press on a bare
 * button is measured beside them: what the machine takes for nothing at all.
 * @returns whether first paint and every interaction kept to their budgets
 */
export async function benchDashboard(): Promise<boolean> {
  if (!hasBrowser()) return true;
  const codebook = { ...(await readCodebook(join('codebooks', 'junior-doctors-2016.yaml'))), period: year };
  const pipeline = await startPipeline({ folder: null, contact: 'https://picketline.example/bench', now: Date.now });
  const written = await writeSyntheticYear(pipeline.runtime.store, codebook);
  console.log(`A synthetic year: ${written.articles} articles, ${written.rows} rows.`);
  const served = await servePage(pipeline.runtime, 0);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
    await context.addInitScript(recorder);
    const page = await context.newPage();
    const paint = await measureOpening(page, served.url);
    console.log(`First paint ${round(paint.first)} ms, charts drawn ${round(paint.drawn)} ms (medians of ${rounds}).`);
    const results: Measured[] = [];
    for (const interaction of interactions) results.push(await measure(page, served.url, interaction));
    console.log(tableOf(results));
    const slow = results.filter(({ paints }) => median(paints) > paintBudget);
    const late = results.filter(({ settled }) => median(settled) > contentBudget);
    if (paint.first > firstPaintBudget) console.log(`First paint is over ${firstPaintBudget} ms.`);
    for (const { name } of slow) console.log(`"${name}" is painted after more than ${paintBudget} ms.`);
    for (const { name } of late) console.log(`What "${name}" asks for comes after more than ${contentBudget} ms.`);
    return paint.first <= firstPaintBudget && slow.length === 0 && late.length === 0;
  } finally {
    await browser.close();
    await served.close();
    await pipeline.stop();
  }
}

async function measureOpening(page: Page, url: string): Promise<{ first: number; drawn: number }> {
  const firsts: number[] = [];
  const drawns: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${url}/?view=trend&step=day`);
    await page.locator('html[data-drawn-at]').waitFor();
    drawns.push(Number(await page.locator('html').getAttribute('data-drawn-at')));
    firsts.push(
      await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity"),
    );
  }
  return { first: median(firsts), drawn: median(drawns) };
}

interface Measured {
  name: string;
  paints: number[];
  settled: number[];
}

async function measure(page: Page, url: string, { name, view, prepare, act, settled }: Interaction): Promise<Measured> {
  const result: Measured = { name, paints: [], settled: [] };
  for (let round = 0; round < rounds; round += 1) {
    await page.goto(`${url}/?${view}`);
    await page.locator('.chart svg, .row').first().waitFor();
    await page.waitForLoadState('networkidle');
    await prepare?.(page);
    // What the preparation set off is done, and reported.
    await page.waitForTimeout(quiet);
    await page.evaluate('window.durations = []');
    const started = performance.now();
    await act(page);
    await settled(page);
    result.settled.push(performance.now() - started);
    // The observer reports after the frame.
    await page.waitForTimeout(quiet);
    const durations = await page.evaluate<number[]>('window.durations');
    // Events under 16 ms are not reported.
    result.paints.push(Math.max(16, ...durations));
  }
  return result;
}

function tableOf(results: Measured[]): string {
  const table = new Table({
    head: ['interaction', 'next paint, ms', 'worst', 'new content, ms', 'worst'],
    style: { head: [] },
  });
  for (const { name, paints, settled } of results) {
    table.push([
      name,
      round(median(paints)),
      round(Math.max(...paints)),
      round(median(settled)),
      round(Math.max(...settled)),
    ]);
  }
  return table.toString();
}

const round = (value: number) => String(Math.round(value));
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
