import { describe, expect, it } from 'vitest';
import { type AuditedUnit, correctedShare } from '../../shared/reliability/corrected-share.ts';

/** Park and Miller's generator: the same sequence everywhere. */
const generator = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

interface World {
  /** True share of the property, and how often the tagger sees it rightly where it is, and where it is not. */
  truth: number;
  sensitivity: number;
  specificity: number;
}

const unitOf = ({ truth, sensitivity, specificity }: World, random: () => number): AuditedUnit => {
  const person = random() < truth ? 1 : 0;
  const isRight = random() < (person === 1 ? sensitivity : specificity);
  return { person, tagger: (isRight ? person : 1 - person) as 0 | 1 };
};

describe('the corrected share', () => {
  it.each<[string, World, number, number]>([
    ['a tagger that sees too much', { truth: 0.3, sensitivity: 0.9, specificity: 0.7 }, 2_000, 150],
    ['a tagger that sees too little', { truth: 0.5, sensitivity: 0.6, specificity: 0.98 }, 2_000, 150],
    ['a rare property', { truth: 0.12, sensitivity: 0.8, specificity: 0.95 }, 5_000, 250],
    ['few tagged units', { truth: 0.4, sensitivity: 0.8, specificity: 0.85 }, 120, 100],
    ['a tagger no better than chance', { truth: 0.25, sensitivity: 0.5, specificity: 0.5 }, 3_000, 150],
  ])('covers the truth at least 93 times in 100: %s', (_, world, units, audited) => {
    const random = generator(20_251_125);
    const trials = 1_000;
    let covered = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      let positive = 0;
      for (let unit = 0; unit < units; unit += 1) positive += unitOf(world, random).tagger;
      const sample = Array.from({ length: audited }, () => unitOf(world, random));
      const { low, high } = correctedShare({ positive, units }, sample)!;
      if (low <= world.truth && world.truth <= high) covered += 1;
    }
    expect(covered / trials).toBeGreaterThanOrEqual(0.93);
  });

  it('leaves a perfect tagger as it is', () => {
    const sample: AuditedUnit[] = Array.from({ length: 50 }, (_, index) =>
      index < 20 ? { tagger: 1, person: 1 } : { tagger: 0, person: 0 },
    );
    const { value, low, high } = correctedShare({ positive: 400, units: 1_000 }, sample)!;
    expect([value, low.toFixed(3), high.toFixed(3)]).toEqual([0.4, '0.370', '0.430']);
  });

  it.each([
    ['too few audited units', { positive: 1, units: 5 }, Array<AuditedUnit>(9).fill({ tagger: 1, person: 1 })],
    ['nothing tagged', { positive: 0, units: 0 }, Array<AuditedUnit>(20).fill({ tagger: 1, person: 1 })],
  ])('says nothing of %s', (_, tagged, audited) => {
    expect(correctedShare(tagged, audited)).toBeNull();
  });
});
