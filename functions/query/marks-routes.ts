import { Hono } from 'hono';
import * as z from 'zod';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { accuracyOf } from '../../shared/marks/accuracy.ts';
import { type Mark, type MarkedTag, markedStatement, markedTone } from '../../shared/marks/mark.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { seriesOf } from '../../shared/trend/series.ts';
import type { Runtime } from '../runtime.ts';
import { disputeNamed } from './dispute-named.ts';
import { problem } from './problem.ts';
import { sameOriginJson } from './same-origin.ts';
import { personOf, type SubjectOf } from './signed-in.ts';

export interface MarksPorts extends Pick<Runtime, 'store' | 'codebooks' | 'now'> {
  /** Who sends a request; left out where nobody signs in, and the name a person gives is kept. */
  subjectOf?: SubjectOf;
}

const markRequest = z.strictObject({
  kind: z.enum(['statement', 'tone']),
  tag: z.string().min(1).max(64),
  articleId: z.string().min(1).max(64),
  actor: z.string().min(1).max(100),
  verdict: z.enum(['right', 'wrong']),
  who: z.string().trim().min(1).max(100).optional(),
  note: z.string().trim().min(1).max(1_000).optional(),
});

type MarkRequest = z.infer<typeof markRequest>;

/** `/api/disputes/{dispute}/marks` and `/accuracy`: what people say of tags, and how often tags were found right. */
export function marksRoutes(ports: MarksPorts): Hono {
  const routes = new Hono();
  routes.get('/:dispute/marks', async (context) => {
    const { codebook } = await disputeNamed(context.req.param('dispute'), ports);
    const marks = await marksOf(codebook.id, ports.store, context.req.query('tag'));
    return context.json({ total: marks.length, marks });
  });
  routes.get('/:dispute/accuracy', async (context) => {
    const { codebook } = await disputeNamed(context.req.param('dispute'), ports);
    return context.json({ groups: accuracyOf(await marksOf(codebook.id, ports.store)) });
  });
  routes.post('/:dispute/marks', sameOriginJson, async (context) => {
    const { codebook } = await disputeNamed(context.req.param('dispute'), ports);
    const request = readMark(await context.req.json().catch(() => null));
    const who = personOf(context, ports.subjectOf, request.who);
    const at = new Date(ports.now()).toISOString();
    const { verdict, note } = request;
    const mark = { ...(await tagOf(request, codebook, ports.store)), verdict, who, at, ...(note && { note }) };
    await keepMark(codebook.id, mark, ports.store);
    return context.json(mark, 201);
  });
  return routes;
}

function readMark(body: unknown): MarkRequest {
  const read = markRequest.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw problem(400, issue!.path.join('.') || 'body', `The mark can't be kept: ${issue!.message}.`);
}

/** The tag as stored: what is kept of it is ours, not what the request says. @throws a 404 problem when it is no more */
async function tagOf(request: MarkRequest, codebook: Codebook, store: MarksPorts['store']): Promise<MarkedTag> {
  const article = await store.articles.get({ id: request.articleId });
  const tags = article?.seriesAt ? await tagsOf(request, codebook.id, `${article.seriesAt}#${article.id}`, store) : [];
  const found = tags.find(({ tag }) => tag === request.tag);
  if (!found)
    throw problem(404, 'tag', 'This tag is no more: its article was tagged anew or erased. Load the page again.');
  return found;
}

async function tagsOf({ kind, actor }: MarkRequest, dispute: string, at: string, store: MarksPorts['store']) {
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

/** Adds the mark; the same person's mark of the same millisecond is the same one sent twice. */
async function keepMark(dispute: string, mark: Mark, store: Pick<Store, 'marks'>): Promise<void> {
  const row = { ...mark, dispute, mark: `${mark.tag}#${mark.at}#${mark.who}` };
  await store.marks.putIf(row, { text: 'attribute_not_exists(mark)' });
}
