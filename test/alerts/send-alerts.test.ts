import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendAlerts } from '../../functions/alert/send-alerts.ts';
import { channelsOf } from '../../functions/channels.ts';
import { addDays } from '../../shared/trend/day.ts';
import { type Harness, startHarness } from '../pipeline/harness.ts';
import { type Answer, answer, startWebhook, type Webhook } from '../webhook-server.ts';
import { mentionRow } from './rows.ts';

const start = Date.parse('2020-06-10T12:00:00Z');
const hours = (count: number) => count * 3_600_000;
let harness: Harness;
let hook: Webhook;
beforeAll(async () => {
  harness = await startHarness();
  await tenQuietWeeks();
});
beforeEach(async () => {
  harness.clock.now = start;
  const { deliveries } = harness.pipeline.runtime.store;
  for await (const { dispute, message } of deliveries.scan()) await deliveries.delete({ dispute, message });
});
afterEach(() => hook.close());
afterAll(() => harness.stop());

/** Ten weeks in which the feed was heard and nothing came, then six texts in one morning. */
async function tenQuietWeeks() {
  const { store } = harness.pipeline.runtime;
  const feeds = [
    {
      url: 'https://quay.example/feed',
      outlet: 'The Quay Gazette',
      status: 'ok' as const,
      isHeard: true,
      heard: 1,
      polls: 1,
      failedPolls: 0,
    },
  ];
  for (let back = 70; back > 0; back -= 1)
    await store.coverage.put({ series: 'ferry-dispute#~feeds', day: addDays('2020-06-10', -back), feeds });
  for (let text = 0; text < 6; text += 1)
    await store.mentions.put(mentionRow('*', '2020-06-10T10:00:00.000Z', `text-${text}`));
}

async function run(...answers: Answer[]) {
  hook = await startWebhook(answers);
  return runAgain();
}

const runAgain = () =>
  sendAlerts(channelsOf(hook.url, { allowList: hook.allowList, wait: async () => {} }), {
    ...harness.pipeline.runtime,
    dashboardUrl: 'https://page.example/',
  });

const row = () =>
  harness.pipeline.runtime.store.deliveries.get({ dispute: 'ferry-dispute', message: 'alert#volume#*#slack' });

describe('an alert', () => {
  it('is posted once a cool-down, however often its cause is seen', async () => {
    expect((await run(answer(200))).sent).toEqual([
      expect.stringContaining('6 texts (6 articles) in the last 24 hours'),
    ]);
    expect(JSON.parse(hook.bodies[0]!).text).toContain('Coverage has moved: The ferry dispute');
    for (let quarter = 0; quarter < 4; quarter += 1) {
      harness.clock.now += hours(0.25);
      expect(await runAgain()).toEqual({ sent: [], failures: [] });
    }
    expect(hook.bodies).toHaveLength(1);
  });

  it('that two runs see at once is posted once', async () => {
    hook = await startWebhook([answer(200)]);
    await Promise.all([runAgain(), runAgain()]);
    expect(hook.bodies).toHaveLength(1);
  });

  it('that could not be sent is sent later in the same words, though its cause has passed', async () => {
    const down = Array.from({ length: 4 }, () => answer(503));
    expect((await run(...down, answer(200))).failures).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'waiting' });
    harness.clock.now += hours(30);
    expect((await runAgain()).sent).toEqual([expect.stringContaining('6 texts')]);
    expect(hook.bodies.at(-1)).toBe(hook.bodies[0]);
    expect(await runAgain()).toEqual({ sent: [], failures: [] });
  });

  it('that an expired webhook refuses fails every run and is posted once', async () => {
    expect((await run(answer(404, {}, 'no_service'))).failures).not.toEqual([]);
    expect((await runAgain()).failures).not.toEqual([]);
    expect(hook.bodies).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'refused', error: '404 no_service' });
  });
});

it('a feed that has died is told once, whatever time passes', async () => {
  const { store } = harness.pipeline.runtime;
  const dead = [
    {
      url: 'https://quay.example/feed',
      outlet: 'The Quay Gazette',
      status: 'failing' as const,
      isHeard: false,
      heard: 0,
      polls: 1,
      failedPolls: 1,
    },
  ];
  for (let ahead = 20; ahead < 50; ahead += 1)
    await store.coverage.put({ series: 'ferry-dispute#~feeds', day: addDays('2020-06-10', ahead), feeds: dead });
  harness.clock.now = Date.parse('2020-07-04T12:00:00Z');
  expect((await run(answer(200))).sent).toEqual([
    expect.stringContaining('The Quay Gazette has not answered since 2020-06-30'),
  ]);
  harness.clock.now += hours(24 * 14);
  expect((await runAgain()).sent).toEqual([]);
});
