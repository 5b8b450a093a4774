import { Temporal } from 'temporal-polyfill';

/** Offsets of whole months in which a zone keeps one: a calendar is slow to ask, and pages of a day share theirs. */
const monthOffsets = new Map<string, number | null>();

/**
 * Milliseconds that a zone's clocks are ahead of UTC.
 * @param zone IANA name
 * @param local what the clocks show, as milliseconds since 1970 if they showed UTC
 * @returns null for a zone that doesn't exist
 */
export function offsetAt(zone: string, local: number): number | null {
  if (zone === 'UTC') return 0;
  try {
    return offsetOfMonth(zone, new Date(local)) ?? exactOffset(zone, local);
  } catch {
    // No such zone.
    return null;
  }
}

function offsetOfMonth(zone: string, local: Date): number | null {
  const key = `${zone} ${local.getUTCFullYear()} ${local.getUTCMonth()}`;
  let offset = monthOffsets.get(key);
  if (offset === undefined) {
    const start = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1);
    const end = Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 1);
    const first = exactOffset(zone, start);
    offset = first === exactOffset(zone, end) ? first : null;
    monthOffsets.set(key, offset);
  }
  return offset;
}

function exactOffset(zone: string, local: number): number {
  const wall = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
  return local - wall.toZonedDateTime(zone).epochMilliseconds;
}
