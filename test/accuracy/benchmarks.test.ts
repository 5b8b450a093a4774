import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createQueryApp } from '../../functions/query/app.ts';
import { benchmarks, benchmarksAsMarkdown } from '../../shared/accuracy/benchmarks.ts';
import { TAGGER_VERSION } from '../../shared/language/tag-article.ts';
import type { Store } from '../../shared/store/store.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', '..', path), 'utf8');

interface Run {
  benchmark: string;
  gold: string;
  floors: Record<string, { value: number }>;
}

describe('how far the tagger is to be trusted', () => {
  it('was measured with this tagger: another version asks for other figures', () => {
    expect(benchmarks.taggerVersion).toBe(TAGGER_VERSION);
  });

  it('stands in the document as in the data', () => {
    expect(read('docs/accuracy.md')).toContain(benchmarksAsMarkdown(benchmarks));
  });

  const runs = JSON.parse(read('bench/floors.json')) as Run[];
  it.each(benchmarks.rows.filter(({ floor }) => floor))('claims no more than the floor guards: $what', (row) => {
    const run = runs.find(({ benchmark, gold }) => `${benchmark} ${gold}` === row.floor!.run);
    const floor = run!.floors[row.floor!.measure]!.value;
    expect(Math.abs(row.value / 100 - floor)).toBeLessThan(0.001);
  });

  it('names other systems best first', () => {
    for (const { peers } of benchmarks.rows)
      expect(peers.map(({ value }) => value)).toEqual(peers.map(({ value }) => value).sort((a, b) => b - a));
  });

  it('is served, without what guards it', async () => {
    const app = createQueryApp({
      ...{ store: {} as Store, codebooks: async () => [], standingCodebooks: async () => [] },
      ...{ now: Date.now, log: () => {}, asset: async () => null },
    });
    const answer = await app.request('/api/benchmarks');
    const { rows } = (await answer.json()) as typeof benchmarks;
    expect(rows).toEqual(benchmarks.rows.map(({ floor: _, ...row }) => row));
  });
});
