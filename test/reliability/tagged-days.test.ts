import { describe, expect, it } from 'vitest';
import { countDay, type TaggedByDay, taggedSteps } from '../../shared/reliability/tagged-days.ts';

describe('what the tagger says by day', () => {
  const days: TaggedByDay = {};
  const unit = (issue: string, tagger: 'for' | 'none') => ({ issue, tagger });
  countDay(days, '2020-03-08', [unit('pay', 'for'), unit('pay', 'none')], ['pay', 'rota']);
  countDay(days, '2020-03-08', [unit('pay', 'for')], ['pay', 'rota']);
  countDay(days, '2020-03-09', [unit('rota', 'for')], ['pay', 'rota']);
  countDay(days, '2020-03-10', [], ['pay', 'rota']);
  const period = { from: '2020-03-04', to: '2020-03-12' };

  it('adds up the articles of a day; a day without units is none', () => {
    expect(Object.keys(days)).toEqual(['2020-03-08', '2020-03-09']);
    expect(days['2020-03-08']!.pay).toEqual({ for: 2, against: 0, neutral: 0, none: 1 });
  });

  it('comes by weeks from Monday, which end with the period', () => {
    const steps = taggedSteps(days, period, 'week');
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      ['2020-03-04', '2020-03-08'],
      ['2020-03-09', '2020-03-12'],
    ]);
    expect(steps.map(({ tagged }) => [tagged.pay!.for, tagged.rota!.for])).toEqual([
      [2, 0],
      [0, 1],
    ]);
  });

  it('comes by months, too', () => {
    expect(taggedSteps(days, period, 'month')).toMatchObject([{ ...period, tagged: { pay: { for: 2, none: 1 } } }]);
  });
});
