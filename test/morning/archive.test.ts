import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherAlertMaterial } from '../../functions/alert/gather.ts';
import { loadStoredRows } from '../../functions/alert/load-stored-rows.ts';
import { reportFor } from '../../functions/digest/report-for.ts';
import { defaultCodebook, readCodebook } from '../../local/read-codebook.ts';
import { openReplay, type Replay } from '../../local/replay-archive.ts';
import { dayOfSighting, replayAlerts, type Sighting, seeInPast, thresholdsFor } from '../../shared/alerts/backtest.ts';
import { type Alert, findAll } from '../../shared/alerts/find-alerts.ts';
import { digestDocument } from '../../shared/report/digest-document.ts';
import { htmlPage } from '../../shared/report/html.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackMessage } from '../../shared/report/slack-message.ts';
import { codebookOf, standingCodebooks } from '../../shared/store/published-codebooks.ts';
import { addDays } from '../../shared/trend/day.ts';

/**
 * The sample archive, replayed once. The golden files hold what its digests say; after a change that is meant, look at
 * the difference that `npx vitest run test/morning -u` makes.
 */
let replay: Replay;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picketline-morning-'));
  replay = await openReplay({ folder, codebook: await readCodebook(defaultCodebook), archivePort: 0 });
}, 900_000);
afterAll(async () => {
  await replay?.pipeline.stop();
  await replay?.site.close();
  await rm(folder, { recursive: true, force: true });
});

describe('digests of the sample archive', () => {
  it.each([
    ['strike', '2016-02-10', 'the second strike'],
    ['quiet', '2015-12-25', 'nothing was published, and all feeds were asked'],
    ['dead-feed', '2016-03-16', 'the Evening Sentinel has stopped answering'],
    ['clocks-forward', '2016-03-27', 'a day of 23 hours'],
    ['clocks-back', '2015-10-25', 'a day of 25 hours'],
    ['first-day', '2015-09-16', 'the first article of the archive'],
  ])('%s: %s, %s', async (name, day) => {
    const { store } = replay.pipeline.runtime;
    const published = codebookOf(await standingCodebooks(store), replay.codebook.id);
    const document = digestDocument(await reportFor(published, day, { store, dashboardUrl: 'https://page.example/' }));
    const golden = (form: string) => join(import.meta.dirname, 'golden', `${name}.${form}`);
    await expect(portable(plainText(document))).toMatchFileSnapshot(golden('txt'));
    await expect(portable(htmlPage(document))).toMatchFileSnapshot(golden('html'));
    await expect(portable(JSON.stringify(slackMessage(document), null, 2))).toMatchFileSnapshot(golden('slack.json'));
  });
});

describe('alerts over the sample archive', () => {
  const weeks = 61;
  let sightings: Sighting[];
  beforeAll(async () => {
    const rows = await loadStoredRows(replay.codebook, replay.pipeline.runtime.store);
    const { from, to } = replay.codebook.period;
    sightings = seeInPast(replay.codebook, rows, { from, to: to! });
  }, 120_000);

  const day = (sighting: Sighting) => dayOfSighting(sighting, replay.codebook.timeZone);
  /** What an event makes; silences come of none. */
  const eventRules = ['volume', 'share', 'tone', 'flip'];
  const isOf = ({ date, until }: { date: string; until?: string | undefined }, sighting: Sighting) =>
    eventRules.includes(sighting.alert.rule) && day(sighting) >= date && day(sighting) <= addDays(until ?? date, 2);
  const sentWithin = (budget: number) => replayAlerts(sightings, thresholdsFor(sightings, budget)).sent;

  it('finds the dispute’s events within two days under a budget of one a week, all but the thinly covered', () => {
    const sent = sentWithin(weeks);
    const missed = replay.codebook.events.filter((event) => !sent.some((sighting) => isOf(event, sighting)));
    expect(missed.map(({ date, label }) => [date, label])).toEqual([['2016-04-06', '48-hour strike']]);
  });

  it.each([
    // Two are true: on 5 September 2016 the BMA called its strike off, and in the fortnight before 26 January 2016 nobody spoke
    // of imposition; neither is an event of the codebook.
    ['one a week', weeks, 11],
    ['one a month', 14, 4],
  ])('a budget of %s is kept, and few alerts are of no event', (_, budget, fewest) => {
    const sent = sentWithin(budget);
    expect(sent.length).toBeLessThanOrEqual(budget + 1);
    const chance = sent.filter(({ alert }) => alert.surprise !== null);
    expect(chance.length).toBeLessThanOrEqual(budget);
    const ofNone = chance.filter((sighting) => !replay.codebook.events.some((event) => isOf(event, sighting)));
    expect(ofNone.length).toBeLessThanOrEqual(fewest);
  });

  it.each(['2016-01-13', '2016-02-11', '2016-05-18'])(
    'the function that runs live sees the same as the back-test at noon of %s',
    async (date) => {
      const { store } = replay.pipeline.runtime;
      const now = Date.parse(`${date}T12:00:00Z`) - 1;
      const live = findAll(await gatherAlertMaterial(replay.codebook, now, store));
      const past = seeInPast(replay.codebook, await loadStoredRows(replay.codebook, store), { from: date, to: date });
      const brief = ({ rule, subject, surprise, what, against }: Alert) => ({ rule, subject, surprise, what, against });
      const seen = past.filter(({ at }) => at === now).map(({ alert }) => brief(alert));
      expect(seen.length).toBeGreaterThan(0);
      expect(live.filter(({ surprise }) => surprise === null || surprise >= 2).map(brief)).toEqual(seen);
    },
  );

  it('tells the death of the Evening Sentinel’s feed once, the day after it stopped', () => {
    const deaths = sentWithin(weeks).filter(({ alert }) => alert.rule === 'dead-feed');
    expect(deaths.map((death) => [day(death), death.alert.what])).toEqual([
      ['2016-03-16', 'The feed of The Evening Sentinel has not answered since 2016-03-15'],
    ]);
  });
});

/** The archive's site has another port each time. */
const portable = (text: string) => text.replaceAll(replay.site.url, 'http://archive.example');
