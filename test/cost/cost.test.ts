import { describe, expect, it } from 'vitest';
import {
  comprehendThousand,
  costOfThousand,
  costReport,
  fixedMonth,
  monthlyCost,
  total,
  type Usage,
} from '../../shared/cost/cost.ts';
import prices from '../../shared/cost/prices.json' with { type: 'json' };
import pinned from '../../shared/cost/usage.json' with { type: 'json' };

const nothing = { cpuMs: 0, events: 0 };
const idle: Usage = {
  ...{ measuredAt: '2026-01-01T00:00:00.000Z', articles: 1, share: 1, characters: 0 },
  ...{ writeUnits: 0, readUnits: 0, sqsRequests: 0, logBytes: 0, storedBytes: 0 },
  stages: { poll: nothing, collect: nothing, tag: nothing, trend: nothing },
};
const costOf = (changes: Partial<Usage>) => total(costOfThousand({ ...idle, ...changes }, prices));

describe('1,000 articles cost', () => {
  it.each([
    ['one write unit each', { writeUnits: 1 }, 0.000625],
    ['one read unit each', { readUnits: 1 }, 0.000125],
    ['one request to a queue each', { sqsRequests: 1 }, 0.0004],
    ['a kilobyte of log each', { logBytes: 1_000 }, 0.0005],
    ['nothing', {}, 0],
  ])('%s', (_, changes, usd) => expect(costOf(changes)).toBeCloseTo(usd, 9));

  it('a processor millisecond costs more time where a function has part of a core', () => {
    const { tag: _, ...rest } = idle.stages;
    const seconds = ((1 / (1_024 / 1_769)) * 1_000) / 1_000;
    const usd = seconds * prices.lambdaGigabyteSecondArm;
    expect(costOf({ stages: { ...rest, tag: { cpuMs: 1, events: 0 } } })).toBeCloseTo(usd, 9);
  });
});

it('a month costs what comes in any case, and a thousandth of its articles’ thousands', () => {
  const usage = { ...idle, writeUnits: 10 };
  const articles = 1_000 * 30.4;
  expect(monthlyCost(usage, prices, 1_000)).toBeCloseTo(total(fixedMonth(prices)) + (articles * 10 * 0.625) / 1e6, 6);
});

it.each([
  [1, 3],
  [300, 3],
  [301, 4],
  [2_650, 27],
])('Comprehend takes %i characters for %i units, three times', (characters, units) => {
  expect(comprehendThousand({ ...idle, characters }, prices)).toBeCloseTo(1_000 * 3 * units * 0.0001, 9);
});

it('what was measured last stays below 0.03 USD for 1,000 articles, and the report says so', () => {
  const usd = total(costOfThousand(pinned, prices));
  expect(usd).toBeLessThan(0.03);
  expect(costReport(pinned, prices)).toContain(`1,000 articles: ${usd.toFixed(4)} USD`);
});
