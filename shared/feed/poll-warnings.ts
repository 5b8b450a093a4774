import type { FeedState } from './feed-state.ts';
import type { PollWarning } from './poll-event.ts';
import type { PollFindings } from './poll-findings.ts';

/** What someone should know of a document that was read. */
export function warningsOf(before: FeedState, { feed, delivery }: PollFindings): PollWarning[] {
  if (feed === null || delivery === null) return [];
  const warnings: PollWarning[] = [...delivery.warnings];
  if (feed.entries.length === 0) warnings.push('no-entries');
  if (feed.bad + delivery.bad > 0) warnings.push('bad-items');
  if (feed.dropped > 0) warnings.push('too-many-items');
  if (hasGap(before, delivery, feed.entries.length)) warnings.push('possible-gap');
  return warnings;
}

/** Nothing of the last document is left, and the oldest entry is younger than the last poll: some probably came and went. */
function hasGap(
  { sightings, lastSuccessAt }: FeedState,
  { familiar, updated, oldest }: NonNullable<PollFindings['delivery']>,
  entries: number,
): boolean {
  if (lastSuccessAt === null || sightings.length === 0 || entries === 0 || familiar + updated > 0) return false;
  return oldest === null || oldest > lastSuccessAt;
}
