import { describe, expect, it } from 'vitest';
import type { AuditCode } from '../../shared/reliability/audit-code.ts';
import { taggedCounts } from '../../shared/reliability/corrected-balance.ts';
import { correctedSeries } from '../../shared/reliability/corrected-series.ts';
import { drawSample } from '../../shared/reliability/draw-sample.ts';
import type { Sampling } from '../../shared/reliability/sampling.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';

const steps = 6;
/** How the tagger takes what is true: it misses a fifth, and takes sides wrongly, more often one way. */
const takenFor: Record<AuditCode, [AuditCode, number][]> = {
  for: [
    ['for', 0.6],
    ['against', 0.2],
  ],
  against: [
    ['against', 0.8],
    ['for', 0.02],
  ],
  neutral: [
    ['neutral', 0.5],
    ['for', 0.1],
  ],
  none: [['against', 0.03]],
};

/** Units of six steps with a known truth: a fifth takes sides, from one in five for to four in five. */
function world(random: () => number, size: number) {
  const pick = (odds: [AuditCode, number][]): AuditCode => {
    let left = random();
    for (const [code, chance] of odds) {
      left -= chance;
      if (left < 0) return code;
    }
    return 'none';
  };
  return Array.from({ length: size }, (_, index) => {
    const step = Math.floor(random() * steps);
    const lean = 0.2 + (0.6 * step) / (steps - 1);
    const code = pick([
      ['for', 0.2 * lean],
      ['against', 0.2 * (1 - lean)],
      ['neutral', 0.03],
    ]);
    return {
      ...{
        id: `u${index}`,
        articleId: `a${index}`,
        actor: 'x',
        issue: index % 2 === 0 ? 'pay' : 'hours',
        confidence: 1,
      },
      ...{ sentence: '', paragraph: '', step, code, tagger: pick(takenFor[code]) },
    };
  });
}

describe('shares by step, corrected for the tagger’s errors', () => {
  it.each<[Sampling, number, number]>([
    ['random', 400, 1_500],
    ['stratified', 300, 1_500],
    ['stratified', 600, 6_000],
  ])(
    'hold the truth in at least 93 of 100 steps, though opinion turns over: a %s draw of %i of %i',
    (sampling, size, population) => {
      const random = seededRandom(7);
      const counts = { told: 0, held: 0, raw: 0, steps: 0 };
      for (let round = 0; round < 50; round += 1) {
        const units = world(random, population);
        const ofPay = units.filter(({ issue }) => issue === 'pay');
        const gold = drawSample(units, size, sampling, random);
        const inStep = (step: number) => ofPay.filter((unit) => unit.step === step);
        const tagged = Array.from({ length: steps }, (_, step) => ({
          ...{ from: String(step), to: String(step), tagged: taggedCounts(inStep(step), ['pay']) },
        }));
        const draw = { size: gold.length, tagged: taggedCounts(ofPay, ['pay']) };
        for (const { from, raw, corrected } of correctedSeries(draw, tagged, gold, random)) {
          const codes = inStep(Number(from)).map(({ code }) => code);
          const sides = codes.filter((code) => code === 'for' || code === 'against');
          const truth = sides.filter((code) => code === 'for').length / sides.length;
          const holds = (share: number) => corrected!.low <= share && share <= corrected!.high;
          counts.steps += 1;
          if (corrected === null) continue;
          counts.told += 1;
          if (holds(truth)) counts.held += 1;
          if (holds(raw!)) counts.raw += 1;
        }
      }
      expect(counts.told / counts.steps).toBeGreaterThan(0.9);
      expect(counts.held / counts.told).toBeGreaterThanOrEqual(0.93);
      // It corrects something: the raw share lies outside more often than the truth.
      expect(counts.raw).toBeLessThan(counts.held);
    },
    30_000,
  );

  const gold = (codes: [tagger: AuditCode, code: AuditCode, times: number][], weight: number | null = 4) =>
    codes.flatMap(([tagger, code, times]) =>
      Array.from({ length: times }, () => ({ issue: 'pay', tagger, code, weight })),
    );
  const tagged = { pay: { for: 40, against: 40, neutral: 0, none: 80 } };
  const step = { from: '2020-03-02', to: '2020-03-08', tagged };
  const perfect = gold([
    ['for', 'for', 10],
    ['against', 'against', 10],
    ['none', 'none', 20],
  ]);

  it('are not given for a tagger that never erred: no sample can be so sure', () => {
    const [point] = correctedSeries({ size: 40, tagged }, [step], perfect, seededRandom(1));
    expect(point).toMatchObject({ from: '2020-03-02', to: '2020-03-08', for: 40, against: 40, raw: 0.5 });
    expect(point!.corrected).toBeNull();
  });

  it('follow from a known table of errors', () => {
    // Of 40 truly for, the tagger calls 10 against: a step of 30 and 50 is truly one of 40 and 40.
    const sample = gold([
      ['for', 'for', 30],
      ['against', 'for', 10],
      ['against', 'against', 40],
      ['none', 'none', 80],
    ]);
    const counts = { pay: { for: 30, against: 50, neutral: 0, none: 80 } };
    const steps = [{ ...step, tagged: counts }];
    const [point] = correctedSeries({ size: 160, tagged: counts }, steps, sample, seededRandom(1));
    expect(point!.raw).toBe(0.375);
    expect(point!.corrected!.value).toBeCloseTo(0.5, 10);
    expect(point!.corrected!.low).toBeLessThan(0.5);
    expect(point!.corrected!.high).toBeGreaterThan(0.5);
  });

  it('weigh each answer by its own units, however many of each were coded', () => {
    // The draw took half of the few neutral answers and one in a hundred of the others: of ten neutral, five are truly for.
    const sample = gold([
      ['for', 'for', 10],
      ['against', 'against', 10],
      ['neutral', 'for', 5],
      ['neutral', 'neutral', 5],
      ['none', 'none', 20],
    ]);
    const counts = { pay: { for: 40, against: 40, neutral: 20, none: 2_000 } };
    const steps = [{ ...step, tagged: counts }];
    const [point] = correctedSeries({ size: 50, tagged: counts }, steps, sample, seededRandom(1));
    // Fifty are for: forty tagged so, and half of the twenty.
    expect(point!.corrected!.value).toBeCloseTo(50 / 90, 10);
  });

  const erring = gold([
    ['for', 'for', 8],
    ['for', 'against', 2],
    ['against', 'against', 10],
    ['none', 'none', 20],
  ]);
  it.each([
    ['units are left undecided', { size: 41, tagged }, step, erring],
    ['the draw allows no estimate', { size: 40, tagged }, step, erring.map((unit) => ({ ...unit, weight: null }))],
    [
      'people found too few on one side',
      { size: 30, tagged },
      step,
      erring.filter(({ tagger }) => tagger !== 'against'),
    ],
    [
      'the step holds too few',
      { size: 40, tagged },
      { ...step, tagged: { pay: { for: 2, against: 2, neutral: 0, none: 9 } } },
      erring,
    ],
  ])('are not given where %s', (_, draw, one, coded) => {
    expect(correctedSeries(draw, [one], coded, seededRandom(1))[0]!.corrected).toBeNull();
    expect(correctedSeries({ size: 40, tagged }, [step], erring, seededRandom(1))[0]!.corrected).not.toBeNull();
  });
});
