import type { Codebook } from '../codebook/codebook.ts';
import { findMentions, mentionTags } from './2-actors.ts';
import { attributionTags, findAttributions } from './3-attribution.ts';
import { findStatements } from './4-statements.ts';
import { articleTones, findTones } from './5-tone.ts';
import type { Context } from './context.ts';
import { detectLanguage } from './detect-language.ts';
import type { TaggableArticle, Tags } from './tags.ts';
import { viewText } from './text-view.ts';
import { tokenize } from './tokens.ts';

/** Changes whenever the same article may get other tags: stored articles are then tagged anew. */
export const TAGGER_VERSION = '17';

/** Tags one article by one codebook: the passes in their order. The same input gives the same tags. */
export function tagArticle(article: TaggableArticle, codebook: Codebook): Tags {
  const view = viewText(article.text);
  const { tokens, pass } = view;
  const language = detectLanguage(tokens, codebook.language);
  if (language !== codebook.language) return { ...nothing(language), sentences: pass.sentences };
  const mentions = findMentions(tokens, pass, codebook, article.publishedAt.slice(0, 10), tokenize(article.title));
  const context: Context = { ...view, article, codebook, mentions };
  const attributions = findAttributions(context);
  const statements = findStatements(context, attributions);
  const sentenceTones = findTones(context, attributions);
  return {
    language,
    sentences: pass.sentences,
    mentions: mentionTags(mentions, tokens, pass, codebook),
    attributions: attributionTags(attributions, context),
    statements,
    sentenceTones,
    articleTones: articleTones(sentenceTones),
  };
}

function nothing(language: string): Tags {
  return {
    language,
    sentences: [],
    mentions: [],
    attributions: [],
    statements: [],
    sentenceTones: [],
    articleTones: {},
  };
}
