import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostileDocuments } from './hostile-documents.ts';

interface Measured {
  name: string;
  outcome: string;
  milliseconds: number;
  megabytes: number;
}

/** The caps that are promised for any document at all. */
const maximumMilliseconds = 2_000;
const maximumMegabytes = 300;

const script = join(import.meta.dirname, 'parse-hostile.ts');
const run = spawnSync(
  process.execPath,
  ['--max-old-space-size=160', '--max-semi-space-size=8', '--import', 'tsx', script],
  { encoding: 'utf8', timeout: 120_000 },
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

describe('hostile documents are dealt with within 2 s and 300 MB', () => {
  test.each(hostileDocuments.map(({ name, outcome }) => ({ name, outcome })))('$name', ({ name, outcome }) => {
    const got = measured.get(name);
    expect(got, run.stderr.slice(0, 500)).toBeDefined();
    expect(outcome === 'either' ? ['read', 'refused'] : [outcome]).toContain(got?.outcome);
    expect(got?.milliseconds).toBeLessThan(maximumMilliseconds);
    expect(got?.megabytes).toBeLessThan(maximumMegabytes);
  });
});
