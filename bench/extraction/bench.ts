import { join } from 'node:path';
import { extractArticle } from '../../shared/article/extract-article.ts';
import { checkFolds } from './folds.ts';
import { benchFuzz } from './fuzz.ts';
import { peakMemory } from './memory.ts';
import { benchDuplicates } from './near-duplicates.ts';
import { benchmarkFolder, hasBenchmark, type Page, type Predictions, readGold, readPages } from './pages.ts';
import { compareSpeed } from './speed.ts';

const fuzzedPages = 10_000;

/** Prints how well and how fast articles are extracted from the development pages, beside the npm peers. */
export async function benchExtraction({ rounds = 5 } = {}): Promise<void> {
  benchDuplicates();
  benchFuzz(fuzzedPages);
  if (!hasBenchmark()) {
    console.log('extraction: skipped, the benchmark data is not beside this checkout (set PICKETLINE_BENCH)');
    return;
  }
  const pages = await readPages(join(benchmarkFolder, 'dev'));
  await printQuality(pages);
  await checkFolds(pages);
  console.log(`peak memory of a process that extracts the set: ${(await peakMemory()).toFixed(0)} MB`);
  console.log(`speed, interleaved, median of ${rounds} (Node ${process.version}):`);
  await compareSpeed(pages, rounds);
}

async function printQuality(pages: readonly Page[]): Promise<void> {
  const { gold, scorer } = await readGold();
  const predictions: Predictions = {};
  for (const { id, bytes } of pages)
    predictions[id] = { articleBody: extractArticle(bytes, { url: `https://unknown.example/${id}` }).text };
  const { f1, precision, recall, rows } = scorer.evaluate(gold, predictions, { boot: 0 });
  const lowest = Math.min(...rows.map(([hit, , missed]) => hit / (hit + missed)));
  console.log(
    `${pages.length} development pages: F1 ${f1.toFixed(4)} (precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}), ` +
      `lowest recall of a page ${lowest.toFixed(3)}`,
  );
}
