import { TransientError } from '../../shared/errors.ts';
import { buildDigest, type DayStatement } from '../../shared/report/build-digest.ts';
import type { DigestReport, FeedHealthLine } from '../../shared/report/digest-report.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-blocks.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { Store, TrendRow } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { addDays, dayOf, dayRange } from '../../shared/trend/day.ts';
import { coverageSeries, seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import { statementViews } from '../query/evidence.ts';

export interface DigestPorts {
  store: Store;
  now(): number;
  /** Posts the Slack message; absent when no webhook is set. */
  post?: ((message: unknown) => Promise<void>) | undefined;
  dashboardUrl: string | null;
}

/** Days before the reported one that comparisons look back to. */
const historyDays = 56;
/** Longer than the function may run: a claim so old belongs to a run that died before it could send. */
const claimLapsesAfterMilliseconds = 100_000;

/** The digest of a day, from what is stored. */
export async function reportFor(
  { codebook }: Published,
  day: string,
  ports: Pick<DigestPorts, 'store' | 'dashboardUrl'>,
): Promise<DigestReport> {
  const from = addDays(day, -historyDays);
  const { store } = ports;
  const actors = [wholeDispute, ...codebook.actors.map(({ id }) => id)];
  const points = new Map(
    await Promise.all(
      actors.map(async (actor) => {
        const rows = await toArray(
          store.trends.query({ series: seriesOf(codebook.id, actor) }, 'day', { from, to: day }),
        );
        return [actor, new Map(rows.map((row: TrendRow) => [row.day, row]))] as const;
      }),
    ),
  );
  const link = ports.dashboardUrl && `${ports.dashboardUrl}?dispute=${codebook.id}&step=day&day=${day}`;
  const statements = await statementsOf(codebook.id, actors, dayRange(day, codebook.timeZone), store);
  return buildDigest({
    codebook,
    day,
    points,
    statements,
    feeds: await feedHealth(codebook.id, day, codebook.feeds.length, store),
    link,
  });
}

async function statementsOf(
  dispute: string,
  actors: string[],
  range: { from: string; to: string },
  store: Store,
): Promise<DayStatement[]> {
  const rows = await Promise.all(
    actors.map((actor) =>
      toArray(
        store.statements.query({ series: seriesOf(dispute, actor) }, 'at', { from: range.from, to: `${range.to}#~` }),
      ),
    ),
  );
  return statementViews(rows.flat(), store);
}

async function feedHealth(dispute: string, day: string, expected: number, store: Store): Promise<FeedHealthLine> {
  const row = await store.coverage.get({ series: coverageSeries(dispute), day });
  if (!row) return { heard: 0, expected, missing: ['no feed was polled'], silent: [] };
  const missing = row.feeds.filter(({ isHeard }) => !isHeard).map(({ outlet }) => outlet);
  const silent = row.feeds.filter(({ isHeard, status }) => isHeard && status === 'silent').map(({ outlet }) => outlet);
  return { heard: row.feeds.length - missing.length, expected: row.feeds.length, missing, silent };
}

/**
 * Sends the digest of yesterday once: the day is claimed by a conditional write before anything is posted. A claim whose
 * run died lapses, so that a retried function sends what the first one couldn't.
 * @returns the text that was sent, or null when another run has sent it
 * @throws TransientError while another run holds the claim: the retry finds it sent, or lapsed
 */
export async function sendDigest(published: Published, ports: DigestPorts): Promise<string | null> {
  const now = ports.now();
  const day = addDays(dayOf(new Date(now).toISOString(), published.codebook.timeZone), -1);
  const key = { dispute: published.codebook.id, day };
  const claim = { ...key, state: 'claimed' as const, claimedAt: new Date(now).toISOString() };
  const isMine = await ports.store.digests.putIf(claim, {
    text: 'attribute_not_exists(#state) OR (#state = :claimed AND claimedAt < :lapsed)',
    names: { '#state': 'state' },
    values: { ':claimed': 'claimed', ':lapsed': new Date(now - claimLapsesAfterMilliseconds).toISOString() },
  });
  if (!isMine) return waitForOther(key, ports.store);
  let text: string;
  try {
    const report = await reportFor(published, day, ports);
    text = plainText(report);
    await ports.post?.(slackMessage(report));
  } catch (thrown) {
    const stillMine = { text: 'claimedAt = :claimedAt', values: { ':claimedAt': claim.claimedAt } };
    await ports.store.digests.deleteIf(key, stillMine);
    throw thrown;
  }
  await ports.store.digests.put({ ...claim, state: 'sent', sentAt: new Date(ports.now()).toISOString(), text });
  return text;
}

async function waitForOther(key: { dispute: string; day: string }, store: DigestPorts['store']): Promise<null> {
  const standing = await store.digests.get(key);
  if (standing?.state === 'sent') return null;
  throw new TransientError(`Another run is sending the digest of ${key.day}.`, 'It is tried again; nothing to do.');
}
