import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { QueueName } from '../shared/messages.ts';
import { zoneOf } from '../shared/store/published-codebooks.ts';
import { type ArticleRow, isKept } from '../shared/store/rows.ts';
import { toArray } from '../shared/store/to-array.ts';
import { dayOf } from '../shared/trend/day.ts';
import type { LocalPipeline } from './local-pipeline.ts';

/** One station of an article's way through the pipeline. */
export interface TrailStep {
  stage: 'poll' | 'collect' | 'tag' | 'trend' | 'dead letters';
  /** ISO 8601 UTC; null where only the fact is known. */
  at: string | null;
  text: string;
}

/** Where the article went, from what the tables and the dead letters know of it. */
export async function articleTrail(article: ArticleRow, pipeline: LocalPipeline): Promise<TrailStep[]> {
  const { store } = pipeline.runtime;
  const texts = await toArray(store.texts.query({ id: article.id }, 'revision'));
  return [
    { stage: 'poll', at: article.firstSeenAt, text: `found in ${article.feedUrl} (${article.outlet})` },
    ...(article.entry.changedAt > article.firstSeenAt
      ? [{ stage: 'poll' as const, at: article.entry.changedAt, text: 'edited by its outlet' }]
      : []),
    ...texts.map((text) => ({
      stage: 'collect' as const,
      at: text.fetchedAt,
      text: isKept(text)
        ? `text ${text.revision}, ${text.text.length} characters from the ${article.textSource}: ${text.title ?? 'no headline'}`
        : `text ${text.revision}, no longer kept since ${text.droppedAt.slice(0, 10)}`,
    })),
    ...clusterStep(article),
    ...tagSteps(article),
    ...(await pointSteps(article, pipeline)),
    ...(await letterSteps(article.id, pipeline)),
  ];
}

const clusterStep = ({ clusterId, id, originOutlet }: ArticleRow): TrailStep[] =>
  clusterId && clusterId !== id
    ? [{ stage: 'collect', at: null, text: `a copy of ${clusterId} (${originOutlet})` }]
    : [];

function tagSteps({ rows = {}, tagging }: ArticleRow): TrailStep[] {
  if (!tagging) return [];
  const statements = Object.values(rows).reduce((sum, count) => sum + count, 0);
  const text = `tagging ${tagging}: rows in ${Object.keys(rows).length} series, ${statements} statements`;
  return [{ stage: 'tag', at: null, text }];
}

async function pointSteps({ rows = {}, seriesAt }: ArticleRow, { runtime }: LocalPipeline): Promise<TrailStep[]> {
  if (!seriesAt) return [];
  const published = await runtime.standingCodebooks();
  return Promise.all(
    Object.keys(rows).map(async (series): Promise<TrailStep> => {
      const day = dayOf(seriesAt, zoneOf(series, published));
      const point = await runtime.store.trends.get({ series, day });
      const text = point
        ? `${series}, ${day}: one of ${point.counts.copies} copies (rows ${point.rowsDigest})`
        : `${series}, ${day}: no point yet`;
      return { stage: 'trend', at: null, text };
    }),
  );
}

/** Looks at the dead letters without taking them: of a very long queue only what SQS shows at once. */
async function letterSteps(id: string, { cloud, urls }: LocalPipeline): Promise<TrailStep[]> {
  const found = await Promise.all(
    (Object.keys(urls.deadLetters) as QueueName[]).map(async (queue) => {
      const { Messages = [] } = await cloud.sqs.send(
        new ReceiveMessageCommand({
          QueueUrl: urls.deadLetters[queue],
          MaxNumberOfMessages: 10,
          MessageAttributeNames: ['All'],
          VisibilityTimeout: 0,
        }),
      );
      return Messages.filter(({ Body }) => Body?.includes(`"${id}"`)).map(
        ({ MessageAttributes }): TrailStep => ({
          stage: 'dead letters',
          at: null,
          text: `${queue}: ${MessageAttributes?.reason?.StringValue ?? 'tried too often'}`,
        }),
      );
    }),
  );
  return found.flat();
}
