import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../shared/export/read-corpus.ts';
import type { AuditCode } from '../../shared/reliability/audit-code.ts';
import { type AuditUnit, auditUnits } from '../../shared/reliability/audit-units.ts';
import { codeSheet, readCodeSheet } from '../../shared/reliability/code-sheet.ts';
import { type DrawnUnit, drawSample } from '../../shared/reliability/draw-sample.ts';
import { scoreAudit } from '../../shared/reliability/score-audit.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

const unit = (id: string, changes: Partial<DrawnUnit> = {}): DrawnUnit => ({
  ...{ id, articleId: `article-${id}`, actor: 'union', issue: 'rota', sentence: 'S.', paragraph: 'S.' },
  ...{ tagger: 'none', confidence: 1, weight: 1 },
  ...changes,
});

describe('units to code', () => {
  let corpus: Corpus;
  let units: AuditUnit[];
  let stated = 0;
  beforeAll(async () => {
    corpus = await startCorpus();
    const instants = { from: '2020-03-01T00:00:00.000Z', to: '2020-03-31T22:59:59.999Z' };
    units = [];
    for await (const entry of readCorpus(corpus.harness.pipeline.runtime.store, 'ferry-dispute', instants)) {
      units.push(...auditUnits(entry, ['rota']));
      stated += entry.statements.length;
    }
  }, 120_000);
  afterAll(() => corpus.harness.stop());

  it('are the statements, and the mentioned actors without one', () => {
    const tagged = units.filter(({ tagger }) => tagger !== 'none');
    expect(tagged.length).toBeGreaterThan(0);
    expect(tagged.length).toBe(stated);
    for (const { sentence, paragraph } of units) expect(paragraph).toContain(sentence);
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
  });

  it('come on a sheet that does not tell what the tagger said', () => {
    const drawn = drawSample(units, 6, 'stratified', seededRandom(1));
    const sheet = codeSheet(drawn, ferryCodebook());
    expect(sheet.split('\n')[0]).toBe('\ufeffunit,actor,issue,sentence,paragraph,code');
    for (const line of sheet.trim().split('\n').slice(1)) expect(line).toMatch(/,$/);
    expect(sheet).not.toMatch(/against|neutral/);
  });
});

describe('a draw', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    unit(`u${index}`, {
      tagger: index % 10 === 0 ? 'for' : 'none',
      issue: index % 20 === 0 ? 'pay' : 'rota',
      confidence: (index % 97) / 97,
    }),
  );

  it('is the same for the same seed, another for another', () => {
    const ids = (seed: number) => drawSample(many, 20, 'random', seededRandom(seed)).map(({ id }) => id);
    expect(ids(3)).toEqual(ids(3));
    expect(ids(3)).not.toEqual(ids(4));
  });

  it('by strata takes half from statements, evenly by issue, and knows what each unit stands for', () => {
    const drawn = drawSample(many, 40, 'stratified', seededRandom(1));
    const count = (keep: (drawnUnit: DrawnUnit) => boolean) => drawn.filter(keep).length;
    expect(drawn).toHaveLength(40);
    expect(count(({ tagger, issue }) => tagger === 'for' && issue === 'pay')).toBe(10);
    expect(count(({ tagger, issue }) => tagger === 'for' && issue === 'rota')).toBe(10);
    expect(drawn.reduce((sum, { weight }) => sum + weight!, 0)).toBeCloseTo(400);
  });

  it('of the least confident brings those, and no weights', () => {
    const drawn = drawSample(many, 5, 'least-confident', seededRandom(1));
    const least = many.filter(({ tagger }) => tagger === 'for').map(({ confidence }) => confidence);
    expect(drawn.map(({ confidence }) => confidence).sort()).toEqual(least.sort().slice(0, 5));
    expect(drawn.every(({ weight }) => weight === null)).toBe(true);
  });
});

describe('a filled sheet', () => {
  const known = new Set(['a', 'b']);
  const head = 'unit,actor,issue,sentence,paragraph,code\n';

  it('is read in any case; units without a code are left out', () => {
    expect(readCodeSheet(`\ufeff${head}a,,,,,For \nb,,,,,\n`, 'x.csv', known)).toEqual(new Map([['a', 'for']]));
  });

  it.each([
    ['other columns', 'id,answer\na,for\n', 'x.csv has no column "unit" or "code".'],
    ['an unknown unit', `${head}c,,,,,for\n`, 'x.csv, line 2: "c" is no unit of this sample.'],
    ['what is no CSV', `un"it\nx`, "x.csv can't be read as CSV: Invalid Opening Quote"],
    ['a unit coded twice', `${head}a,,,,,for\na,,,,,against\n`, 'x.csv, line 3: unit "a" is coded twice.'],
    ['a word that is no code', `${head}a,,,,,for\nb,,,,,pro\n`, 'x.csv, line 3: "pro" is no code.'],
  ])('is refused for %s', (_, text, message) => {
    expect(() => readCodeSheet(text, 'x.csv', known)).toThrow(message);
  });
});

describe('the score of an audit', () => {
  const units = [
    unit('a', { tagger: 'for' }),
    unit('b', { tagger: 'against' }),
    unit('c', { tagger: 'for', issue: 'pay' }),
    unit('d'),
    unit('e'),
  ];
  const coding = (coder: string, codes: Record<string, AuditCode>) => ({
    coder,
    codes: new Map(Object.entries(codes)),
  });
  const ann = coding('ann', { a: 'for', b: 'against', c: 'against', d: 'none', e: 'for' });
  const bob = coding('bob', { a: 'for', b: 'against', c: 'against', d: 'none', e: 'none' });

  it('measures people against each other, and the tagger against what they agree on', () => {
    const score = scoreAudit(units, [ann, bob], new Map(), seededRandom(1));
    expect(score.kappas).toEqual([{ coders: ['ann', 'bob'], kappa: expect.closeTo(0.7059, 3), units: 5 }]);
    expect(score.alpha!.value).toBeCloseTo(0.7273, 3);
    expect(score.alphaWithTagger!.value).toBeLessThan(score.alpha!.value);
    expect(score.disagreements).toEqual(['e']);
    expect(score.tagger.units).toBe(4);
    expect(score.tagger.f1ByIssue).toEqual({ pay: 0, rota: 1 });
  });

  it('counts an adjudicated unit by its decision', () => {
    const score = scoreAudit(units, [ann, bob], new Map([['e', 'for']]), seededRandom(1));
    expect(score.disagreements).toEqual([]);
    expect(score.tagger.units).toBe(5);
    expect(score.tagger.f1ByIssue.rota).toBeCloseTo(0.8);
  });
});
