import { describe, expect, it } from 'vitest';
import { coverageSteps, coverageText } from '../../dashboard/shaping/coverage.ts';
import { hearingOf } from '../../shared/trend/hearing.ts';

describe('what became of a feed', () => {
  it.each([
    [{ status: 'ok', isHeard: true }, 'heard'],
    [{ status: 'moved', isHeard: true }, 'heard'],
    [{ status: 'late', isHeard: true }, 'late'],
    [{ status: 'silent', isHeard: true }, 'silent'],
    [{ status: 'silent', isHeard: false }, 'silent'],
    [{ status: 'ok', isHeard: false }, 'dead'],
    [{ status: 'failing', isHeard: true }, 'dead'],
    [{ status: 'gone', isHeard: false }, 'dead'],
  ] as const)('%o: %s', (day, hearing) => expect(hearingOf(day)).toBe(hearing));
});

describe('coverage of a step', () => {
  const other = (outlet: string, hearing: 'late' | 'dead') => ({ outlet, hearing, isHeard: hearing === 'late' });
  const days = [
    { day: '2020-03-09', expected: 3, others: [other('mail', 'dead')] },
    { day: '2020-03-10', expected: 3, others: [other('gazette', 'late'), other('mail', 'late')] },
  ];

  it("takes each feed's worst day", () => {
    const [week] = coverageSteps(days, [{ from: '2020-03-09', to: '2020-03-15' }]);
    expect(week).toMatchObject({ expected: 3, heard: 1, feeds: { late: ['gazette'], silent: [], dead: ['mail'] } });
    expect(coverageText(week!)).toBe('3 feeds expected: 1 heard, 1 late (gazette), 1 dead (mail).');
  });

  it('says so where nothing was kept', () => {
    const [none] = coverageSteps([], [{ from: '2020-03-09', to: '2020-03-15' }]);
    expect(coverageText(none!)).toBe('No record of feeds.');
  });
});
