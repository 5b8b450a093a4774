import type { ArchiveArticle, Story } from './schema.ts';

/** What the article's URL shows at an instant: undefined before it is published, then its latest revision so far. */
export function revisionAt(article: ArchiveArticle, now: Date): Story | undefined {
  return article.revisions.findLast((story) => Date.parse(story.modified ?? story.published) <= now.getTime());
}
