import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { channelsOf } from '../../functions/channels.ts';
import type { Channel } from '../../functions/deliver-once.ts';
import { sendDigests } from '../../functions/digest/send-digests.ts';
import { PermanentError, TransientError } from '../../shared/errors.ts';
import { addDays } from '../../shared/trend/day.ts';
import { type Harness, startHarness } from '../pipeline/harness.ts';
import { type Answer, answer, startWebhook, type Webhook } from '../webhook-server.ts';

let harness: Harness;
let hook: Webhook;
let day = '2020-03-01';
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => hook?.close());
afterAll(() => harness.stop());

const minutes = (count: number) => count * 60_000;
const invalidBlocks = answer(400, {}, 'invalid_blocks');

/** A new day and a webhook that answers so. */
async function morning(...answers: Answer[]): Promise<Channel[]> {
  day = addDays(day, 1);
  hook = await startWebhook(answers);
  return channelsTo(hook.url);
}

const channelsTo = (setting: string) =>
  channelsOf(setting, { allowList: hook.allowList, wait: async () => {}, timeoutMs: 300 });

const ports = () => ({ ...harness.pipeline.runtime, dashboardUrl: null });
const run = (channels: Channel[]) => sendDigests(channels, ports(), day);
const row = (channel = 'slack') =>
  harness.pipeline.runtime.store.deliveries.get({
    dispute: 'ferry-dispute',
    message: `digest#${day}#${channel}`,
  });

describe('one message a day and channel', () => {
  it('200: one post, however many runs ask for it, at once or later', async () => {
    const channels = await morning(answer(200));
    const runs = await Promise.all([run(channels), run(channels), run(channels)]);
    runs.push(await run(channels));
    expect(hook.bodies).toHaveLength(1);
    expect(runs.flatMap(({ sent }) => sent)).toHaveLength(1);
    expect(runs.flatMap(({ failures }) => failures)).toEqual([]);
    expect(JSON.parse(hook.bodies[0]!).blocks[0].text.text).toContain(day);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 1, text: expect.stringContaining('feeds heard') });
  });

  it('429: waited for and taken once', async () => {
    const channels = await morning(answer(429, { 'retry-after': '1' }), answer(200));
    expect((await run(channels)).failures).toEqual([]);
    await run(channels);
    expect(hook.bodies).toHaveLength(2);
    expect(await row()).toMatchObject({ state: 'sent' });
  });

  it('429 for longer than a run may wait: no run asks before the time', async () => {
    const channels = await morning(answer(429, { 'retry-after': '1800' }), answer(200));
    expect((await run(channels)).failures).toEqual([expect.any(TransientError)]);
    harness.clock.now += minutes(15);
    expect(await run(channels)).toEqual({ sent: [], failures: [] });
    harness.clock.now += minutes(15);
    expect((await run(channels)).sent).toHaveLength(1);
    expect(hook.bodies).toHaveLength(2);
  });

  it('500 for hours: every run fails loudly, and the first after it sends what was composed in the morning', async () => {
    const down = Array.from({ length: 12 }, () => answer(500));
    const channels = await morning(...down, answer(200));
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { failures } = await run(channels);
      expect(failures).toEqual([expect.any(TransientError)]);
      harness.clock.now += minutes(15);
    }
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 3, error: '500 x' });
    expect((await run(channels)).sent).toHaveLength(1);
    expect((await run(channels)).sent).toHaveLength(0);
    expect(hook.bodies).toHaveLength(13);
    expect(new Set(hook.bodies).size).toBe(1);
  });

  it('Slack down all day: the next digest says that this one was not delivered', async () => {
    await run(await morning(answer(503)));
    await hook.close();
    const channels = await morning(answer(200));
    await run(channels);
    expect(hook.bodies[0]).toContain("Yesterday's digest was not delivered to slack (waiting: 503 x).");
  });

  it.each<[string, Answer]>([
    ['no answer comes', () => {}],
    ['the connection breaks', (response) => void response.destroy()],
  ])('%s: posted once, said once that nobody knows, and never posted again', async (_, broken) => {
    const channels = await morning(broken);
    const [failure] = (await run(channels)).failures;
    expect(failure).toMatchObject({ name: 'PermanentError', reason: 'unconfirmed' });
    harness.clock.now += minutes(15);
    expect(await run(channels)).toEqual({ sent: [], failures: [] });
    expect(hook.bodies).toHaveLength(1);
    expect(await row()).toMatchObject({ state: 'unconfirmed' });
  });

  it.each([
    [404, 'no_service'],
    [410, 'channel_is_archived'],
  ])(
    '%s %s: an expired webhook is asked once, fails every run, and a new address gets the message',
    async (status, text) => {
      const channels = await morning(answer(status, {}, text));
      for (let attempt = 0; attempt < 3; attempt += 1) {
        const [failure] = (await run(channels)).failures;
        expect(failure).toBeInstanceOf(PermanentError);
        expect((failure as Error).message).toContain(`${status} ${text}`);
        expect((failure as Error).message).not.toContain(hook.url);
        harness.clock.now += minutes(15);
      }
      expect(hook.bodies).toHaveLength(1);
      expect(await row()).toMatchObject({ state: 'refused', error: `${status} ${text}` });
      await hook.close();
      hook = await startWebhook([answer(200)]);
      expect((await run(channelsTo(hook.url))).sent).toHaveLength(1);
      expect(hook.bodies).toHaveLength(1);
    },
  );

  it('400: what Slack can’t read goes out as plain text', async () => {
    const channels = await morning(invalidBlocks, answer(200));
    expect((await run(channels)).sent).toHaveLength(1);
    expect(JSON.parse(hook.bodies[1]!)).toEqual({ text: expect.stringContaining('feeds heard') });
  });

  it('without a webhook it is kept, and counts as delivered', async () => {
    await morning(answer(200));
    const channels = channelsOf('');
    expect([(await run(channels)).sent.length, (await run(channels)).sent.length]).toEqual([1, 0]);
    expect(await row('none')).toMatchObject({ state: 'kept' });
  });

  it('each of several channels has its own: one that is down holds up no other', async () => {
    await morning(answer(200));
    const broken = await startWebhook([answer(500)]);
    const { sent, failures } = await sendDigests(
      channelsOf(`press ${hook.url}\nboard ${broken.url}`, {
        allowList: [...hook.allowList, ...broken.allowList],
        wait: async () => {},
      }),
      ports(),
      day,
    );
    await broken.close();
    expect([sent.length, failures.length]).toEqual([1, 1]);
    expect([(await row('press'))?.state, (await row('board'))?.state]).toEqual(['sent', 'waiting']);
  });
});

describe('a run that dies', () => {
  it('before it posts leaves nothing behind: the next run sends', async () => {
    const channels = await morning(answer(200));
    vi.spyOn(harness.pipeline.runtime.store.articles, 'getAll').mockRejectedValueOnce(new Error('the process died'));
    expect((await run(channels)).failures).toHaveLength(1);
    expect(await row()).toBeUndefined();
    expect((await run(channels)).sent).toHaveLength(1);
  });

  it('between posting and noting it: never posted again, and an alarm once a later run sees it', async () => {
    const channels = await morning(answer(200));
    vi.spyOn(harness.pipeline.runtime.store.deliveries, 'put').mockRejectedValueOnce(new Error('the process died'));
    await run(channels);
    expect(await row()).toMatchObject({ state: 'posting' });
    expect(await run(channels)).toEqual({ sent: [], failures: [] });
    harness.clock.now += minutes(15);
    expect((await run(channels)).failures).toEqual([expect.objectContaining({ reason: 'unconfirmed' })]);
    expect(await run(channels)).toEqual({ sent: [], failures: [] });
    expect(hook.bodies).toHaveLength(1);
  });
});

it('is due by the wall clock of the dispute, not before', async () => {
  const channels = await morning(answer(200));
  day = '2020-03-28';
  const at = (instant: string) => {
    harness.clock.now = Date.parse(instant);
    return sendDigests(channels, ports());
  };
  // The clocks went forward in the night to 29 March 2020.
  expect((await at('2020-03-29T05:59:00Z')).sent).toEqual([]);
  expect((await at('2020-03-29T06:00:00Z')).sent).toHaveLength(1);
  expect((await at('2020-03-29T23:00:00Z')).sent).toEqual([]);
  expect(await row()).toMatchObject({ state: 'sent' });
});
