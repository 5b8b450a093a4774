import { describe, expect, test } from 'vitest';
import { hostileDocuments } from './hostile-documents.ts';
import { readHostile } from './read-hostile.ts';

/** What is promised for any document at all. How long each takes is measured by `npm run bench -- hostile`. */
const maximumMegabytes = 300;

const { documents, complaint } = readHostile();
const byName = new Map(documents.map((document) => [document.name, document]));

describe('hostile documents are dealt with in 300 MB, and none hangs', () => {
  test.each(hostileDocuments.map(({ name, outcome }) => ({ name, outcome })))('$name', ({ name, outcome }) => {
    const got = byName.get(name);
    expect(got, complaint).toBeDefined();
    expect(outcome === 'either' ? ['read', 'refused'] : [outcome]).toContain(got?.outcome);
    expect(got?.megabytes).toBeLessThan(maximumMegabytes);
  });
});
