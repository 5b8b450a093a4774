import { describe, expect, it } from 'vitest';
import type { AuditCode } from '../../shared/reliability/audit-code.ts';
import { correctedBalances } from '../../shared/reliability/corrected-balance.ts';
import { drawSample } from '../../shared/reliability/draw-sample.ts';
import type { Sampling } from '../../shared/reliability/sampling.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import type { GoldUnit } from '../../shared/reliability/stored-audit.ts';

type Unit = Omit<GoldUnit, 'weight' | 'source'> & { sentence: string; paragraph: string };

/** Units with a known truth: 12 % for, 8 % against, and a tagger that misses a fifth and takes sides wrongly. */
function world(random: () => number, units: number): Unit[] {
  const pick = (shares: [AuditCode, number][]): AuditCode => {
    const at = random();
    let upTo = 0;
    for (const [code, share] of shares) {
      upTo += share;
      if (at < upTo) return code;
    }
    return 'none';
  };
  return Array.from({ length: units }, (_, index) => {
    const code = pick([
      ['for', 0.12],
      ['against', 0.08],
    ]);
    const tagger =
      code === 'for'
        ? pick([
            ['for', 0.6],
            ['against', 0.2],
          ])
        : code === 'against'
          ? pick([
              ['against', 0.8],
              ['for', 0.02],
            ])
          : pick([['against', 0.03]]);
    return {
      ...{ id: `u${index}`, articleId: `a${index}`, actor: 'x', issue: index % 2 === 0 ? 'pay' : 'hours' },
      ...{ textRevision: 1, place: [0, 1], confidence: 1, sentence: '', paragraph: '', code, tagger },
    };
  });
}

const tally = (units: readonly Unit[], of: (unit: Unit) => AuditCode) => {
  const counts = { for: 0, against: 0, neutral: 0, none: 0 };
  for (const unit of units) counts[of(unit)] += 1;
  return counts;
};

describe('shares corrected for the tagger’s errors', () => {
  it.each<[Sampling, number]>([
    ['random', 400],
    ['stratified', 300],
  ])('the interval holds the truth in at least 93 of 100 cases: a %s draw of %i', (sampling, size) => {
    const random = seededRandom(5);
    let held = 0;
    let rawHeld = 0;
    const rounds = 200;
    for (let round = 0; round < rounds; round += 1) {
      const units = world(random, 1_500);
      const ofPay = units.filter(({ issue }) => issue === 'pay');
      const truth = tally(ofPay, ({ code }) => code);
      const share = truth.for / (truth.for + truth.against);
      const gold = drawSample(units, size, sampling, random).map((unit) => ({ ...unit, source: 'agreed' as const }));
      const audit = { of: units.length, size, tagged: { pay: tally(ofPay, ({ tagger }) => tagger) } };
      const [balance] = correctedBalances(audit, gold);
      const { corrected, raw } = balance!;
      if (corrected!.low <= share && share <= corrected!.high) held += 1;
      if (corrected!.low <= raw! && raw! <= corrected!.high) rawHeld += 1;
    }
    expect(held / rounds).toBeGreaterThanOrEqual(0.93);
    // It corrects something: the raw share lies outside more often than not.
    expect(rawHeld / rounds).toBeLessThan(0.7);
  });

  it.each([
    ['too few units', [] as GoldUnit[]],
    [
      'a draw of which some units are not decided yet',
      world(seededRandom(1), 39).map((unit): GoldUnit => ({ ...unit, weight: 2.5, source: 'agreed' })),
    ],
    [
      'a draw of what the tagger is unsure of',
      world(seededRandom(1), 40).map((unit): GoldUnit => ({ ...unit, weight: null, source: 'agreed' })),
    ],
  ])('%s: none is given, and the raw share stands alone', (_, gold) => {
    const audit = { of: 100, size: 40, tagged: { pay: { for: 3, against: 1, neutral: 0, none: 96 } } };
    expect(correctedBalances(audit, gold)).toEqual([{ issue: 'pay', raw: 0.75, corrected: null }]);
  });
});
