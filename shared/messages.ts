import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { PermanentError } from './errors.ts';

// Alone zod's small form has no words for what is wrong.
z.config(en());

/** Messages carry ids, never documents. `v` lets a consumer refuse what a newer or older producer wrote. */
const version = z.literal(1);

const filled = z.string().check(z.minLength(1));

const collectMessage = z.strictObject({ v: version, articleId: filled });
const tagMessage = z.strictObject({ v: version, articleId: filled });
const trendMessage = z.strictObject({
  v: version,
  articleId: filled,
  /** Which tagging of the article asks for the recount; a later tagging sends its own message. */
  tagging: filled,
  /** How the article ends when its days are recounted. */
  outcome: z._default(z.enum(['counted', 'irrelevant']), 'counted'),
  /** The days to recount: `series` is `dispute#actor`, `day` YYYY-MM-DD in the dispute's time zone. */
  buckets: z.array(z.strictObject({ series: filled, day: z.iso.date() })),
});

const schemas = { collect: collectMessage, tag: tagMessage, trend: trendMessage };

export type QueueName = keyof typeof schemas;
export type Message<Name extends QueueName> = z.infer<(typeof schemas)[Name]>;
export type TrendMessage = Message<'trend'>;

/**
 * Reads a message body of the named queue.
 * @throws PermanentError `unreadable-message` when it isn't JSON or not of the queue's form: trying again can't help.
 */
export function parseMessage<Name extends QueueName>(queue: Name, body: string): Message<Name> {
  const json = parseJson(queue, body);
  const parsed = schemas[queue].safeParse(json);
  if (!parsed.success) throw unreadable(queue, z.prettifyError(parsed.error).replace(/\s*\n\s*/g, ' '));
  return parsed.data as Message<Name>;
}

function parseJson(queue: QueueName, body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw unreadable(queue, 'it is not JSON');
  }
}

const unreadable = (queue: QueueName, why: string) =>
  new PermanentError(
    'unreadable-message',
    `A message on the ${queue} queue can't be read: ${why}`,
    'It is kept in the dead-letter queue; mend what sends it, then run `picketline replay`.',
  );
