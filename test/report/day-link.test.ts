import { expect, it } from 'vitest';
import { readLink } from '../../dashboard/state/view-state.ts';
import { dayLink } from '../../shared/report/day-link.ts';

it('opens the page on the day, in the fortnight before it', () => {
  const dispute = {
    id: 'ferry-dispute',
    title: 'The ferry dispute',
    timeZone: 'Europe/London',
    today: '2020-03-20',
    period: { from: '2020-01-01', to: null },
    events: [],
    version: 'v',
    actors: [],
    issues: [],
  };
  const link = new URL(dayLink('https://page.example/', 'ferry-dispute', '2020-03-10')!);
  expect(readLink(link.searchParams, [dispute])).toMatchObject({
    unknown: [],
    state: { view: 'trend', from: '2020-02-26', to: '2020-03-10', step: 'day', day: '2020-03-10' },
  });
});

it('is none where no page is served', () => expect(dayLink(null, 'ferry-dispute', '2020-03-10')).toBeNull());
