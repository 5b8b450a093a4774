import { messageOf } from '../../shared/errors.ts';
import { type DiscoveredEntry, discoveredEntry, entryFingerprint } from '../../shared/feed/discovered-entry.ts';
import { entryIdentities, identityKey } from '../../shared/feed/entry-identity.ts';
import type { Entry, Feed } from '../../shared/feed/feed.ts';
import type { FeedState, Sighting } from '../../shared/feed/feed-state.ts';
import type { SkipReason } from '../../shared/feed/poll-event.ts';
import type { Delivery } from '../../shared/feed/poll-findings.ts';
import { skipReason } from '../../shared/feed/skip-reason.ts';

type Discover = (entry: DiscoveredEntry) => Promise<'new' | 'duplicate' | 'updated'>;
type Outcome = 'new' | 'duplicate' | 'updated' | 'familiar' | 'bad' | 'not-stored' | { skipped: SkipReason };

/** Entries stored at a time. */
const width = 8;

/** An entry with what it is known by, before it is delivered. */
interface Candidate {
  entry: Entry;
  identity: string;
  sighting: Sighting;
  /** As the feed's last document had it. */
  known: Sighting | undefined;
}

/**
 * Hands on the entries of a document that were not in the last one, or were edited since. An entry that cannot be read
 * costs only itself; when one cannot be stored the rest waits for the next poll.
 */
export async function deliverEntries(feed: Feed, state: FeedState, now: number, discover: Discover): Promise<Delivery> {
  const delivery = emptyDelivery(feed);
  const candidates = toCandidates(feed, state, now);
  const stored = new Map(state.sightings.map((sighting) => [sighting.key, sighting]));
  for (let start = 0; start < candidates.length && delivery.error === null; start += width) {
    const slice = candidates.slice(start, start + width);
    const outcomes = await Promise.all(
      slice.map((candidate) => deliverOne(candidate, feed, state, now, discover, delivery)),
    );
    for (const [index, outcome] of outcomes.entries()) {
      count(delivery, outcome);
      const { sighting } = slice[index]!;
      if (outcome !== 'not-stored') stored.set(sighting.key, sighting);
    }
  }
  const inDocument = new Set(candidates.map(({ sighting }) => sighting.key));
  const kept =
    delivery.error === null ? [...stored.values()].filter(({ key }) => inDocument.has(key)) : [...stored.values()];
  return { ...delivery, sightings: kept.slice(-2_000) };
}

function emptyDelivery(feed: Feed): Delivery {
  const dates = feed.entries.flatMap(({ published }) => (published === null ? [] : [Date.parse(published)]));
  const oldest = dates.reduce((earliest, date) => Math.min(earliest, date), Number.POSITIVE_INFINITY);
  return {
    new: 0,
    duplicate: 0,
    updated: 0,
    familiar: 0,
    skipped: {},
    bad: 0,
    warnings: [],
    sightings: [],
    oldest: dates.length === 0 ? null : oldest,
    error: null,
  };
}

function toCandidates(feed: Feed, state: FeedState, now: number): Candidate[] {
  const known = new Map(state.sightings.map((sighting) => [sighting.key, sighting]));
  const identities = entryIdentities(feed.entries, feed.link);
  return feed.entries.map((entry, index) => {
    const identity = identities[index]!;
    const key = identityKey(identity);
    const before = known.get(key);
    const sighting = { key, fingerprint: entryFingerprint(entry), firstSeenAt: before?.firstSeenAt ?? now };
    return { entry, identity, sighting, known: before };
  });
}

async function deliverOne(
  { entry, identity, sighting, known }: Candidate,
  feed: Feed,
  state: FeedState,
  now: number,
  discover: Discover,
  delivery: Delivery,
): Promise<Outcome> {
  if (known?.fingerprint === sighting.fingerprint) return 'familiar';
  const discovered = readEntry(entry, feed, state, identity, now);
  if (discovered === 'bad' || 'skipped' in discovered) return discovered;
  warn(discovered, delivery);
  try {
    return await discover(discovered);
  } catch (error) {
    delivery.error = `Entries could not be stored: ${messageOf(error)}`;
    return 'not-stored';
  }
}

function readEntry(
  entry: Entry,
  feed: Feed,
  { url, outlet }: FeedState,
  entryId: string,
  now: number,
): DiscoveredEntry | { skipped: SkipReason } | 'bad' {
  try {
    const skipped = skipReason(entry, feed.link);
    if (skipped !== null) return { skipped };
    return discoveredEntry({ ...entry, link: entry.link ?? '' }, { feedUrl: url, outlet, entryId, now });
  } catch {
    return 'bad';
  }
}

function warn({ dateFlag, published }: DiscoveredEntry, { warnings }: Delivery): void {
  const warning =
    dateFlag === 'future'
      ? 'future-dates'
      : dateFlag === 'ancient'
        ? 'ancient-dates'
        : published === null
          ? 'undated-items'
          : null;
  if (warning !== null && !warnings.includes(warning)) warnings.push(warning);
}

function count(delivery: Delivery, outcome: Outcome): void {
  if (outcome === 'not-stored') return;
  if (typeof outcome === 'object') delivery.skipped[outcome.skipped] = (delivery.skipped[outcome.skipped] ?? 0) + 1;
  else if (outcome === 'familiar') {
    delivery.familiar += 1;
    delivery.duplicate += 1;
  } else delivery[outcome] += 1;
}
