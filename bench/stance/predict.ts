import type { Codebook } from '../../shared/codebook/codebook.ts';
import { tagArticle } from '../../shared/language/tag-article.ts';
import type { TaggableArticle } from '../../shared/language/tags.ts';
import { mapJsonLines } from '../json-lines.ts';
import { DOCTORS, readCodebook } from './read-codebook.ts';

/** What is read of a gold article: nothing that was coded by hand. */
interface Input {
  id: string;
  title: string;
  text: string;
  published: string;
}

/** Tags each article of `input` (JSON lines) and writes what the stance scorer reads. Without `codebook`: the junior doctors'. */
export async function predict(input: string, output: string, options: { codebook?: string } = {}): Promise<void> {
  const codebook = readCodebook(options.codebook ?? DOCTORS);
  await mapJsonLines<Input>(input, output, (article) => [predictArticle(article, codebook)]);
}

function predictArticle({ id, title, text, published }: Input, codebook: Codebook): object {
  const article: TaggableArticle = { title, text, publishedAt: published };
  const tags = tagArticle(article, codebook);
  return {
    id,
    mentions: tags.mentions.map(({ start, end, actor }) => ({ start, end, actor })),
    statements: tags.statements.map(({ start, end, actor, issue, stance, confidence }) => ({
      start,
      end,
      actor,
      issue,
      stance,
      confidence,
    })),
    sentenceTone: tags.sentenceTones.map(({ start, end, actor, label }) => ({ start, end, actor, label })),
    tone: Object.fromEntries(Object.entries(tags.articleTones).map(([actor, { label }]) => [actor, label])),
  };
}
