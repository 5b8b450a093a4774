import { z } from '@hono/zod-openapi';
import { problemSchema } from './problem.ts';

const stance = z.enum(['for', 'against', 'neutral']);
const label = z.enum(['negative', 'neutral', 'positive']);
const span = z
  .tuple([z.number().int(), z.number().int()])
  .openapi({ description: 'Start and end (exclusive), UTF-16' });
const instant = z.string().openapi({ description: 'ISO 8601, UTC', example: '2016-01-12T08:30:00.000Z' });
const reasons = z.array(z.object({ feature: z.string(), weight: z.number() }));

const summary = z
  .object({
    articles: z.number().int(),
    mean: z.number().nullable(),
    sd: z.number().nullable().openapi({ description: "Sample standard deviation of the articles' tones" }),
    interval: z.tuple([z.number(), z.number()]).nullable().openapi({
      description: '95 % interval of the mean (Student t over articles); null below two articles',
    }),
    negative: z.number().int(),
    neutral: z.number().int(),
    positive: z.number().int(),
  })
  .openapi('ToneSummary', { description: 'Mean of the tones of the articles that evaluate the actor, from -1 to 1' });

export const pointSchema = z
  .object({
    start: z.string().openapi({ description: 'Where the interval begins: a day, or for hours an instant' }),
    day: z.string().openapi({ format: 'date' }),
    counts: z.object({ copies: z.number().int(), texts: z.number().int(), outlets: z.number().int() }),
    mentions: z.number().int(),
    tone: z.object({ outlet: summary, quoted: summary, all: summary }),
    stances: z.record(z.string(), z.object({ for: z.number(), against: z.number(), neutral: z.number() })),
    rows: z
      .object({ articles: z.string(), tones: z.string().nullable(), statements: z.string().nullable() })
      .openapi({ description: 'Addresses that list exactly the rows counted; the series `*` counts articles alone' }),
  })
  .openapi('Point');

export const coverageSchema = z
  .object({
    day: z.string(),
    feeds: z.array(
      z.object({
        url: z.string(),
        outlet: z.string(),
        status: z.string(),
        isHeard: z.boolean(),
        heard: z.number().int(),
        polls: z.number().int(),
        failedPolls: z.number().int(),
      }),
    ),
  })
  .openapi('CoverageDay');

export const disputeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    timeZone: z.string(),
    today: z.string(),
    period: z.object({ from: z.string(), to: z.string().nullable() }),
    events: z.array(z.object({ date: z.string(), until: z.string().optional(), label: z.string(), kind: z.string() })),
    version: z.string().openapi({ description: 'Version of the current codebook' }),
    actors: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
    issues: z.array(z.object({ id: z.string(), proposition: z.string() })),
  })
  .openapi('Dispute');

const quoted = {
  tag: z.string().openapi({ description: 'Names the tag by its content: marks are kept under it' }),
  articleId: z.string(),
  at: instant,
  actor: z.string(),
  outlet: z.string(),
  clusterId: z.string(),
  title: z.string().nullable(),
  url: z.string(),
  sentence: z.string().nullable().openapi({ description: 'As printed; null when the text is no longer kept' }),
  codebookVersion: z.string(),
  taggerVersion: z.string(),
};

export const statementSchema = z
  .object({
    ...quoted,
    issue: z.string(),
    stance,
    voice: z.enum(['direct', 'indirect', 'action']),
    span: span.openapi({ description: 'The evidence, offsets into `sentence`' }),
    cue: span.nullable(),
    rule: z.string(),
    confidence: z.number(),
    reasons,
  })
  .openapi('Statement');

export const toneSchema = z
  .object({
    ...quoted,
    label,
    score: z.number(),
    voice: z.enum(['outlet', 'quoted']),
    speaker: z.string().nullable(),
    rule: z.string(),
    confidence: z.number(),
    reasons,
  })
  .openapi('SentenceTone');

export const articleSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    title: z.string().nullable(),
    outlet: z.string(),
    originOutlet: z.string(),
    clusterId: z.string(),
    at: instant,
    dateSource: z.string().nullable(),
    byline: z.string().nullable(),
    section: z.string().nullable(),
    language: z.string().nullable(),
    kind: z.string().nullable(),
    textRevision: z.number().int(),
    textHash: z.string().nullable(),
  })
  .openapi('ArticleSummary');

const text = z.string();
const at = z.number().int();

const paragraphChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('added'), at, text }),
  z.object({ kind: z.literal('removed'), at, text }),
  z.object({
    kind: z.literal('edited'),
    at,
    from: text,
    to: text,
    words: z.array(z.object({ kind: z.enum(['kept', 'added', 'removed']), text })),
  }),
]);

export const articleWithTextSchema = z
  .object({
    article: z.object({
      id: text,
      url: text,
      outlet: text,
      feedUrl: text,
      disputes: z.array(text),
      title: text.nullable(),
      state: z.enum(['discovered', 'collected', 'tagged', 'counted', 'irrelevant', 'failed', 'alias']),
      reason: text.optional().openapi({ description: 'Why it failed, or what was wanting' }),
      touchedAt: text,
      firstSeenAt: text,
      entry: z.object({ published: text.nullable(), dateSource: text, changedAt: text }),
      seriesAt: text.optional().openapi({ description: 'The instant whose day the article counts in' }),
      seriesAtSource: text.optional(),
      modifiedAt: text.optional(),
      fetchedAt: text.optional(),
      byline: text.optional(),
      section: text.optional(),
      language: text.optional(),
      kind: text.optional(),
      paywalled: z.boolean().optional(),
      textRevision: z.number().int().optional(),
      textHash: text.optional(),
      textSource: text.optional(),
      clusterId: text.optional(),
      originOutlet: text.optional(),
      tagging: text.optional(),
    }),
    text: z
      .object({
        revision: z.number().int(),
        title: text.nullable(),
        text,
        hash: text,
        cut: z.number().int(),
        fetchedAt: text,
      })
      .nullable(),
    revisions: z.array(
      z.object({
        revision: z.number().int(),
        fetchedAt: text,
        title: text.nullable(),
        droppedAt: text.nullable().openapi({ description: 'Since when the text is no longer kept' }),
        changes: z.array(paragraphChange),
      }),
    ),
  })
  .openapi('ArticleWithText');

export const feedSchema = z
  .looseObject({ url: z.string(), outlet: z.string(), status: z.string() })
  .openapi('Feed', { description: 'What its own history lets expect of each day, what came, and its last 30 polls' });

/** What every page of a list holds beside its rows. */
export const pageFields = {
  total: z.number().int().nullable().openapi({
    description: 'What fits in all; null on later pages, with `count=none`, and where counting would read too much',
  }),
  next: z.string().nullable().openapi({ description: 'Give it as `cursor` for the next page; null at the end' }),
};

/** The problems every route may answer. */
export const problems = {
  400: { description: 'A parameter is wrong', content: { 'application/problem+json': { schema: problemSchema } } },
  404: { description: 'Not there', content: { 'application/problem+json': { schema: problemSchema } } },
};

/** The answers of a route: what it gives, and the problems every route may give. */
export const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  ...problems,
});
