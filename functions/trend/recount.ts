import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/codebook/version.ts';
import { TransientError } from '../../shared/errors.ts';
import type { Store, TrendRow } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayRange } from '../../shared/trend/day.ts';
import { trendPoint } from '../../shared/trend/trend-point.ts';

type RecountStore = Pick<Store, 'mentions' | 'statements' | 'trends'>;

/** Two workers at one day are rare, and each round one of them succeeds. */
const maximumRounds = 8;

/**
 * Recounts one day of one series from its rows and keeps the point.
 *
 *   read digest of the point -> read rows -> write if the digest still stands -> read rows again: same? done : repeat
 *
 * The digest is the point's revision: it names the rows counted, so equal rows give equal bytes whatever the history.
 * The second read closes the one gap of a content digest: rows that changed and changed back between read and write.
 * @throws TransientError when others keep changing the day
 */
export async function recount(series: string, day: string, timeZone: string, store: RecountStore): Promise<void> {
  for (let round = 0; round < maximumRounds; round += 1) {
    const standing = await store.trends.get({ series, day });
    const counted = await countDay(series, day, timeZone, store);
    if (standing?.rowsDigest === counted?.rowsDigest) return;
    const written = await write(series, day, counted, standing, store);
    if (written && (await countDay(series, day, timeZone, store))?.rowsDigest === counted?.rowsDigest) return;
  }
  throw new TransientError(`${day} of ${series} changes faster than it is recounted.`, 'It is recounted later.');
}

/** The point of a day as its rows give it; undefined for a day without rows. */
async function countDay(
  series: string,
  day: string,
  timeZone: string,
  store: RecountStore,
): Promise<TrendRow | undefined> {
  const { from, to } = dayRange(day, timeZone);
  const range = { from, to: `${to}#~`, consistent: true };
  const [mentions, statements] = await Promise.all([
    toArray(store.mentions.query({ series }, 'at', range)),
    toArray(store.statements.query({ series }, 'at', range)),
  ]);
  if (mentions.length === 0 && statements.length === 0) return undefined;
  const rowsDigest = createHash('sha256')
    .update(canonicalJson([mentions, statements]))
    .digest('hex')
    .slice(0, 16);
  return { series, day, ...trendPoint(mentions, statements), rowsDigest };
}

function write(
  series: string,
  day: string,
  counted: TrendRow | undefined,
  standing: TrendRow | undefined,
  store: RecountStore,
): Promise<boolean> {
  const unchanged = standing
    ? { text: 'rowsDigest = :digest', values: { ':digest': standing.rowsDigest } }
    : { text: 'attribute_not_exists(rowsDigest)' };
  return counted ? store.trends.putIf(counted, unchanged) : store.trends.deleteIf({ series, day }, unchanged);
}
