import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadArchive } from '../../local/archive/load-archive.ts';
import { loadCodebook } from '../../shared/codebook/load-codebook.ts';
import { canonicalJson, codebookVersion } from '../../shared/codebook/version.ts';
import { TAGGER_VERSION, tagArticle } from '../../shared/language/tag-article.ts';

/**
 * What the tagger makes of the sample archive. Under the same codebook another digest means other tags: give the tagger
 * another version with it, or stored articles would be taken for tagged as they would be now.
 */
const pinned = { tagger: '17', codebook: 'c982a48e8dda', tags: '178b0a3df8501ff4' };

it('the tagger has another version whenever it gives other tags', () => {
  const file = 'junior-doctors-2016.yaml';
  const codebook = loadCodebook(readFileSync(join(import.meta.dirname, '..', '..', 'codebooks', file), 'utf8'), file);
  const tags = loadArchive().articles.map(({ published, revisions }) => {
    const { title, paragraphs } = revisions.at(-1)!;
    return tagArticle({ title, text: paragraphs.join('\n\n'), publishedAt: published }, codebook);
  });
  const digest = createHash('sha256').update(canonicalJson(tags)).digest('hex').slice(0, 16);
  expect({ tagger: TAGGER_VERSION, codebook: codebookVersion(codebook), tags: digest }).toEqual(pinned);
});
