import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOutcomes } from '../../local/outcomes.ts';
import { readCodebook } from '../../local/read-codebook.ts';
import { openReplay, type Replay } from '../../local/replay-archive.ts';
import { canonicalJson } from '../../shared/codebook/version.ts';
import type { MentionRow, StatementRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { testEngine } from '../engine.ts';

const codebookFile = join(import.meta.dirname, '..', '..', 'codebooks', 'junior-doctors-2016.yaml');
let folder: string;
let replay: Replay;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picketline-recount-'));
  const period = { from: '2016-02-08', to: '2016-02-14' };
  replay = await openReplay({
    folder,
    codebook: await readCodebook(codebookFile),
    archivePort: 0,
    period,
    ...testEngine(),
  });
}, 120_000);

afterAll(async () => {
  await replay.pipeline.stop();
  await replay.site.close();
  await rm(folder, { recursive: true });
});

/** Days told without the product's code: London keeps GMT in winter and the clocks' change is left to Intl. */
const londonDay = (at: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date(at.slice(0, at.indexOf('#'))));

it('every trend point equals a plain recount over the Mentions and Statements rows', async () => {
  const { store } = replay.pipeline.runtime;
  const mentions = await toArray(store.mentions.scan());
  const statements = await toArray(store.statements.scan());
  const points = (await toArray(store.trends.scan())).filter(({ series }) => !series.endsWith('#~feeds'));
  const keys = new Set(mentions.map(({ series, at }) => `${series} ${londonDay(at)}`));
  expect(new Set(points.map(({ series, day }) => `${series} ${day}`))).toEqual(keys);
  expect(points.length).toBeGreaterThan(50);
  for (const point of points) {
    const here = <Row extends MentionRow | StatementRow>(rows: Row[]) =>
      rows.filter((row) => row.series === point.series && londonDay(row.at) === point.day);
    const rows = here(mentions);
    const digested = canonicalJson([rows, here(statements)]);
    expect(point.rowsDigest).toBe(createHash('sha256').update(digested).digest('hex').slice(0, 16));
    expect(point.counts.copies).toBe(new Set(rows.map(({ articleId }) => articleId)).size);
    expect(point.counts.texts).toBe(new Set(rows.map(({ clusterId }) => clusterId)).size);
    expect(point.counts.outlets).toBe(new Set(rows.map(({ originOutlet }) => originOutlet)).size);
    const tones = rows.flatMap((row) => row.tones);
    expect(point.tone.all.negative).toBe(tones.filter(({ label }) => label === 'negative').length);
    expect(point.tone.outlet.positive).toBe(
      tones.filter(({ label, voice }) => label === 'positive' && voice === 'outlet').length,
    );
    const means = rows
      .filter((row) => row.tones.length > 0)
      .map((row) => row.tones.reduce((sum, { score }) => sum + score, 0) / row.tones.length);
    if (means.length > 0)
      expect(point.tone.all.mean).toBeCloseTo(means.reduce((sum, mean) => sum + mean, 0) / means.length, 5);
    else expect(point.tone.all.mean).toBeNull();
    for (const [issue, sides] of Object.entries(point.stances)) {
      for (const [stance, count] of Object.entries(sides)) {
        expect(count).toBe(here(statements).filter((row) => row.issue === issue && row.stance === stance).length);
      }
    }
    expect(here(statements).length).toBe(
      Object.values(point.stances).reduce((sum, sides) => sum + sides.for + sides.against + sides.neutral, 0),
    );
  }
});

it('every article has one outcome, and the outcomes add up', async () => {
  const { polled, tagged, irrelevant, alias, failed, unfinished } = await countOutcomes(replay.pipeline.runtime.store);
  expect(polled).toBeGreaterThan(20);
  expect(unfinished).toBe(0);
  expect(tagged + irrelevant + alias + failed).toBe(polled);
});
