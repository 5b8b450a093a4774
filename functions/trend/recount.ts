import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/codebook/version.ts';
import { TransientError } from '../../shared/errors.ts';
import type { Store, TrendRow } from '../../shared/store/store.ts';
import { dayRange } from '../../shared/trend/day.ts';
import { TrendCounter } from '../../shared/trend/trend-point.ts';

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
 * Rows are streamed: memory is bounded by distinct texts (`npm run bench -- cloud recount` measures a day of 100,000).
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

/** The point of a day as its rows give it, read as a stream; undefined for a day without rows. */
async function countDay(
  series: string,
  day: string,
  timeZone: string,
  store: RecountStore,
): Promise<TrendRow | undefined> {
  const { from, to } = dayRange(day, timeZone);
  const range = { from, to: `${to}#~`, consistent: true };
  const counter = new TrendCounter();
  const digest = rowsDigest();
  for await (const row of store.mentions.query({ series }, 'at', range)) {
    counter.addMention(row);
    digest.addMention(row);
  }
  for await (const row of store.statements.query({ series }, 'at', range)) {
    counter.addStatement(row);
    digest.addStatement(row);
  }
  return digest.rows() === 0 ? undefined : { series, day, ...counter.point(), rowsDigest: digest.value() };
}

/** Digest of the canonical JSON of `[mentions, statements]`, row by row: no more than one row is held. */
function rowsDigest() {
  const hash = createHash('sha256').update('[[');
  const counts = { mentions: 0, statements: 0 };
  const add = (list: keyof typeof counts, row: object) => {
    if (list === 'statements' && counts.statements === 0) hash.update('],[');
    hash.update(`${counts[list] > 0 ? ',' : ''}${canonicalJson(row)}`);
    counts[list] += 1;
  };
  return {
    addMention: (row: object) => add('mentions', row),
    addStatement: (row: object) => add('statements', row),
    rows: () => counts.mentions + counts.statements,
    value: () =>
      hash
        .update(counts.statements === 0 ? '],[]]' : ']]')
        .digest('hex')
        .slice(0, 16),
  };
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
