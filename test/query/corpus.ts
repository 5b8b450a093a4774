import { discover } from '../../functions/poll/discover.ts';
import { createQueryApp } from '../../functions/query/app.ts';
import { feed, type Harness, report, startHarness } from '../pipeline/harness.ts';

export interface Corpus {
  harness: Harness;
  app: ReturnType<typeof createQueryApp>;
  /** The JSON of an address. */
  // biome-ignore lint/suspicious/noExplicitAny: answers have many shapes
  json(path: string): Promise<any>;
  add(path: string, outlet: string, published: string): Promise<void>;
}

const outlets = ['Harbour Gazette', 'Northern Lantern', 'The Quayside'];
/** Two weeks and the turn of a month, through the night in which British clocks go forward. */
const times = [
  '2020-03-16T09:30:00Z',
  '2020-03-16T09:45:00Z',
  '2020-03-16T23:30:00Z',
  '2020-03-22T12:00:00Z',
  '2020-03-28T23:59:00Z',
  '2020-03-29T00:30:00Z',
  '2020-03-29T23:30:00Z',
  '2020-03-31T08:00:00Z',
];

/** A small invented corpus, gone through the whole pipeline, under the API. */
export async function startCorpus(): Promise<Corpus> {
  const harness = await startHarness();
  const { runtime } = harness.pipeline;
  harness.clock.now = Date.parse('2020-04-01T12:00:00Z');
  const add: Corpus['add'] = async (path, outlet, published) => {
    // Told apart by their numbers: two are copies of one text, the others are not.
    const number = Number(path.slice(1));
    const paragraphs = number % 4 === 0 ? report : [...report, `Berth ${number} of the ferry port stayed empty.`];
    harness.pages.set(path, { title: `Crews fear new rota (${number})`, paragraphs, published });
    await discover({ ...harness.entry(path), outlet }, { ...runtime, feed });
  };
  for (const [index, published] of times.entries()) await add(`/${index}`, outlets[index % 3]!, published);
  await harness.pipeline.drain();
  const app = createQueryApp({ ...runtime, asset: async () => null });
  const json: Corpus['json'] = async (path) => {
    const answer = await app.request(path);
    const body = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${body}`);
    return JSON.parse(body);
  };
  return { harness, app, json, add };
}
