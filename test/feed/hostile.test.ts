import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostileDocuments } from './hostile-documents.ts';

interface Measured {
  name: string;
  outcome: string;
  megabytes: number;
}

/** What is promised for any document at all. How long each takes is measured by `npm run bench -- hostile`. */
const maximumMegabytes = 300;
/** Only what hangs, or takes the square of its length, reaches it: the documents after it are then missing. */
const timeout = 120_000;

const script = join(import.meta.dirname, 'parse-hostile.ts');
const run = spawnSync(
  process.execPath,
  ['--max-old-space-size=160', '--max-semi-space-size=8', '--import', 'tsx', script],
  { encoding: 'utf8', timeout },
);
const measured = new Map(
  run.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): [string, Measured] => {
      const each: Measured = JSON.parse(line);
      return [each.name, each];
    }),
);

describe('hostile documents are dealt with in 300 MB, and none hangs', () => {
  test.each(hostileDocuments.map(({ name, outcome }) => ({ name, outcome })))('$name', ({ name, outcome }) => {
    const got = measured.get(name);
    expect(got, run.stderr.slice(0, 500)).toBeDefined();
    expect(outcome === 'either' ? ['read', 'refused'] : [outcome]).toContain(got?.outcome);
    expect(got?.megabytes).toBeLessThan(maximumMegabytes);
  });
});
