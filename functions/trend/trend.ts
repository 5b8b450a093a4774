import type { TrendMessage } from '../../shared/messages.ts';
import { closed } from '../../shared/store/article-states.ts';
import { type Published, zoneOf } from '../../shared/store/published-codebooks.ts';
import type { Store } from '../../shared/store/store.ts';
import type { StepResults } from '../batch.ts';
import { recount } from './recount.ts';

export interface TrendPorts {
  store: Pick<Store, 'articles' | 'mentions' | 'statements' | 'trends'>;
  standingCodebooks(): Promise<Published[]>;
  now(): number;
}

/** How many days are recounted at a time. */
const concurrency = 8;

/**
 * Recounts every day that the messages name, each once however many messages name it, then closes their articles.
 * A message succeeds when all its days were recounted and its article closed.
 */
export async function trend(messages: TrendMessage[], ports: TrendPorts): Promise<StepResults> {
  const published = await ports.standingCodebooks();
  const buckets = new Map(messages.flatMap((message) => message.buckets).map((bucket) => [keyOf(bucket), bucket]));
  const failed = new Map<string, unknown>();
  const pending = [...buckets];
  const work = async () => {
    for (let next = pending.pop(); next; next = pending.pop()) {
      const [key, { series, day }] = next;
      try {
        await recount(series, day, zoneOf(series, published), ports.store);
      } catch (thrown) {
        failed.set(key, thrown);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return Promise.allSettled(
    messages.map(async (message) => {
      const failure = message.buckets.map(keyOf).find((key) => failed.has(key));
      if (failure !== undefined) throw failed.get(failure);
      await close(message, ports);
    }),
  );
}

const keyOf = (bucket: { series: string; day: string }) => `${bucket.day} ${bucket.series}`;

/** Only the tagging that asked for the recount is closed: a newer one has its own message. */
async function close(message: TrendMessage, ports: TrendPorts): Promise<void> {
  await ports.store.articles.updateIf(
    { id: message.articleId },
    closed(message.outcome, new Date(ports.now()).toISOString()),
    {
      text: '#tagging = :tagging AND #state = :tagged',
      names: { '#tagging': 'tagging', '#state': 'state' },
      values: { ':tagging': message.tagging, ':tagged': 'tagged' },
    },
  );
}
