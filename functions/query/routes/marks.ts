import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Codebook } from '../../../shared/codebook/codebook.ts';
import { disputeOf } from '../../../shared/codebook/version.ts';
import { accuracyOf } from '../../../shared/marks/accuracy.ts';
import type { Mark, MarkedTag } from '../../../shared/marks/mark.ts';
import { markedStatement, markedTone } from '../../../shared/marks/marked-tag.ts';
import type { Store } from '../../../shared/store/store.ts';
import { toArray } from '../../../shared/store/to-array.ts';
import { seriesOf } from '../../../shared/trend/series.ts';
import { personOf } from '../access/require-role.ts';
import { disputeNamed } from '../dispute-named.ts';
import { accuracySchema, markRequestSchema, markSchema, marksSchema } from '../mark-schemas.ts';
import { newApi } from '../new-api.ts';
import { disputeParameter } from '../parameters.ts';
import { problem } from '../problem.ts';
import type { Ports } from '../request.ts';
import { sameOriginJson } from '../same-origin.ts';
import { answers, problems } from '../schemas.ts';

type MarkRequest = z.infer<typeof markRequestSchema>;

const listMarks = createRoute({
  method: 'get',
  path: '/{dispute}/marks',
  summary: 'What people say of tags',
  request: {
    params: disputeParameter,
    query: z.object({ tag: z.string().optional().openapi({ description: 'Those of one tag' }) }),
  },
  responses: answers(marksSchema, 'All marks, in order of tag and time; a second thought is a second mark'),
});

const showAccuracy = createRoute({
  method: 'get',
  path: '/{dispute}/accuracy',
  summary: 'Share of marked tags that people found right',
  description: 'Of the tags as they are made now: marks of tags that are made no longer are kept, and counted apart.',
  request: { params: disputeParameter },
  responses: answers(accuracySchema, 'As a whole, by issue and by voice'),
});

const addMark = createRoute({
  method: 'post',
  path: '/{dispute}/marks',
  summary: 'Mark a tag right or wrong',
  middleware: [sameOriginJson],
  request: {
    params: disputeParameter,
    body: { required: true, content: { 'application/json': { schema: markRequestSchema } } },
  },
  responses: {
    ...problems,
    201: { description: 'The mark as it is kept', content: { 'application/json': { schema: markSchema } } },
  },
});

/** `/{dispute}/marks` and `/{dispute}/accuracy`. */
export function marksRoutes(ports: Ports): OpenAPIHono {
  const api = newApi();
  api.openapi(listMarks, async (context) => {
    const { codebook } = await disputeNamed(context.req.valid('param').dispute, ports);
    const marks = await marksOf(disputeOf(codebook.id), ports.store, context.req.valid('query').tag);
    return context.json({ total: marks.length, marks }, 200);
  });
  api.openapi(showAccuracy, async (context) => {
    const { codebook } = await disputeNamed(context.req.valid('param').dispute, ports);
    const marks = await marksOf(disputeOf(codebook.id), ports.store);
    const made = await tagsMade(marks, codebook.id, ports.store);
    const standing = marks.filter(({ tag }) => made.has(tag));
    const vanished = new Set(marks.map(({ tag }) => tag)).size - new Set(standing.map(({ tag }) => tag)).size;
    return context.json({ groups: accuracyOf(standing), vanished }, 200);
  });
  api.openapi(addMark, async (context) => {
    const { codebook } = await disputeNamed(context.req.valid('param').dispute, ports);
    const request = context.req.valid('json');
    const who = personOf(context, request.who);
    const at = new Date(ports.now()).toISOString();
    const { verdict, note } = request;
    const mark: Mark = { ...(await tagOf(request, codebook, ports.store)), verdict, who, at, ...(note && { note }) };
    return context.json(await keepMark(disputeOf(codebook.id), mark, ports.store), 201);
  });
  return api;
}

/** The tag as stored: what is kept of it is ours, not what the request says. @throws a 404 problem when it is no more */
async function tagOf(request: MarkRequest, codebook: Codebook, store: Store): Promise<MarkedTag> {
  const article = await store.articles.get({ id: request.articleId });
  const tags = article?.seriesAt ? await tagsOf(request, codebook.id, `${article.seriesAt}#${article.id}`, store) : [];
  const found = tags.find(({ tag }) => tag === request.tag);
  if (!found)
    throw problem(404, 'tag', 'This tag is no more: its article was tagged anew or erased. Load the page again.');
  return found;
}

/** Which tags of the articles and actors that were marked the tagger makes now. */
async function tagsMade(marks: Mark[], dispute: string, store: Store): Promise<Set<string>> {
  const places = new Map(marks.map((mark) => [`${mark.kind} ${mark.articleId} ${mark.actor}`, mark]));
  const articles = await store.articles.getAll(
    [...new Set(marks.map(({ articleId }) => articleId))].map((id) => ({ id })),
  );
  const seriesAt = new Map(articles.map((article) => [article.id, article.seriesAt]));
  const made = await Promise.all(
    [...places.values()].map((place) => {
      const at = seriesAt.get(place.articleId);
      return at ? tagsOf(place, dispute, `${at}#${place.articleId}`, store) : [];
    }),
  );
  return new Set(made.flat().map(({ tag }) => tag));
}

async function tagsOf({ kind, actor }: Pick<MarkRequest, 'kind' | 'actor'>, dispute: string, at: string, store: Store) {
  const series = seriesOf(dispute, actor);
  if (kind === 'statement')
    return (await toArray(store.statements.query({ series }, 'at', { prefix: `${at}#` }))).map(markedStatement);
  const row = await store.mentions.get({ series, at });
  return row ? row.tones.map((tone) => markedTone(row, tone)) : [];
}

async function marksOf(dispute: string, store: Pick<Store, 'marks'>, tag?: string): Promise<Mark[]> {
  const range = tag === undefined ? {} : { prefix: `${tag}#` };
  const rows = await toArray(store.marks.query({ dispute }, 'mark', range));
  return rows.map(({ dispute: _, mark: __, ...mark }) => mark);
}

/**
 * Adds the mark. The same judgement of the same person and millisecond is one that was sent twice; another one, as a
 * clock that stands still (a replay's) lets come, takes the next free millisecond, so that it is kept and comes later.
 */
async function keepMark(dispute: string, mark: Mark, store: Pick<Store, 'marks'>): Promise<Mark> {
  const key = `${mark.tag}#${mark.at}#${mark.who}`;
  if (await store.marks.putIf({ ...mark, dispute, mark: key }, { text: 'attribute_not_exists(mark)' })) return mark;
  const kept = await store.marks.get({ dispute, mark: key });
  if (kept?.verdict === mark.verdict && kept.note === mark.note) return mark;
  const later = new Date(Date.parse(mark.at) + 1).toISOString();
  return keepMark(dispute, { ...mark, at: later }, store);
}
