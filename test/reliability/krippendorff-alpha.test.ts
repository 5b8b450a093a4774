import { describe, expect, it } from 'vitest';
import { bootstrapInterval } from '../../shared/reliability/bootstrap.ts';
import { type CodedUnit, krippendorffAlpha } from '../../shared/reliability/krippendorff-alpha.ts';

/** Coders' rows as papers print them; a dot is a missing value. */
const unitsOf = (...coders: string[]): CodedUnit[] =>
  [...coders[0]!.split(' ').keys()].map((unit) =>
    coders.map((values) => {
      const value = values.split(' ')[unit]!;
      return value === '.' ? null : value;
    }),
  );

describe("Krippendorff's alpha equals the published worked examples", () => {
  it.each([
    ['2011, A: binary data, two observers', ['0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0'], 0.095],
    ['2011, B: nominal data, two observers', ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'], 0.692],
    [
      '2011, C: nominal data, four observers, values missing',
      ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'],
      0.743,
    ],
    [
      'the worked example of the encyclopaedia: three coders, values missing',
      ['. . . . . 3 4 1 2 1 1 3 3 . 3', '1 . 2 1 3 3 4 3 . . . . . . .', '. . 2 1 3 4 4 . 2 1 1 3 3 . 4'],
      0.691,
    ],
  ])('%s', (_, coders, alpha) => {
    expect(krippendorffAlpha(unitsOf(...coders))).toBeCloseTo(alpha, 3);
  });

  it.each([
    ['no unit', []],
    ['one coder', ['1 2 3']],
    ['nothing that varies', ['1 1 1', '1 1 1']],
  ])('says nothing of %s', (_, coders) => {
    expect(krippendorffAlpha(coders.length === 0 ? [] : unitsOf(...coders))).toBeNull();
  });
});

describe('the bootstrap interval', () => {
  /** Park and Miller's generator: the same sequence everywhere. */
  const generator = (seed: number) => () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };

  it('covers the mean of a known population about 95 times in 100', () => {
    const draw = generator(7);
    let covered = 0;
    for (let trial = 0; trial < 200; trial += 1) {
      const clusters = Array.from({ length: 60 }, () => [draw() < 0.3 ? 1 : 0]);
      const interval = bootstrapInterval(
        clusters,
        (units) => units.reduce<number>((sum, unit) => sum + unit, 0) / units.length,
        draw,
        300,
      )!;
      if (interval.low <= 0.3 && 0.3 <= interval.high) covered += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(183);
  });

  it('is the same for the same sequence, and wider where units hang together', () => {
    const alpha = (units: readonly CodedUnit[]) => krippendorffAlpha(units);
    const units = unitsOf('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    const apart = units.map((unit) => [unit]);
    const together = [0, 4, 8].map((start) => units.slice(start, start + 4));
    const width = (clusters: CodedUnit[][]) => {
      const { low, high } = bootstrapInterval(clusters, alpha, generator(11))!;
      return high - low;
    };
    expect(width(apart)).toBe(width(apart));
    expect(bootstrapInterval(apart, alpha, generator(11))!.value).toBeCloseTo(0.692, 3);
    expect(width(together)).toBeGreaterThan(0);
  });
});
