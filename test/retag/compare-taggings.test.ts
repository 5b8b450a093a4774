import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reopenForTagging } from '../../functions/tag/reopen.ts';
import { compareCorpus } from '../../local/commands/codebook-diff.ts';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { codebookVersion } from '../../shared/codebook/version.ts';
import type { RetagReport } from '../../shared/retag/compare-taggings.ts';
import { type Published, publishCodebook } from '../../shared/store/published-codebooks.ts';
import type { StatementRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

/** The company has another name, so its mentions and statements go; an actor comes. */
const revised: Codebook = ferryCodebook({
  actors: [
    { id: 'union', name: "Ferry Workers' Union", kind: 'organisation', aliases: ['FWU'] },
    { id: 'line', name: 'Cormorant Line', kind: 'organisation' },
    { id: 'passengers', name: 'Passengers', kind: 'group' },
  ],
});

let corpus: Corpus;
let report: RetagReport;
let before: StatementRow[];
let after: StatementRow[];
const published = (codebook: Codebook): Published => ({ codebook, version: codebookVersion(codebook) });

beforeAll(async () => {
  corpus = await startCorpus();
  const { runtime, drain } = corpus.harness.pipeline;
  before = await toArray(runtime.store.statements.scan());
  report = await compareCorpus(published(ferryCodebook()), published(revised), runtime.store);
  await publishCodebook(runtime.store, revised, new Date(runtime.now()).toISOString());
  corpus.harness.clock.now += 120_000;
  await toArray(reopenForTagging(runtime, { batch: 100 }));
  await drain();
  after = await toArray(runtime.store.statements.scan());
}, 120_000);
afterAll(() => corpus.harness.stop());

const nameOf = ({ articleId, actor, issue, evidence }: StatementRow) =>
  [articleId, evidence[2], actor, issue].join(' ');

describe('the report of a new version, made before it is published', () => {
  it('is what a plain comparison of the rows before and after the re-tagging gives', () => {
    const old = new Map(before.map((row) => [nameOf(row), row.stance]));
    const young = new Map(after.map((row) => [nameOf(row), row.stance]));
    expect([old.size, young.size]).toEqual([before.length, after.length]);
    const lost = [...old.keys()].filter((name) => !young.has(name));
    const gained = [...young.keys()].filter((name) => !old.has(name));
    const flipped = [...young].filter(([name, stance]) => old.has(name) && old.get(name) !== stance);
    expect(lost.length).toBeGreaterThan(0);
    expect([report.lost, report.gained, report.flipped]).toEqual([lost.length, gained.length, flipped.length]);
  });

  it('shows each statement that changed with its sentence', () => {
    const lost = report.changes.filter(({ kind }) => kind === 'lost');
    expect(lost[0]).toMatchObject({ actor: 'line', issue: 'rota', after: null });
    expect(lost[0]!.sentence).toMatch(/^Gannet Line, which runs the ferry, said/);
  });

  it('says how far each series moved', () => {
    const line = report.movements.find(({ actor }) => actor === 'line')!;
    expect(line.statements).toEqual({ before: before.filter(({ actor }) => actor === 'line').length, after: 0 });
    expect(line.daysMoved).toBe(6);
    expect(report.movements.map(({ actor }) => actor)).not.toContain('union');
  });

  it('and the re-tagging leaves no row of the version before', () => {
    expect(new Set(after.map((row) => row.codebookVersion))).toEqual(new Set([codebookVersion(revised)]));
  });
});
