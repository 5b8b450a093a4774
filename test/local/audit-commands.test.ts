import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkGold, type GoldSet, readGold } from '../../local/audit/check-gold.ts';
import { addAudit } from '../../local/commands/audit.ts';
import { withPipeline } from '../../local/open-store.ts';
import { readCorpus } from '../../shared/export/read-corpus.ts';
import type { AuditCode } from '../../shared/reliability/audit-code.ts';
import { auditUnits, type PlacedUnit } from '../../shared/reliability/audit-units.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

let folder: string;
let corpus: Corpus;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picketline-audit-'));
  corpus = await startCorpus();
}, 120_000);
afterEach(() => {
  process.exitCode = undefined;
  vi.restoreAllMocks();
});
afterAll(async () => {
  await corpus.harness.stop();
  await rm(folder, { recursive: true, force: true });
});

const path = (name: string) => join(folder, name);

async function run(...words: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  const program = new Command().exitOverride();
  addAudit(program);
  await program.parseAsync(['audit', ...words], { from: 'user' });
  return log.mock.calls.join('\n');
}

describe('a coded sample from sheets', () => {
  const codes: [tagger: AuditCode, code: AuditCode][] = [
    ...Array<[AuditCode, AuditCode]>(9).fill(['for', 'for']),
    ...Array<[AuditCode, AuditCode]>(3).fill(['for', 'against']),
    ...Array<[AuditCode, AuditCode]>(8).fill(['against', 'against']),
    ...Array<[AuditCode, AuditCode]>(10).fill(['none', 'none']),
  ];
  const units = codes.map(([tagger], index) => ({
    ...{ id: `u${index}`, articleId: `a${index}`, textRevision: 1, place: [0, 2], actor: 'union', issue: 'pay' },
    ...{ sentence: 'S.', paragraph: 'S.', tagger, confidence: 1, weight: 10 },
  }));
  const week = { pay: { for: 60, against: 40, neutral: 0, none: 100 } };
  const draw = {
    ...{ dispute: 'ferry-dispute', codebookVersion: 'c', taggerVersion: '1', sampling: 'stratified', seed: 1 },
    ...{ from: '2020-03-02', to: '2020-03-15', of: 300, units },
    tagged: { pay: { for: 120, against: 80, neutral: 0, none: 100 } },
  };
  const sheet = () =>
    ['unit,actor,issue,sentence,paragraph,code', ...codes.map(([, code], index) => `u${index},,,,,${code}`)].join('\n');

  beforeAll(async () => {
    await writeFile(path('key.json'), JSON.stringify({ ...draw, days: { '2020-03-04': week, '2020-03-09': week } }));
    await writeFile(path('old.json'), JSON.stringify(draw));
    for (const coder of ['ada', 'ben']) await writeFile(path(`${coder}.csv`), sheet());
  });

  it('gives shares by week, as tagged and corrected', async () => {
    const printed = await run('series', path('key.json'), path('ada.csv'), path('ben.csv'), '--json');
    const { steps } = JSON.parse(printed);
    expect(steps.map(({ from, to, raw }: Record<string, unknown>) => [from, to, raw])).toEqual([
      ['2020-03-02', '2020-03-08', 0.6],
      ['2020-03-09', '2020-03-15', 0.6],
    ]);
    // Of twelve tagged for, three are against: nine in twelve of the sixty are left.
    expect(steps[0].corrected.value).toBeCloseTo(0.45, 10);
    expect(await run('series', path('key.json'), path('ada.csv'))).toContain(
      '2020-03-02 to 2020-03-08 pay: 0.600 (60, 40), 0.450',
    );
  });

  it('says what an older draw lacks', async () => {
    await expect(run('series', path('old.json'), path('ada.csv'))).rejects.toThrow('keeps no counts by day');
  });

  it('gives the gold set: places and codes, no words', async () => {
    await run('score', path('key.json'), path('ada.csv'), path('ben.csv'), '--gold', path('gold.json'));
    const text = await readFile(path('gold.json'), 'utf8');
    expect(readGold(text, 'gold.json').units.map(({ code }) => code)).toEqual(codes.map(([, code]) => code));
    expect(text).not.toMatch(/sentence|paragraph/);
    await expect(
      run('score', path('key.json'), path('ada.csv'), path('ben.csv'), '--gold', path('gold.json')),
    ).rejects.toThrow("can't be written");
  });

  it.each([
    ['another file', 'key.json'],
    ['a sheet', 'ada.csv'],
  ])('refuses %s for a gold set', async (_, name) => {
    const text = name === 'key.json' ? '{}' : sheet();
    expect(() => readGold(text, name)).toThrow(`${name} is no gold set.`);
  });
});

describe('a draw', () => {
  it('that died before its sheet was written is made again; a key of another draw is never lost', async () => {
    const data = ['--data', path('store')];
    await withPipeline({ data: path('store'), json: false }, async ({ runtime }) => {
      await publishCodebook(runtime.store, ferryCodebook(), '2020-03-10T12:00:00.000Z');
      const { mentions, statements, articles, texts } = corpus.harness.pipeline.runtime.store;
      for (const row of await toArray(articles.scan())) await runtime.store.articles.put(row);
      for (const row of await toArray(texts.scan())) await runtime.store.texts.put(row);
      for (const row of await toArray(mentions.scan())) await runtime.store.mentions.put(row);
      for (const row of await toArray(statements.scan())) await runtime.store.statements.put(row);
    });
    const draw = (seed: number) =>
      run('draw', 'ferry-dispute', path('s.csv'), '--size', '4', '--seed', String(seed), ...data);
    await draw(1);
    const files = () => Promise.all(['s.csv', 's.csv.key.json'].map((name) => readFile(path(name), 'utf8')));
    const before = await files();
    await expect(draw(1)).rejects.toThrow('s.csv is there already.');
    await rm(path('s.csv'));
    await expect(draw(2)).rejects.toThrow('is the key of another draw.');
    await draw(1);
    expect(await files()).toEqual(before);
  }, 60_000);
});

describe('today’s tags against a gold set', () => {
  async function gold(codeOf: (unit: PlacedUnit) => AuditCode): Promise<GoldSet> {
    const instants = { from: '2020-03-01T00:00:00.000Z', to: '2020-03-31T22:59:59.999Z' };
    const units: GoldSet['units'] = [];
    for await (const entry of readCorpus(corpus.harness.pipeline.runtime.store, 'ferry-dispute', instants))
      for (const unit of auditUnits(entry, ['rota'])) units.push({ ...unit, code: codeOf(unit) });
    return { dispute: 'ferry-dispute', units };
  }
  const check = async (set: GoldSet) => {
    const { store, codebooks } = corpus.harness.pipeline.runtime;
    return checkGold(set, (await codebooks())[0]!, store);
  };

  it('reach 1 where people say what the tagger says', async () => {
    const set = await gold(({ tagger }) => tagger);
    expect(await check(set)).toMatchObject({ f1: 1, missing: 0, units: set.units.length });
  });

  it('lose what people don’t see', async () => {
    const set = await gold(({ tagger }) => tagger);
    const [first, ...others] = set.units;
    const { f1, scores } = await check({ ...set, units: [{ ...first!, code: 'none' }, ...others] });
    const tagged = set.units.filter(({ code }) => code !== 'none').length;
    expect(f1).toBeCloseTo((2 * (tagged - 1)) / (2 * tagged - 1), 10);
    expect(scores.find(({ value }) => value === first!.code)!.precision).toBeLessThan(1);
  });

  it('count what can’t be checked any more apart', async () => {
    const { units, dispute } = await gold(({ tagger }) => tagger);
    const gone = { ...units[0]!, id: 'gone', articleId: 'gone' };
    expect(await check({ dispute, units: [...units, gone] })).toMatchObject({ missing: 1, units: units.length });
  });
});
