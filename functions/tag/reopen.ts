import type { Queues } from '../../shared/queue/queues.ts';
import { opened } from '../../shared/store/article-states.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { codebooksFor, taggingOf } from './tagging-of.ts';

export interface ReopenPorts {
  store: Pick<Store, 'articles'>;
  queues: Pick<Queues, 'send'>;
  standingCodebooks(): Promise<Published[]>;
  now(): number;
}

export interface ReopenOptions {
  /** Articles sent between two pauses of the generator. */
  batch: number;
  /** Also those whose tags are of the standing codebooks and this tagger already. */
  all?: boolean;
}

/** Articles looked at so far, and of them those sent to be tagged anew. */
export interface Reopened {
  seen: number;
  sent: number;
}

/**
 * Sends every article that has a text, and whose tags are not of the standing codebooks and this tagger, to be tagged anew.
 * Pauses after each batch, so that the caller sets the pace. Stopped at any point and run again, it goes on with what is
 * left: an article that was opened and not sent stands among the unfinished, which are taken up again by themselves.
 */
export async function* reopenForTagging(
  ports: ReopenPorts,
  { batch, all = false }: ReopenOptions,
): AsyncGenerator<Reopened> {
  const published = await ports.standingCodebooks();
  const progress: Reopened = { seen: 0, sent: 0 };
  let opened: string[] = [];
  const send = async () => {
    await ports.queues.send(
      'tag',
      opened.map((articleId) => ({ v: 1, articleId })),
    );
    progress.sent += opened.length;
    opened = [];
  };
  for await (const row of ports.store.articles.scan()) {
    progress.seen += 1;
    if (!isStale(row, published, all) || !(await open(row, ports))) continue;
    opened.push(row.id);
    if (opened.length < batch) continue;
    await send();
    yield { ...progress };
  }
  if (opened.length > 0) await send();
  yield { ...progress };
}

/** Whether the article's tags would be made anew: it was tagged, not as it would be now, and its text is still kept. */
export function isStale(row: ArticleRow, standing: Published[], all = false): boolean {
  const isTagged =
    row.textRevision !== undefined &&
    row.textDroppedAt === undefined &&
    (row.state === 'counted' || row.state === 'irrelevant');
  return isTagged && (all || row.tagging !== taggingOf(row, codebooksFor(row, standing)));
}

/** False when the article has moved on since it was read: then it is being worked on anyway. */
const open = ({ id, state }: ArticleRow, { store, now }: ReopenPorts): Promise<boolean> =>
  store.articles.updateIf({ id }, opened('collected', new Date(now()).toISOString()), {
    text: '#state = :state',
    names: { '#state': 'state' },
    values: { ':state': state },
  });
