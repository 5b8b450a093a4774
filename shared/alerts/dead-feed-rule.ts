import { addDays } from '../trend/day.ts';
import type { Finding } from './alert.ts';
import { type AlertMaterial, baselineWeeks, type DeadFeed } from './material.ts';

/** What a day's coverage says of one feed. */
export interface FeedSight {
  url: string;
  outlet: string;
  isHeard: boolean;
  heard: number;
}

/** Days in a row without an answer from which a feed is dead: one bad evening is no death. */
const deadAfterDays = 2;

/**
 * The feeds that once answered and have not for two days, as the kept coverage shows it.
 * @param coverage rows of past days up to today, in any order
 */
export function findDeadFeeds(coverage: { day: string; feeds: FeedSight[] }[], today: string): DeadFeed[] {
  const days = coverage.filter(({ day }) => day <= today).sort((a, b) => (a.day < b.day ? -1 : 1));
  return (days.at(-1)?.feeds ?? []).flatMap(({ url, outlet }) => {
    const sights = days.flatMap(({ day, feeds }) =>
      feeds.filter((feed) => feed.url === url).map((feed) => ({ day, ...feed })),
    );
    const lastHeard = sights.findLastIndex(({ isHeard }) => isHeard);
    const unheard = sights.slice(lastHeard + 1);
    if (lastHeard < 0 || unheard.length < deadAfterDays) return [];
    const since = unheard[0]!.day;
    const from = addDays(since, -7 * baselineWeeks);
    const brought = sights.filter(({ day }) => day >= from && day < since).reduce((sum, { heard }) => sum + heard, 0);
    return [{ url, outlet, since, brought }];
  });
}

/** A feed that has died is no matter of chance. */
export function deadFeedRule({ deadFeeds }: AlertMaterial): Finding[] {
  return deadFeeds.map(({ url, outlet, since, brought }) => ({
    rule: 'dead-feed',
    subject: `${url} ${since}`,
    surprise: null,
    what: `The feed of ${outlet} has not answered since ${since}`,
    against: `it brought ${brought} entries in the ${baselineWeeks} weeks before; alerts that its silence could explain are held until it answers`,
    evidence: [],
    restsOn: 'presence',
  }));
}
