import { describe, expect, it } from 'vitest';
import { coverageSteps, coverageText, hearingOf } from '../../dashboard/shaping/coverage.ts';

const feed = (outlet: string, status: 'ok' | 'late' | 'silent' | 'failing', isHeard = status === 'ok') => ({
  ...{ url: `https://${outlet}.example/feed`, outlet, status, isHeard, heard: 1, polls: 1, failedPolls: 0 },
});

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
  const days = [
    { day: '2020-03-09', feeds: [feed('gazette', 'ok'), feed('mail', 'failing')] },
    { day: '2020-03-10', feeds: [feed('gazette', 'late', true), feed('mail', 'ok')] },
  ];

  it("takes each feed's worst day", () => {
    const [week] = coverageSteps(days, [{ from: '2020-03-09', to: '2020-03-15' }]);
    expect(week).toMatchObject({ expected: 2, feeds: { heard: [], late: ['gazette'], silent: [], dead: ['mail'] } });
    expect(coverageText(week!)).toBe('2 feeds expected: 1 late (gazette), 1 dead (mail).');
  });

  it('says so where nothing was kept', () => {
    const [none] = coverageSteps([], [{ from: '2020-03-09', to: '2020-03-15' }]);
    expect(coverageText(none!)).toBe('No record of feeds.');
  });
});
