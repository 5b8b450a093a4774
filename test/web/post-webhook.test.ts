import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { postWebhook } from '../../shared/web/post-webhook.ts';
import { type Answer, answer, startWebhook } from '../webhook-server.ts';

async function post(answers: Answer[], timeoutMs = 2_000) {
  const hook = await startWebhook(answers);
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const outcome = await postWebhook(hook.url, { text: 'hello' }, { allowList: hook.allowList, wait, timeoutMs });
  await hook.close();
  return { outcome, waits, bodies: hook.bodies };
}

describe('posting to a webhook', () => {
  it('sends once when it is taken', async () => {
    expect(await post([answer(200)])).toEqual({
      outcome: { outcome: 'taken' },
      waits: [],
      bodies: ['{"text":"hello"}'],
    });
  });

  it('waits as long as Retry-After asks', async () => {
    const { outcome, waits, bodies } = await post([answer(429, { 'retry-after': '7' }), answer(200)]);
    expect({ outcome, waits, posts: bodies.length }).toEqual({
      outcome: { outcome: 'taken' },
      waits: [7_000],
      posts: 2,
    });
  });

  it('leaves a Retry-After of minutes to the next run, and says how long it is', async () => {
    const { outcome, waits } = await post([answer(429, { 'retry-after': '600' })]);
    expect({ outcome, waits }).toEqual({
      outcome: { outcome: 'not-taken', answer: '429 x', retryAfterMs: 600_000 },
      waits: [],
    });
  });

  it('tries a failing server again, waiting longer each time, and gives up for now', async () => {
    const { outcome, waits, bodies } = await post([answer(500)]);
    expect(outcome).toEqual({ outcome: 'not-taken', answer: '500 x', retryAfterMs: 0 });
    expect({ waits, posts: bodies.length }).toEqual({ waits: [1_000, 2_000, 4_000], posts: 4 });
  });

  it('tries again where no connection was made', async () => {
    const hook = await startWebhook([answer(200)]);
    await hook.close();
    const waits: number[] = [];
    const wait = async (milliseconds: number) => void waits.push(milliseconds);
    expect(await postWebhook(hook.url, {}, { allowList: hook.allowList, wait })).toMatchObject({
      outcome: 'not-taken',
    });
    expect(waits).toHaveLength(3);
  });

  it.each<[string, Answer]>([
    ['no answer comes', () => {}],
    ['the connection breaks before the answer', (response: ServerResponse) => void response.destroy()],
  ])('posts no second time when %s: the first may have arrived', async (_, broken) => {
    const { outcome, bodies } = await post([broken, answer(200)], 200);
    expect({ kind: outcome.outcome, posts: bodies.length }).toEqual({ kind: 'unconfirmed', posts: 1 });
  });

  it('takes an answer whose text breaks off as an answer', async () => {
    const half: Answer = (response) => {
      response.writeHead(200, { 'content-length': '10' }).write('o');
      setTimeout(() => response.destroy(), 20);
    };
    expect((await post([half])).outcome).toEqual({ outcome: 'taken' });
  });

  it.each([
    [404, 'no_service'],
    [410, 'channel_is_archived'],
    [403, 'invalid_token'],
    [302, 'moved'],
  ])('takes %s %s as final', async (status, text) => {
    const { outcome, bodies } = await post([answer(status, {}, text)]);
    expect(outcome).toEqual({ outcome: 'refused', answer: `${status} ${text}`, status });
    expect(bodies).toHaveLength(1);
  });

  it.each(['http://169.254.169.254/latest', 'not an address', 'ftp://hooks.example/x'])(
    'reaches only public web addresses, and names none that it refuses: %s',
    async (address) => {
      const outcome = await postWebhook(address, {});
      expect(outcome).toMatchObject({ outcome: 'refused', status: 0 });
      expect(JSON.stringify(outcome)).not.toContain(address);
    },
  );
});
