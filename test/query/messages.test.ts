import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { discover } from '../../functions/poll/discover.ts';
import { createQueryApp } from '../../functions/query/app.ts';
import { feed, type Harness, report, startHarness } from '../pipeline/harness.ts';

let harness: Harness;
let app: ReturnType<typeof createQueryApp>;

beforeAll(async () => {
  harness = await startHarness();
  harness.pages.set('/1', { title: 'Crews fear new rota', paragraphs: report, published: '2020-03-10T09:30:00Z' });
  await discover(harness.entry('/1'), { ...harness.pipeline.runtime, feed });
  await harness.pipeline.drain();
  app = createQueryApp({ ...harness.pipeline.runtime, asset: async () => null });
}, 60_000);
afterAll(() => harness.stop());

const messages = `dispute: ferry-dispute
you: { actors: [union], lines: [{ id: tired, text: The rota leaves crews too tired to work safely. }] }
them: { actors: [line], lines: [{ id: fair, text: The rota is fair and has worked well. }] }
`;

const post = (body: object, query = '', headers: Record<string, string> = {}) =>
  app.request(`/api/disputes/ferry-dispute/messages${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', ...headers },
    body: JSON.stringify(body),
  });

describe('message pull-through over HTTP', () => {
  it('every share opens into its sentences', async () => {
    const answer = await post({ messages });
    expect(answer.status).toBe(200);
    const { articles, lines } = (await answer.json()) as { articles: object; lines: { sentences: object[] }[] };
    expect(articles).toEqual({ copies: 1, texts: 1 });
    expect(lines).toMatchObject([
      { side: 'you', id: 'tired', copies: 1, share: 1, answered: 1 },
      { side: 'them', id: 'fair', copies: 1, share: 1, answered: 0 },
    ]);
    expect(lines[0]!.sentences).toEqual([
      expect.objectContaining({ outlet: 'The Quay Gazette', sentence: report[0], answer: report[1] }),
    ]);
  });

  it('a period without articles is answered with none', async () => {
    const answer = await post({ messages }, '?from=2020-03-20&to=2020-03-21');
    expect(await answer.json()).toMatchObject({ articles: { copies: 0 }, lines: [{ share: null }, { share: null }] });
  });

  it.each([
    [
      'a file with a fault, by its line',
      { messages: messages.replace('[line]', '[lime]') },
      400,
      'messages:3: The codebook has no actor \\"lime\\"',
    ],
    [
      'the lines of another dispute',
      { messages: messages.replace('ferry-dispute', 'rail') },
      400,
      'No codebook of \\"rail\\"',
    ],
    ['no file at all', {}, 400, 'messages'],
  ])('refuses %s', async (_, body, status, text) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.text()).toContain(text);
  });

  it('refuses what another site sends', async () => {
    expect((await post({ messages }, '', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
