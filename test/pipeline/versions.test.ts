import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reopenForTagging } from '../../functions/tag/reopen.ts';
import { estimateRetag } from '../../functions/tag/retag-estimate.ts';
import { corpusOf } from '../../local/corpus-options.ts';
import { isVerified, verifyRelease } from '../../local/release/verify-release.ts';
import { writeRelease } from '../../local/release/write-release.ts';
import { codebookVersion, keptId } from '../../shared/codebook/version.ts';
import { codebookVersions, publishCodebook, retireCodebook } from '../../shared/store/published-codebooks.ts';
import type { StatementRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';
import { ferryCodebook } from './harness.ts';

/** The steps build on each other: publish a second version, tag anew, go back, retire. */
let corpus: Corpus;
let first: StatementRow[];
const before = ferryCodebook();
const after = ferryCodebook({ actors: before.actors.filter(({ id }) => id !== 'line') });
const old = codebookVersion(before);
const young = codebookVersion(after);
const kept = keptId('ferry-dispute', old);

const store = () => corpus.harness.pipeline.runtime.store;
const statementsOf = async (dispute: string) =>
  (await toArray(store().statements.scan())).filter(({ series }) => series.startsWith(`${dispute}#`));
const series = async (dispute: string, actor: string) =>
  (await corpus.json(`/api/disputes/${dispute}/series?actor=${encodeURIComponent(actor)}`)).series[0].points;
const withoutPlace = (points: { rows: unknown }[]) => points.map(({ rows: _, ...point }) => point);

/** Publishes, lets the minute of remembered codebooks pass, tags anew. @returns how many articles were */
async function inLine(change: () => Promise<unknown>): Promise<number> {
  await change();
  corpus.harness.clock.now += 120_000;
  return retag();
}

async function retag(): Promise<number> {
  const { runtime, drain } = corpus.harness.pipeline;
  const progress = await toArray(reopenForTagging(runtime, { batch: 3 }));
  await drain();
  return progress.at(-1)!.sent;
}

const at = () => new Date(corpus.harness.clock.now).toISOString();

beforeAll(async () => {
  corpus = await startCorpus();
  first = await statementsOf('ferry-dispute');
}, 120_000);
afterAll(() => corpus.harness.stop());

describe('a version kept beside the current one', () => {
  let pointsBefore: { rows: unknown }[];

  it('has the rows and points it had when it was current', async () => {
    pointsBefore = await series('ferry-dispute', 'line');
    expect(await inLine(() => publishCodebook(store(), after, at(), { keepCurrent: true }))).toBe(8);
    const rows = await statementsOf(kept);
    const without = ({ series: _, ...row }: StatementRow) => row;
    expect(rows.map(without)).toEqual(first.map(without));
    expect(withoutPlace(await series(kept, 'line'))).toEqual(withoutPlace(pointsBefore));
  });

  it('while the current one is queried as ever', async () => {
    const rows = await statementsOf('ferry-dispute');
    expect(new Set(rows.map(({ codebookVersion: version }) => version))).toEqual(new Set([young]));
    expect(rows.map(({ actor }) => actor)).not.toContain('line');
    const answer = await corpus.app.request('/api/disputes/ferry-dispute/series?actor=line');
    expect(answer.status).toBe(400);
  });

  it('is not a dispute of its own in the list, and is named among the versions', async () => {
    expect((await corpus.json('/api/disputes')).map(({ id }: { id: string }) => id)).toEqual(['ferry-dispute']);
    const { versions } = await corpus.json('/api/disputes/ferry-dispute/versions');
    expect(versions).toMatchObject([
      { version: old, standing: 'kept', dispute: kept },
      { version: young, standing: 'current', dispute: 'ferry-dispute' },
    ]);
    const shown = await corpus.json(`/api/disputes/ferry-dispute/versions/${old}`);
    expect(codebookVersion(shown.codebook)).toBe(old);
  });

  it('counts what its points open into', async () => {
    const [point] = await series(kept, 'line');
    const listed = await corpus.json(point.rows.articles);
    expect(listed.articles).toHaveLength(point.counts.copies);
  });

  it('tags articles that come later, too', async () => {
    await corpus.add('/9', 'The Quayside', '2020-03-20T10:00:00Z');
    await corpus.harness.pipeline.drain();
    expect((await statementsOf(kept)).length).toBeGreaterThan(first.length);
    expect(await retag()).toBe(0);
  });

  it('is released and verified under its own codebook', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'picketline-kept-'));
    const options = { data: '', json: false, from: '2020-03-01', to: '2020-04-01' };
    await writeRelease(await corpusOf(kept, options, corpus.harness.pipeline.runtime), folder);
    const verification = await verifyRelease(folder);
    expect([isVerified(verification), verification.codebookVersion, verification.articles]).toEqual([true, old, 9]);
    await rm(folder, { recursive: true });
  });
});

describe('going back and retiring', () => {
  it('makes the older version current again, with the rows it had', async () => {
    const had = await statementsOf(kept);
    expect(await inLine(() => publishCodebook(store(), before, at(), { keepCurrent: true }))).toBe(9);
    expect((await statementsOf('ferry-dispute')).map(({ at: place }) => place).sort()).toEqual(
      had.map(({ at: place }) => place).sort(),
    );
    expect((await codebookVersions(store(), 'ferry-dispute')).map(({ standing }) => standing)).toEqual([
      'current',
      'kept',
    ]);
  });

  it('leaves neither rows nor points of a retired version', async () => {
    await inLine(() => retireCodebook(store(), 'ferry-dispute', young));
    const { mentions, trends } = store();
    const ofRetired = ({ series: name }: { series: string }) => name.includes('@');
    expect((await toArray(mentions.scan())).filter(ofRetired)).toEqual([]);
    expect((await toArray(trends.scan())).filter(ofRetired)).toEqual([]);
    expect((await statementsOf('ferry-dispute')).length).toBeGreaterThan(first.length);
  });

  it('says which are kept when asked to retire another', async () => {
    await expect(retireCodebook(store(), 'ferry-dispute', 'none')).rejects.toMatchObject({
      message: 'Version "none" of "ferry-dispute" is not a kept one.',
      remedy: 'None is kept beside the current one.',
    });
    const answer = await corpus.app.request(`/api/disputes/${kept}/series`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ allowed: ['ferry-dispute'] });
  });
});

describe('the estimate of a re-tagging', () => {
  const clock = () => performance.now();

  it('finds nothing to do while tags are in line, and everything when asked for all', async () => {
    const standing = await corpus.harness.pipeline.runtime.standingCodebooks();
    const none = await estimateRetag(store(), standing, { all: false, clock });
    expect(none).toMatchObject({ articles: 9, stale: 0, sampled: 0, writeUnits: 0 });
    const all = await estimateRetag(store(), standing, { all: true, clock });
    expect(all).toMatchObject({ articles: 9, stale: 9, sampled: 9 });
    // Three states of the article, the index of its being open, and its rows, three or more.
    expect(all.writeUnits).toBeGreaterThanOrEqual(9 * 7);
  });
});
