import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { diffParagraphs } from '../../../shared/article/diff-paragraphs.ts';
import { type Place, writeCursor } from '../../../shared/corpus/cursor.ts';
import { listRows } from '../../../shared/corpus/list-rows.ts';
import { type ArticleRow, isKept, type MentionRow, type StoredText } from '../../../shared/store/rows.ts';
import type { Store } from '../../../shared/store/store.ts';
import { toArray } from '../../../shared/store/to-array.ts';
import { seriesOf, wholeDispute } from '../../../shared/trend/series.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter, rowParameters } from '../parameters.ts';
import { problem } from '../problem.ts';
import { articleSeriesAsked, type Ports, pageAsked, readDisputeRequest } from '../request.ts';
import { mayHoldText, rowFilter, textConfirmation } from '../row-filter.ts';
import { answers, articleSchema, articleWithTextSchema, pageFields } from '../schemas.ts';

const listArticles = createRoute({
  method: 'get',
  path: '/{dispute}/articles',
  summary: 'Articles about the dispute, or that mention an actor',
  description: 'With `text`, those in whose title and text all words and phrases stand.',
  request: { params: disputeParameter, query: rowParameters },
  responses: answers(z.object({ ...pageFields, articles: z.array(articleSchema) }), 'A page, in order of time'),
});

const getArticle = createRoute({
  method: 'get',
  path: '/{id}',
  summary: 'An article with its text and revisions',
  request: { params: z.object({ id: z.string().openapi({ description: 'Id of an article' }) }) },
  responses: answers(articleWithTextSchema, 'The newest text, and what each revision changed'),
});

/** `/{dispute}/articles`. */
export function articleListRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listArticles, async (context) => {
    const asked = context.req.valid('query');
    const request = await readDisputeRequest(context.req.valid('param').dispute, asked, ports);
    const { key, range, bounds } = pageAsked(context.req.path, asked, request);
    const actors = articleSeriesAsked(request);
    // A search goes by the rows of the dispute as a whole: they alone say which words an article may hold.
    const series = asked.text ? [seriesOf(request.codebook.id, wholeDispute)] : actors;
    const isAsked = rowFilter(request, asked);
    const mayHold = mayHoldText(asked.text);
    const holdsText = textConfirmation<MentionRow>(
      asked.text,
      ports.store,
      ({ title, text }) => `${title ?? ''}\n${text}`,
    );
    const { rows, next, total } = await listRows<MentionRow>({
      partitions: series.map((name) => ports.store.mentions.query({ series: name }, 'at', range)),
      keep: onceEach((row) => isAsked(row) && mayHold(row), bounds.after),
      confirm: holdsText && (async (found) => mentioning(actors, await holdsText(found), ports.store)),
      ...bounds,
    });
    const found = await ports.store.articles.getAll(rows.map(({ articleId }) => ({ id: articleId })));
    const articleOf = new Map(found.map((article) => [article.id, article]));
    const articles = rows.flatMap((row) => {
      const article = articleOf.get(row.articleId);
      return article ? [describeArticle(row, article)] : [];
    });
    return context.json({ total, next: next && writeCursor(key, next), articles }, 200);
  });
  return api;
}

/** `/api/articles/{id}`. */
export function articleRoutes({ store }: Pick<Ports, 'store'>): OpenAPIHono {
  const api = newApi();
  api.openapi(getArticle, async (context) => {
    const { id } = context.req.valid('param');
    const article = await store.articles.get({ id });
    if (!article || article.erasedAt) throw problem(404, 'id', `There is no article "${id}"; it may have been erased.`);
    const texts = await toArray(store.texts.query({ id }, 'revision'));
    const { rows: _, rowsKey: __, ...shown } = article;
    return context.json(
      { article: shown, text: texts.filter(isKept).at(-1) ?? null, revisions: revisionsOf(texts) },
      200,
    );
  });
  return api;
}

/** Those of the rows whose article has a row in one of the series as well. */
async function mentioning(series: string[], rows: MentionRow[], store: Pick<Store, 'mentions'>): Promise<MentionRow[]> {
  const further = rows.flatMap(({ at, series: own }) =>
    series.filter((name) => name !== own).map((name) => ({ series: name, at })),
  );
  const found = new Set((await store.mentions.getAll(further)).map(({ at }) => at));
  return rows.filter((row) => series.includes(row.series) || found.has(row.at));
}

/** An article that mentions two of the actors stands in two series, at the same place in time. */
function onceEach(keep: (row: MentionRow) => boolean, after: Place | null): (row: MentionRow) => boolean {
  let last = after?.at;
  return (row) => {
    if (row.at === last || !keep(row)) return false;
    last = row.at;
    return true;
  };
}

function describeArticle(row: MentionRow, article: ArticleRow) {
  const { outlet, originOutlet, clusterId, textRevision } = row;
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    ...{ outlet, originOutlet, clusterId },
    at: row.at.slice(0, row.at.indexOf('#')),
    dateSource: article.seriesAtSource ?? null,
    byline: article.byline ?? null,
    section: article.section ?? null,
    language: article.language ?? null,
    kind: article.kind ?? null,
    textRevision,
    textHash: article.textHash ?? null,
  };
}

/** Each revision with its time, and what it changed against the one before. */
function revisionsOf(texts: StoredText[]): z.infer<typeof articleWithTextSchema>['revisions'] {
  const paragraphs = (text: string) => text.split('\n\n');
  return texts.map((text, index) => {
    const before = texts[index - 1];
    const { revision, fetchedAt } = text;
    if (!isKept(text)) return { revision, fetchedAt, title: null, droppedAt: text.droppedAt, changes: [] };
    const changes = before && isKept(before) ? diffParagraphs(paragraphs(before.text), paragraphs(text.text)) : [];
    return { revision, fetchedAt, title: text.title, droppedAt: null, changes };
  });
}
