import fc from 'fast-check';
import { extractArticle } from '../../shared/article/extract-article.ts';
import { faultsOf, mutatedPage } from './mutated-pages.ts';

/** Extracts broken pages; prints how many gave no proper article, and the longest that one took. */
export function benchFuzz(pages: number): void {
  let longest = 0;
  let faulty = 0;
  for (const { bytes, contentType } of fc.sample(mutatedPage, { numRuns: pages, seed: 4 })) {
    const start = performance.now();
    try {
      const context = { url: 'https://daily-beacon.example/story', ...(contentType !== undefined && { contentType }) };
      if (faultsOf(extractArticle(bytes, context)).length > 0) faulty += 1;
    } catch {
      faulty += 1;
    }
    longest = Math.max(longest, performance.now() - start);
  }
  console.log(`fuzz: ${pages} broken pages, ${faulty} thrown or faulty, the longest took ${longest.toFixed(0)} ms`);
}
