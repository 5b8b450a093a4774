import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHandler as collectHandler } from '../../functions/collect/handler.ts';
import { discover } from '../../functions/poll/discover.ts';
import { articleTrail } from '../../local/article-trail.ts';
import { articleId } from '../../shared/article/article-id.ts';
import { feed, type Harness, report, sqsEvent, startHarness } from '../pipeline/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
  harness.pages.set('/1', { title: 'Crews fear new rota', paragraphs: report, published: '2020-03-10T09:30:00Z' });
  for (const path of ['/1', '/gone']) await discover(harness.entry(path), { ...harness.pipeline.runtime, feed });
  await harness.pipeline.drain();
}, 60_000);
afterAll(() => harness.stop());

const trailOf = async (path: string) => {
  const id = articleId(harness.entry(path).canonicalUrl);
  return articleTrail((await harness.pipeline.runtime.store.articles.get({ id }))!, harness.pipeline);
};

it('of a counted article: found, fetched, tagged, and each point it is one of', async () => {
  const steps = await trailOf('/1');
  expect(steps.map(({ stage }) => stage)).toEqual(['poll', 'collect', 'tag', 'trend', 'trend', 'trend']);
  expect(steps.at(-1)?.text).toMatch(/^ferry-dispute#\S+, 2020-03-10: one of 1 copies/);
});

it('of one that was given up on its last try: the dead letter and its reason', async () => {
  harness.pages.set('/broken', () => new Response('', { status: 503 }));
  await discover(harness.entry('/broken'), { ...harness.pipeline.runtime, feed });
  const message = { v: 1, articleId: articleId(harness.entry('/broken').canonicalUrl) };
  await collectHandler(() => harness.pipeline.runtime)(sqsEvent(message, 5));
  const steps = await trailOf('/broken');
  expect(steps.map(({ stage }) => stage)).toEqual(['poll', 'dead letters']);
  expect(steps.at(-1)?.text).toMatch(/^collect: .*503/);
});
