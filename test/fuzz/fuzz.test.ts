import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Corpus, startCorpus } from '../query/corpus.ts';
import { apiBoundary } from './api.ts';
import { boundaries } from './boundaries.ts';

/** `npm run bench -- fuzz` sets 10,000. */
const runs = Number(process.env.FUZZ_RUNS ?? 300);
/** Of one boundary: no measure of speed, only an end. */
const timeoutMs = 60_000 + 200 * runs;

let corpus: Corpus;
beforeAll(async () => {
  // The WARC reader writes its doubts about a record to the terminal.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  corpus = await startCorpus();
}, 120_000);
afterAll(() => corpus.harness.stop());

it.each(boundaries.map((boundary) => [boundary.name, boundary] as const))(
  '%s: whatever comes is read, or refused with a message that names it',
  async (_, boundary) => {
    await expect(boundary.check(runs)).resolves.toBeUndefined();
  },
  timeoutMs,
);

it(
  'API parameters: whatever is asked gets an answer or a problem document',
  async () => {
    const boundary = await apiBoundary(corpus);
    await expect(boundary.check(runs)).resolves.toBeUndefined();
  },
  timeoutMs,
);
