import type { Codebook } from '../codebook/codebook.ts';
import type { FoundMention } from './2-actors.ts';
import type { TaggableArticle } from './tags.ts';
import type { TextView } from './text-view.ts';

/** What the first two passes found, handed to the later ones. */
export interface Context extends TextView {
  article: TaggableArticle;
  codebook: Codebook;
  mentions: FoundMention[];
}
