import { describe, expect, it } from 'vitest';
import { gatherSends } from '../../functions/gather-sends.ts';
import type { Queues } from '../../shared/queue/queues.ts';

/** Queues that note each request; it fails where the test says so. */
function noting(fails: () => boolean = () => false) {
  const requests: { queue: string; ids: string[]; delaySeconds: number | undefined }[] = [];
  const queues: Queues = {
    async send(queue, messages, options) {
      await Promise.resolve();
      if (fails()) throw new Error('SQS is away');
      requests.push({
        queue,
        ids: messages.map(({ articleId }) => articleId),
        delaySeconds: options?.delaySeconds,
      });
    },
    bury: async () => {},
  };
  return { queues, requests };
}
const message = (articleId: string) => ({ v: 1 as const, articleId });
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('messages of work that runs side by side', () => {
  it('go in one request, when all that still runs waits; who sends goes on only then', async () => {
    const { queues, requests } = noting();
    const gathered = gatherSends(queues);
    const sent: string[] = [];
    const work = (id: string, ms: number) =>
      gathered.run(async () => {
        await sleep(ms);
        await gathered.queues.send('tag', [message(id)]);
        sent.push(id);
        expect(requests.flatMap(({ ids }) => ids)).toContain(id);
      });
    await Promise.all([work('a', 1), work('b', 20), work('c', 40), gathered.run(() => sleep(10))]);
    expect(requests.map(({ ids }) => ids)).toEqual([['a', 'b', 'c']]);
    expect(sent).toEqual(['a', 'b', 'c']);
  });

  it('do not wait for work that ends without sending, nor for more than ten', async () => {
    const { queues, requests } = noting();
    const gathered = gatherSends(queues);
    const ids = Array.from({ length: 12 }, (_, index) => String(index));
    const all = ids.map((id) => gathered.run(() => gathered.queues.send('tag', [message(id)])));
    const ends = gathered
      .run(async () => {
        await sleep(30);
        throw new Error('ended');
      })
      .catch(() => {});
    await Promise.all([...all, ends]);
    expect(requests.flatMap((request) => request.ids).sort()).toEqual([...ids].sort());
    expect(requests.length).toBeLessThan(ids.length);
  });

  it('go to each queue, and after each delay, apart', async () => {
    const { queues, requests } = noting();
    const gathered = gatherSends(queues);
    const send = (id: string, queue: 'collect' | 'tag', delaySeconds?: number) =>
      gathered.run(async () => {
        await sleep(1);
        await gathered.queues.send(queue, [message(id)], delaySeconds === undefined ? undefined : { delaySeconds });
      });
    await Promise.all([send('a', 'tag'), send('b', 'collect', 30), send('c', 'collect'), send('d', 'tag')]);
    expect(requests).toEqual([
      { queue: 'tag', ids: ['a', 'd'], delaySeconds: undefined },
      { queue: 'collect', ids: ['b'], delaySeconds: 30 },
      { queue: 'collect', ids: ['c'], delaySeconds: undefined },
    ]);
  });

  it('fail together where their request fails; the next are sent', async () => {
    let isAway = true;
    const { queues, requests } = noting(() => isAway);
    const gathered = gatherSends(queues);
    const send = (id: string) => gathered.run(() => gathered.queues.send('tag', [message(id)]));
    const results = await Promise.allSettled([send('a'), send('b')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    await send('c');
    expect(requests.map(({ ids }) => ids)).toEqual([['c']]);
  });
});
