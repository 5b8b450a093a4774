import * as z from 'zod';

/** An instant as the outlets write it: ISO with London's offset, never a bare Z. */
const londonInstant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[01]:00$/, 'ISO instant with London offset');

const layout = z.enum(['jsonld', 'opengraph', 'table', 'microdata', 'bare', 'live', 'broadcast']);

const feed = z.strictObject({
  format: z.enum(['rss2', 'atom', 'rss1']),
  path: z.string().startsWith('/'),
  tracking: z.boolean().default(false),
  diesAt: londonInstant.optional(),
  formerPath: z.string().startsWith('/').optional(),
  movedAt: londonInstant.optional(),
});

const outlet = z.strictObject({
  slug: z.string().regex(/^[a-z-]+$/),
  name: z.string(),
  host: z.string().regex(/\.(example|test|invalid)$/, 'a reserved domain'),
  layout,
  sections: z.record(z.string(), z.string()),
  feed: feed.optional(),
  carriedBy: z.string().optional(),
});

/** outlets.yaml as a whole. */
export const outletsFile = z.strictObject({ outlets: z.array(outlet) });

/** What an article is to the pipeline: an ordinary report, or one of the odd pages a poller meets. */
const kind = z.enum(['news', 'stub', 'live-blog', 'off-topic', 'video', 'foreign']);

/** The front matter of one article file; `invented` must be said in every one. */
export const frontMatter = z.strictObject({
  id: z.string(),
  outlet: z.string(),
  title: z.string().min(1),
  byline: z.string().optional(),
  published: londonInstant,
  modified: londonInstant.optional(),
  section: z.string(),
  genre: z.string(),
  kind,
  layout: layout.optional(),
  language: z.string().default('en'),
  syndicatedFrom: z.string().optional(),
  revisionOf: z.string().optional(),
  invented: z.literal(true),
});

/** One fictional outlet. */
export type Outlet = z.infer<typeof outlet>;
/** One revision of a story as its file holds it. */
export type Story = z.infer<typeof frontMatter> & { paragraphs: string[] };
/** A story under one URL: `revisions[0]` is the story as first published, later ones replace it at their `modified`. */
export type ArchiveArticle = Story & { revisions: Story[] };
/** The whole archive: articles in order of publication. */
export type Archive = { outlets: Outlet[]; articles: ArchiveArticle[] };
