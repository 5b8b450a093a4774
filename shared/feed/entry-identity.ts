import { createHash } from 'node:crypto';
import type { Entry } from './feed.ts';

/**
 * What each entry of a document is known by within its feed: its guid; where a document uses one guid twice, guid and
 * address, and where that too is taken, an ordinal; without a guid its address; without either, title and text.
 * `feedLink`, the site's own page, is nobody's address.
 */
export function entryIdentities(entries: readonly Entry[], feedLink: string | null): string[] {
  const uses = new Map<string, number>();
  for (const { id } of entries) if (id !== null) uses.set(id, (uses.get(id) ?? 0) + 1);
  const taken = new Map<string, number>();
  return entries.map((entry) => {
    const identity = baseIdentity(entry, feedLink, (uses.get(entry.id ?? '') ?? 0) > 1);
    const ordinal = (taken.get(identity) ?? 0) + 1;
    taken.set(identity, ordinal);
    return ordinal === 1 ? identity : `${identity} #${ordinal}`;
  });
}

function baseIdentity({ id, link, title, summary, content }: Entry, feedLink: string | null, shared: boolean): string {
  const address = link !== null && link !== feedLink ? link : null;
  if (id !== null && shared && address !== null) return `${id} ${address}`;
  return id ?? address ?? sha256(JSON.stringify([title, summary ?? content]));
}

/** The identity as feed states keep it: 16 hex digits. */
export function identityKey(identity: string): string {
  return sha256(identity).slice(0, 16);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
