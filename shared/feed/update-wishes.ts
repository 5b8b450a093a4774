import type { Feed } from './feed.ts';
import type { FieldsByName } from './read-tidied.ts';
import type { Field } from './tidied-feed.ts';

const hour = 3_600_000;
/** RSS 1.0 module "syndication"; `dayly` and `always` are seen in feeds. */
const periods: Record<string, number> = {
  always: 0,
  hourly: hour,
  daily: 24 * hour,
  dayly: 24 * hour,
  weekly: 7 * 24 * hour,
  monthly: 30 * 24 * hour,
  yearly: 365 * 24 * hour,
};
const weekdays = new Set(['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']);

/** How often, and when not, a feed wants to be asked: ttl, skipHours and skipDays of RSS 2.0, sy:updatePeriod. What makes no sense is no wish. */
export function readUpdateWishes(
  fields: FieldsByName,
): Pick<Feed, 'ttlMs' | 'updatePeriodMs' | 'skipHours' | 'skipDays'> {
  const minutes = Number(first(fields.ttl) || Number.NaN);
  return {
    ttlMs: minutes > 0 && Number.isFinite(minutes) ? minutes * 60_000 : null,
    updatePeriodMs: updatePeriod(first(fields['update-period']), first(fields['update-frequency'])),
    skipHours: hours(fields['skip-hour'] ?? []),
    skipDays: [
      ...new Set((fields['skip-day'] ?? []).map(({ value }) => capitalise(value)).filter((day) => weekdays.has(day))),
    ],
  };
}

function updatePeriod(period: string, frequency: string): number | null {
  const length = Object.hasOwn(periods, period.toLowerCase()) ? (periods[period.toLowerCase()] ?? 0) : 0;
  const times = frequency === '' ? 1 : Number(frequency);
  return length > 0 && times > 0 && Number.isFinite(times) ? Math.round(length / times) : null;
}

/** 24 is midnight in RSS 0.91; all hours of the day together are no wish but a mistake. */
function hours(fields: Field[]): number[] {
  const named = fields
    .map(({ value }) => Number(value.trim() || Number.NaN))
    .filter((value) => Number.isInteger(value) && value >= 0 && value <= 24);
  const distinct = [...new Set(named.map((value) => value % 24))];
  return distinct.length >= 24 ? [] : distinct.sort((a, b) => a - b);
}

function first(fields: Field[] | undefined): string {
  return fields?.[0]?.value.trim() ?? '';
}

function capitalise(day: string): string {
  const trimmed = day.trim();
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1).toLowerCase();
}
