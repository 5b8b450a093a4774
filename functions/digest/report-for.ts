import { buildDigest } from '../../shared/report/build-digest.ts';
import { dayLink } from '../../shared/report/day-link.ts';
import type { DayStatement, DayTone } from '../../shared/report/digest-material.ts';
import type { DigestReport, FeedHealthLine, LateItem } from '../../shared/report/digest-report.ts';
import { digestInstant } from '../../shared/report/digest-schedule.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { MentionRow } from '../../shared/store/rows.ts';
import type { CoverageRow, Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { addDays, dayOf, dayRange } from '../../shared/trend/day.ts';
import { coverageSeries, seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import { isReadable, statementViews, toneViews } from '../query/evidence.ts';
import { digestTime } from './digest-time.ts';

export interface DigestPorts {
  store: Store;
  dashboardUrl: string | null;
}

/** Days before the reported one that comparisons look back to. */
const historyDays = 56;
/** Days back from which an article can be late. */
const lateDays = 14;

/** The digest of a day, from what is stored. */
export async function reportFor({ codebook }: Published, day: string, ports: DigestPorts): Promise<DigestReport> {
  const { store } = ports;
  const actors = codebook.actors.map(({ id }) => id);
  const range = dayRange(day, codebook.timeZone);
  const [points, statements, tones, articles, coverage, late, unfinished, undelivered] = await Promise.all([
    pointsUpTo(codebook.id, [wholeDispute, ...actors], day, store),
    statementsOf(codebook.id, actors, range, store),
    tonesOf(codebook.id, actors, range, store),
    mentionsIn(codebook.id, wholeDispute, range, store),
    coverageUpTo(codebook.id, day, store),
    lateItems(codebook, day, store),
    countUnfinished(store),
    undeliveredOn(codebook.id, addDays(day, -1), store),
  ]);
  return buildDigest({
    ...{ codebook, day, points, statements, tones, late, unfinished, undelivered },
    watchedDays: new Map(coverage.map((row) => [row.day, hasHeard(row)])),
    outlets: articles.map(({ outlet }) => outlet),
    newSpeakers: await newSpeakers(codebook.id, statements, range.from, store),
    feeds: feedHealth(
      coverage.find((row) => row.day === day),
      codebook.feeds.length,
    ),
    link: dayLink(ports.dashboardUrl, codebook.id, day),
  });
}

type InstantRange = { from: string; to: string };

async function pointsUpTo(dispute: string, actors: string[], day: string, store: Store) {
  const from = addDays(day, -historyDays);
  return new Map(
    await Promise.all(
      actors.map(async (actor) => {
        const rows = await toArray(store.trends.query({ series: seriesOf(dispute, actor) }, 'day', { from, to: day }));
        return [actor, new Map(rows.map((row) => [row.day, row]))] as const;
      }),
    ),
  );
}

async function statementsOf(
  dispute: string,
  actors: string[],
  { from, to }: InstantRange,
  store: Store,
): Promise<DayStatement[]> {
  const rows = await Promise.all(
    actors.map((actor) =>
      toArray(store.statements.query({ series: seriesOf(dispute, actor) }, 'at', { from, to: `${to}#~` })),
    ),
  );
  return (await statementViews(rows.flat(), store)).filter(isReadable);
}

async function tonesOf(dispute: string, actors: string[], range: InstantRange, store: Store): Promise<DayTone[]> {
  const rows = await Promise.all(actors.map((actor) => mentionsIn(dispute, actor, range, store)));
  return (await toneViews(rows.flat(), store)).filter(isReadable);
}

const mentionsIn = (dispute: string, actor: string, { from, to }: InstantRange, store: Store): Promise<MentionRow[]> =>
  toArray(store.mentions.query({ series: seriesOf(dispute, actor) }, 'at', { from, to: `${to}#~` }));

const coverageUpTo = (dispute: string, day: string, store: Store): Promise<CoverageRow[]> =>
  toArray(
    store.coverage.query({ series: coverageSeries(dispute) }, 'day', { from: addDays(day, -historyDays), to: day }),
  );

const hasHeard = ({ feeds }: CoverageRow) => feeds.some(({ isHeard }) => isHeard);

function feedHealth(row: CoverageRow | undefined, listed: number): FeedHealthLine {
  if (!row) return { wasPolled: false, heard: 0, expected: listed, missing: [], silent: [] };
  const missing = row.feeds.filter(({ isHeard }) => !isHeard).map(({ outlet }) => outlet);
  const silent = row.feeds.filter(({ isHeard, status }) => isHeard && status === 'silent').map(({ outlet }) => outlet);
  return { wasPolled: true, heard: row.feeds.length - missing.length, expected: row.feeds.length, missing, silent };
}

/** Of the actors who speak on the day, those with no statement on record before it. */
async function newSpeakers(dispute: string, statements: DayStatement[], from: string, store: Store) {
  const speakers = [...new Set(statements.map(({ actor }) => actor))];
  const isNew = await Promise.all(
    speakers.map(async (actor) => {
      const [first] = await toArray(store.statements.query({ series: seriesOf(dispute, actor) }, 'at', { limit: 1 }));
      return first !== undefined && first.at >= from;
    }),
  );
  return new Set(speakers.filter((_, index) => isNew[index]));
}

/** Articles of the two weeks before the day that were first seen between yesterday's digest and this one. */
async function lateItems({ id, timeZone }: Published['codebook'], day: string, store: Store): Promise<LateItem[]> {
  const earlier = {
    from: dayRange(addDays(day, -lateDays), timeZone).from,
    to: dayRange(addDays(day, -1), timeZone).to,
  };
  const rows = await mentionsIn(id, wholeDispute, earlier, store);
  const articles = await store.articles.getAll(rows.map(({ articleId }) => ({ id: articleId })));
  const since = digestInstant(addDays(day, -1), timeZone, digestTime());
  const until = digestInstant(day, timeZone, digestTime());
  return articles
    .filter(({ firstSeenAt }) => firstSeenAt >= since && firstSeenAt < until)
    .map(({ title, outlet, url, seriesAt, firstSeenAt }) => ({
      title: title ?? url,
      outlet,
      url,
      day: dayOf(seriesAt ?? firstSeenAt, timeZone),
    }));
}

async function countUnfinished(store: Store): Promise<number> {
  const range = { index: 'unfinished', attributes: ['id'] };
  return (await toArray(store.articles.query({ unfinished: 'open' }, 'openedAt', range))).length;
}

/** Channels that did not get a day's digest, each with why. */
async function undeliveredOn(dispute: string, day: string, store: Store): Promise<string[]> {
  const rows = await toArray(store.deliveries.query({ dispute }, 'message', { prefix: `digest#${day}#` }));
  return rows
    .filter(({ state }) => state !== 'sent' && state !== 'kept')
    .map(
      ({ message, state, error }) =>
        `${message.slice(message.lastIndexOf('#') + 1)} (${state}: ${error ?? 'no answer noted'}).`,
    );
}
