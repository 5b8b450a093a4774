import type { Codebook } from '../codebook/codebook.ts';
import type { SentencePass } from './1-sentences.ts';
import type { FoundMention } from './2-actors.ts';
import type { Quotes } from './quotes.ts';
import type { TaggableArticle } from './tags.ts';
import type { Tokens } from './tokens.ts';

/** What the first two passes found, handed to the later ones. */
export interface Context {
  article: TaggableArticle;
  codebook: Codebook;
  tokens: Tokens;
  pass: SentencePass;
  quotes: Quotes;
  mentions: FoundMention[];
}
